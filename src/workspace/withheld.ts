import { readFile, rm, writeFile } from 'node:fs/promises';
import { configuresAgent } from './agent-configuration.ts';
import type { Git, GitCall } from './git.ts';
import { splitRecords } from './names.ts';
import type { WorkTree } from './omissions.ts';

/**
 * Notes down what the index has of the files that would configure an agent, in a file beside it: there a later process
 * finds it, too. They can be taken out of the directory then, and the directory's tree has them all the same.
 */
export async function noteWithheld(git: Git, at: WorkTree): Promise<void> {
  if (at.withheld === undefined) return;
  const entries = (await indexEntries(git, at)).filter(({ name }) => configuresAgent(name));
  await writeFile(at.withheld, Buffer.concat(entries.flatMap(({ record }) => [record, NUL])));
}

/** From here on the directory has what it has. */
export async function forgetWithheld(at: WorkTree): Promise<void> {
  if (at.withheld !== undefined) await rm(at.withheld, { force: true });
}

/** Puts what was taken out back into the index, except where the directory has something else in its place by now. */
export async function putBackWithheld(git: Git, at: WorkTree): Promise<void> {
  if (at.withheld === undefined) return;
  const noted = splitRecords(await readFile(at.withheld).catch(() => Buffer.alloc(0))).map(parseEntry);
  if (noted.length === 0) return;
  const names = new Set((await indexEntries(git, at)).map(({ name }) => name));
  const folders = new Set([...names].flatMap(foldersOf));
  const missing = noted.filter(
    ({ name }) => !names.has(name) && !folders.has(name) && !foldersOf(name).some((folder) => names.has(folder)),
  );
  if (missing.length === 0) return;
  const input = Buffer.concat(missing.flatMap(({ record }) => [record, NUL]));
  await git.run(['update-index', '-z', '--index-info'], { ...callOf(at), input });
}

const NUL = Buffer.from([0]);

/** As `ls-files --stage` writes it; the name byte for byte, so that it can be compared. */
type IndexEntry = Readonly<{ record: Buffer; name: string }>;

async function indexEntries(git: Git, at: WorkTree): Promise<readonly IndexEntry[]> {
  return splitRecords((await git.run(['ls-files', '--stage', '-z'], callOf(at))).output).map(parseEntry);
}

function parseEntry(record: Buffer): IndexEntry {
  return { record, name: record.subarray(record.indexOf(9) + 1).toString('latin1') };
}

function foldersOf(name: string): readonly string[] {
  const components = name.split('/');
  return components.slice(1).map((_, at) => components.slice(0, at + 1).join('/'));
}

function callOf({ directory, index }: WorkTree): GitCall {
  return { workTree: directory, index };
}
