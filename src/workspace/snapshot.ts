import type { LeftOut } from './change.ts';
import type { Git, GitCall } from './git.ts';
import { splitRecords } from './names.ts';
import {
  findOmissions,
  isBelow,
  isOwnDirectory,
  untracked,
  type Omission,
  type Submodule,
  type WorkTree,
} from './omissions.ts';
import { putBackWithheld } from './withheld.ts';

export type Snapshot = Readonly<{ tree: string; leftOut: readonly LeftOut[] }>;

/**
 * The tree that git would commit from a work tree: tracked and untracked files, ignored ones left out, on top of `base`
 * or of what the index holds. What git cannot take is left out and named, and costs nothing else its place.
 *
 * Submodules stay where they are. Git must never see a repository inside the work tree while it adds: to learn whether
 * a submodule is dirty, it runs `git status` in there, and with it the filters that the agent may have configured.
 */
export async function takeSnapshot(git: Git, at: WorkTree, base: string | null): Promise<Snapshot> {
  const call = { workTree: at.directory, index: at.index };
  if (base !== null) await git.run(['read-tree', '--reset', base], call);
  const submodules = await takeOutSubmodules(git, call);
  const omissions = await findOmissions(git, at, submodules);
  const complete = await addAll(git, call, omissions);
  const missed = complete ? [] : await findMissed(git, call, omissions);
  await putBackSubmodules(git, at, submodules);
  await putBackWithheld(git, at);
  const tree = await git.text(['write-tree'], call);
  return { tree, leftOut: [...omissions.flatMap(({ leftOut }) => leftOut ?? []), ...missed] };
}

async function takeOutSubmodules(git: Git, call: GitCall): Promise<readonly Submodule[]> {
  const { output } = await git.run(['ls-files', '--stage', '-z'], call);
  const found = splitRecords(output)
    .filter((record) => record.subarray(0, 7).toString() === '160000 ')
    .map((record): Submodule => {
      const tab = record.indexOf(9);
      const name = record.subarray(tab + 1);
      return { name, path: name.toString(), commit: record.subarray(7, tab).toString().split(' ')[0] ?? '' };
    });
  if (found.length > 0) {
    await git.run(['update-index', '-z', '--force-remove', '--stdin'], { ...call, input: records(found) });
  }
  return found;
}

/** A submodule whose directory is gone was deleted; one that became a file is added as that file. */
async function putBackSubmodules(git: Git, at: WorkTree, submodules: readonly Submodule[]): Promise<void> {
  const lines: Buffer[] = [];
  for (const { name, path, commit } of submodules) {
    if (!(await isOwnDirectory(at.directory, path))) continue;
    lines.push(Buffer.from(`160000 ${commit} 0\t`), name, Buffer.from([0]));
  }
  if (lines.length === 0) return;
  const call = { workTree: at.directory, index: at.index, input: Buffer.concat(lines) };
  await git.run(['update-index', '-z', '--index-info'], call);
}

/** False when git could not add everything. */
async function addAll(git: Git, call: GitCall, omissions: readonly Omission[]): Promise<boolean> {
  const exclusions = omissions.map(({ name }) => ({
    name: Buffer.concat([Buffer.from(':(exclude,top,literal)'), name]),
  }));
  const input = records([{ name: Buffer.from(':/') }, ...exclusions]);
  const args = ['add', '--all', '--ignore-errors', '--pathspec-from-file=-', '--pathspec-file-nul'];
  return (await git.run(args, { ...call, input, answers: [1] })).code === 0;
}

async function findMissed(git: Git, call: GitCall, omissions: readonly Omission[]): Promise<readonly LeftOut[]> {
  const changed = splitRecords((await git.run(['diff-files', '-z', '--name-only'], call)).output);
  return [...changed, ...(await untracked(git, call))]
    .filter((name) => !omissions.some((known) => isBelow(name, known.name)))
    .map((name) => ({ path: name.toString(), because: 'unreadable' as const }));
}

function records(items: readonly Readonly<{ name: Buffer }>[]): Buffer {
  return Buffer.concat(items.flatMap(({ name }) => [name, Buffer.from([0])]));
}
