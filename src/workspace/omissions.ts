import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LeftOut } from './change.ts';
import type { Git, GitCall } from './git.ts';
import { decodeName, namesGitDirectory, splitRecords } from './names.ts';
import { realPath } from './program.ts';

/** A directory and the index file that knows it. */
export type WorkTree = Readonly<{
  directory: string;
  index: string;
  /** File that says what was taken out of the directory and belongs to its tree all the same. */
  withheld?: string;
}>;
export type Submodule = Readonly<{ name: Buffer; path: string; commit: string }>;
/** A path that is not added, as bytes for git and as the person reads it; null is nothing to tell. */
export type Omission = Readonly<{ name: Buffer; leftOut: LeftOut | null }>;

/** GitHub refuses files above 100 MiB, and hashing what nobody can publish takes time and disk. */
const LARGEST_FILE = 100 * 1024 * 1024;

/** What is not to be added: the places of submodules, and what git cannot or must not take. */
export async function findOmissions(
  git: Git,
  at: WorkTree,
  submodules: readonly Submodule[],
): Promise<readonly Omission[]> {
  const places = await submodulePlaces(at, submodules);
  const omissions = new Map<string, Omission>();
  for (const name of await untracked(git, { workTree: at.directory, index: at.index })) {
    if (places.some((place) => isBelow(name, place.name))) continue;
    const because = await whyLeftOut(at.directory, name);
    if (because === null) continue;
    const cut = because === 'git-name' ? upToGitName(name) : name;
    const bare = cut.at(-1) === 0x2f ? cut.subarray(0, -1) : cut;
    omissions.set(bare.toString('latin1'), { name: bare, leftOut: { path: bare.toString(), because } });
  }
  return [...places, ...omissions.values()];
}

/** Git lists a repository inside the work tree with a slash at its end, and nothing below it. */
export async function untracked(git: Git, call: GitCall): Promise<readonly Buffer[]> {
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

async function submodulePlaces(at: WorkTree, submodules: readonly Submodule[]): Promise<readonly Omission[]> {
  const omissions: Omission[] = [];
  for (const { name, path } of submodules) {
    if (!(await isOwnDirectory(at.directory, path))) continue;
    const filled = (await readdir(join(at.directory, path)).catch(() => [])).length > 0;
    omissions.push({ name, leftOut: filled ? { path, because: 'inside-submodule' } : null });
  }
  return omissions;
}

/** A directory that is reached without a link on the way. */
export async function isOwnDirectory(directory: string, path: string): Promise<boolean> {
  const full = join(directory, path);
  const found = await lstat(full).catch(() => null);
  return found?.isDirectory() === true && (await realPath(dirname(full))) === dirname(full);
}

/** Whether a path is the other one or stands in it. */
export function isBelow(name: Buffer, top: Buffer): boolean {
  return name.subarray(0, top.length).equals(top) && (name.length === top.length || name[top.length] === 0x2f);
}
