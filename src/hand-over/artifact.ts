import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asFailure, Failure } from '../failure.ts';
import { LIMITS } from './manifest.ts';
import { packHandOver, unpackHandOver } from './pack.ts';
import { refused } from './refusal.ts';

const NAME = 'patchwright-hand-over';

/** Leaves a hand-over with the workflow run. Each attempt of a run has its own. */
export async function uploadHandOver(
  directory: string,
  given: Readonly<{ attempt: number; temp: string }>,
): Promise<void> {
  const file = join(given.temp, `${nameOf(given.attempt)}.json`);
  await packHandOver(directory, file);
  const { DefaultArtifactClient } = await import('@actions/artifact');
  try {
    await new DefaultArtifactClient().uploadArtifact(nameOf(given.attempt), [file], given.temp, {
      skipArchive: true,
      retentionDays: 7,
    });
  } catch (cause) {
    throw new Failure('forge', `The hand-over could not be uploaded: ${asFailure(cause).message}`, {
      hint: 'The change is in the run record of this job. Run again.',
      cause,
    });
  }
}

/** Fetches what the agent's job of this attempt left, or of the last attempt that had one; the directory that it is in. */
export async function downloadHandOver(given: Readonly<{ attempt: number; temp: string }>): Promise<string> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const { artifacts } = await client.listArtifacts({ latest: true });
  const names = Array.from({ length: given.attempt }, (_, at) => `${nameOf(given.attempt - at)}.json`);
  const found = names.flatMap((name) => artifacts.filter((artifact) => artifact.name === name))[0];
  if (found === undefined) throw refused('missing', 'the workflow run has no artifact of that name.');
  if (found.size > 2 * LIMITS.contents) throw refused('too-large', `the artifact has ${found.size} bytes.`);
  const raw = join(given.temp, 'received-file');
  await mkdir(raw);
  // An archive would be unpacked whole before anything in it could be bounded or refused.
  await client.downloadArtifact(found.id, { path: raw, skipDecompress: true });
  const [name, ...more] = await readdir(raw);
  if (name === undefined || more.length > 0) throw refused('malformed', 'the artifact is not one file.');
  const directory = join(given.temp, 'received');
  await unpackHandOver(join(raw, name), directory);
  return directory;
}

function nameOf(attempt: number): string {
  return `${NAME}-${attempt}`;
}
