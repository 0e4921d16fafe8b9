import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LeftOut } from './change.ts';
import type { Git, GitCall } from './git.ts';
import { decodeName, namesGitDirectory, splitRecords } from './names.ts';
import { realPath } from './program.ts';

export type Snapshot = Readonly<{ tree: string; leftOut: readonly LeftOut[] }>;

type WorkTree = Readonly<{ directory: string; index: string }>;
type Submodule = Readonly<{ name: Buffer; path: string; commit: string }>;
/** A path that is not added, as bytes for git and as the person reads it. */
type Omission = Readonly<{ name: Buffer; leftOut: LeftOut | null }>;

/** GitHub refuses files above 100 MiB, and hashing what nobody can publish takes time and disk. */
const LARGEST_FILE = 100 * 1024 * 1024;

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
  const omissions = [...(await submoduleOmissions(at, submodules)), ...(await findOmissions(git, at))];
  const complete = await addAll(git, call, omissions);
  const missed = complete ? [] : await findMissed(git, call, omissions);
  await putBackSubmodules(git, at, submodules);
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

async function submoduleOmissions(at: WorkTree, submodules: readonly Submodule[]): Promise<readonly Omission[]> {
  const omissions: Omission[] = [];
  for (const { name, path } of submodules) {
    if (!(await isOwnDirectory(at.directory, path))) continue;
    const filled = (await readdir(join(at.directory, path)).catch(() => [])).length > 0;
    omissions.push({ name, leftOut: filled ? { path, because: 'inside-submodule' } : null });
  }
  return omissions;
}

/** A directory that is reached without a link on the way. */
async function isOwnDirectory(directory: string, path: string): Promise<boolean> {
  const full = join(directory, path);
  const found = await lstat(full).catch(() => null);
  return found?.isDirectory() === true && (await realPath(dirname(full))) === dirname(full);
}

async function findOmissions(git: Git, at: WorkTree): Promise<readonly Omission[]> {
  const omissions = new Map<string, Omission>();
  for (const name of await untracked(git, { workTree: at.directory, index: at.index })) {
    const because = await whyLeftOut(at.directory, name);
    if (because === null) continue;
    const cut = because === 'git-name' ? upToGitName(name) : name;
    const bare = cut.at(-1) === 0x2f ? cut.subarray(0, -1) : cut;
    omissions.set(bare.toString('latin1'), { name: bare, leftOut: { path: bare.toString(), because } });
  }
  return [...omissions.values()];
}

/** Git lists a repository inside the work tree with a slash at its end, and nothing below it. */
async function untracked(git: Git, call: GitCall): Promise<readonly Buffer[]> {
  return splitRecords((await git.run(['ls-files', '-z', '--others', '--exclude-standard'], call)).output);
}

async function whyLeftOut(directory: string, name: Buffer): Promise<LeftOut['because'] | null> {
  const path = decodeName(name);
  if (path === null) return 'not-utf-8';
  if (namesGitDirectory(path)) return 'git-name';
  if (path.endsWith('/')) return 'repository';
  const found = await lstat(join(directory, path)).catch(() => null);
  return found !== null && found.size > LARGEST_FILE ? 'too-large' : null;
}

function upToGitName(name: Buffer): Buffer {
  const components = name.toString().split('/');
  const at = components.findIndex(namesGitDirectory);
  return Buffer.from(components.slice(0, at + 1).join('/'));
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

function isBelow(name: Buffer, top: Buffer): boolean {
  return name.subarray(0, top.length).equals(top) && (name.length === top.length || name[top.length] === 0x2f);
}

function records(items: readonly Readonly<{ name: Buffer }>[]): Buffer {
  return Buffer.concat(items.flatMap(({ name }) => [name, Buffer.from([0])]));
}
