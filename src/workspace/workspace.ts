import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { makeClone } from './clone.ts';
import { removeDirectory } from './copy.ts';
import { createGit } from './git.ts';
import { isInside, realPath } from './program.ts';
import type { Snapshot } from './snapshot.ts';
import type { Source } from './source.ts';
import { createRunPlaces, type RunPlaces } from './steps.ts';
import { createTrees, type Trees } from './trees.ts';
import { makeTrusted, type Remote } from './trusted.ts';

/** The directories of one run, and trusted code's view of them. Disposal removes them. */
export type Workspace = AsyncDisposable &
  RunPlaces &
  Trees &
  Readonly<{
    root: string;
    /** Commit that the run is based on. */
    baseline: string;
  }>;

/** Makes the git directory of trusted code and the coder's clone under `root`, an empty directory outside the workspace. */
export async function prepareWorkspace(given: {
  /** Absolute paths. */
  programs: Readonly<{ git: string; cp: string }>;
  source: Source;
  root: string;
  /** Commit id. */
  baseline: string;
  /** Other commits whose trees are needed, fetched like the baseline. */
  also?: readonly string[];
  /** Name of the branch in the clone; the source's own unless told. */
  branch?: string;
  /** Where the baseline is fetched from when the source lacks it. */
  remote?: Remote;
  /** What the network needs (proxies, certificates). */
  env?: Readonly<Record<string, string>>;
  /** Leaves everything behind on disposal. */
  keep?: boolean;
}): Promise<Workspace> {
  const { programs, source, baseline } = given;
  const root = await makeRoot(given.root, source);
  const gitDir = join(root, 'git');
  const clone = {
    programs,
    trustedDir: gitDir,
    directory: join(root, 'clone'),
    branch: given.branch ?? source.branch,
    source,
  };
  try {
    const trusted = {
      program: programs.git,
      gitDir,
      source,
      baseline,
      also: given.also ?? [],
      env: given.env ?? {},
      remote: given.remote ?? null,
    };
    const git = await makeTrusted(trusted);
    await makeClone(clone);
    return {
      root,
      baseline,
      ...createTrees(git),
      ...createRunPlaces({ git, cp: programs.cp, root, baseline }),
      [Symbol.asyncDispose]: () => remove(root, given.keep ?? false),
    };
  } catch (error) {
    await remove(root, given.keep ?? false);
    throw error;
  }
}

/**
 * The workspace of a process that was killed, as it left it. Nothing of that run may be alive any more: what it was in the
 * middle of writing with git is thrown away.
 */
export async function reopenWorkspace(given: {
  /** Absolute paths. */
  programs: Readonly<{ git: string; cp: string }>;
  root: string;
  /** Commit id. */
  baseline: string;
  marked: Snapshot;
}): Promise<Workspace> {
  const { programs, root, baseline, marked } = given;
  const git = createGit({ program: programs.git, gitDir: join(root, 'git') });
  // An index, and the lock on one, is made anew for every question.
  for (const name of await readdir(git.gitDir)) {
    if (name.startsWith('index-')) await rm(join(git.gitDir, name), { force: true });
  }
  return {
    root,
    baseline,
    ...createTrees(git),
    ...createRunPlaces({ git, cp: programs.cp, root, baseline, marked }),
    [Symbol.asyncDispose]: () => remove(root, false),
  };
}

async function makeRoot(wanted: string, source: Source): Promise<string> {
  await mkdir(wanted, { recursive: true });
  const root = await realPath(wanted);
  const problem = isInside(root, source.directory)
    ? 'is inside GITHUB_WORKSPACE'
    : (await readdir(root)).length > 0 && 'is not empty';
  if (problem === false) return root;
  throw new Failure('bad-input', `The working directory ${root} ${problem}.`, {
    hint: 'Point RUNNER_TEMP to a directory outside the workspace.',
  });
}

async function remove(root: string, keep: boolean): Promise<void> {
  if (keep) return;
  await Promise.all(
    ['clone', 'checked', 'snapshot', 'pristine', 'steps', 'staged', 'git'].map((name) =>
      removeDirectory(join(root, name)),
    ),
  );
}
