import { createHash } from 'node:crypto';
import { asFailure } from '../failure.ts';
import type { RepoPath } from '../workspace/repo-path.ts';
import { BLOBS, LIMITS, MANIFEST_FILE, RECORD_FILE } from './manifest.ts';
import type { HandedChange, HandedFile, Manifest } from './manifest.ts';
import { isFileMode, parseJson, parseManifest, type Named, type OfRun } from './parse-manifest.ts';
import { listPlainFiles, readPlainFile } from './plain-files.ts';
import { refused } from './refusal.ts';

/** What one job left for the next: a change, where there is one, and what is told of it, which is for the reader to judge. */
export type HandOver = Readonly<{ change: HandedChange | null; record: unknown }>;

/**
 * Reads a directory that somebody hostile may have written. Whatever is not exactly as it is written here is refused by
 * the name of a rule; nothing but a Failure is thrown.
 */
export async function readHandOver(directory: string, of: OfRun): Promise<HandOver> {
  try {
    const names = await listPlainFiles(directory, LIMITS.files + 2);
    const record = parseJson(await readPlainFile(directory, RECORD_FILE, LIMITS.record), RECORD_FILE);
    if (!names.has(MANIFEST_FILE)) {
      demandOnly(names, new Set([RECORD_FILE]));
      return { change: null, record };
    }
    const named = parseManifest(await readPlainFile(directory, MANIFEST_FILE, LIMITS.manifest), of);
    return { change: await readChange(directory, names, named), record };
  } catch (error) {
    throw asFailure(error);
  }
}

async function readChange(
  directory: string,
  names: ReadonlySet<string>,
  { manifest, paths }: Named,
): Promise<HandedChange> {
  const wanted = manifest.files.flatMap((file) => (file.status === 'deleted' ? [] : [`${BLOBS}/${file.sha256}`]));
  demandOnly(names, new Set([MANIFEST_FILE, RECORD_FILE, ...wanted]));
  const files: HandedFile[] = [];
  for (const [at, file] of manifest.files.entries()) {
    const path = paths[at];
    if (path !== undefined) files.push(await readFile(directory, file, path));
  }
  const { base, tree, heldBack } = manifest;
  return { base, tree, files, heldBack };
}

function demandOnly(names: ReadonlySet<string>, expected: ReadonlySet<string>): void {
  const extra = [...names].find((name) => !expected.has(name));
  if (extra !== undefined) throw refused('unexpected-file', `there is ${JSON.stringify(extra)}.`);
  const absent = [...expected].find((name) => !names.has(name));
  if (absent !== undefined) throw refused('blob-missing', `${absent} is not there.`);
}

async function readFile(directory: string, file: Manifest['files'][number], path: RepoPath): Promise<HandedFile> {
  if (file.status === 'deleted') return { status: 'deleted', path };
  const { mode, size, sha256 } = file;
  if (!isFileMode(mode)) throw refused('submodule', `${JSON.stringify(path)} is neither a file nor a link.`);
  const bytes = await readPlainFile(directory, `${BLOBS}/${sha256}`, size);
  if (bytes.length !== size || createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw refused('digest-mismatch', `the content of ${JSON.stringify(path)} is another than the manifest says.`);
  return { status: 'written', path, mode, bytes };
}
