import { mkdir } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { removeDirectory } from './copy.ts';
import { createGit, type Git } from './git.ts';
import { createTrees, type Trees } from './trees.ts';
import { authorization, type Remote } from './trusted.ts';

/** A repository of trusted code's own with what was asked of the forge, and without any checkout. */
export type RemoteTrees = AsyncDisposable &
  Trees &
  Readonly<{
    /** Tree of a commit. */
    treeOf: (commit: string) => Promise<string>;
    /** Puts bytes among the objects; the blob's id. */
    add: (bytes: Uint8Array) => Promise<string>;
  }>;

/** Fetches commits with their trees and contents; their whole history where `deep`. Nothing of it is ever checked out. */
export async function openRemoteTrees(given: {
  program: string;
  gitDir: string;
  remote: Remote;
  commits: readonly string[];
  deep: boolean;
  env: Readonly<Record<string, string>>;
}): Promise<RemoteTrees> {
  await mkdir(given.gitDir, { recursive: true });
  const git = createGit(given);
  await git.run(['init', '--quiet', '--bare', '--template=', '--initial-branch=none', given.gitDir]);
  await fetchAll(git, given);
  return {
    ...createTrees(git),
    treeOf: (commit) => git.text(['rev-parse', '--verify', `${commit}^{tree}`]),
    add: (bytes) => addBlob(git, bytes),
    [Symbol.asyncDispose]: () => removeDirectory(given.gitDir),
  };
}

/** The id of the blob. */
export function addBlob(git: Git, bytes: Uint8Array): Promise<string> {
  return git.text(['hash-object', '-w', '--no-filters', '--stdin'], { input: bytes });
}

async function fetchAll(
  git: Git,
  { remote, commits, deep }: Readonly<{ remote: Remote; commits: readonly string[]; deep: boolean }>,
): Promise<void> {
  const depth = deep ? [] : ['--depth=1'];
  const quiet = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-gc'];
  try {
    await git.run(['fetch', ...quiet, ...depth, '--', remote.url, ...new Set(commits)], {
      protocols: 'https:http',
      secretConfig: authorization(remote.token),
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    throw new Failure(
      'forge',
      `The commits that the change stands on could not be fetched from ${remote.url}. ${reason}`,
      {
        hint: 'Check that `github-token` may read contents, and run again.',
        cause,
      },
    );
  }
}
