import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { HERMETIC_GIT, createGitProgram, type GitProgram } from './git-program.ts';
import { writeTree, type TreeChange } from './tree-writer.ts';

export type Person = { readonly name: string; readonly email: string; readonly date?: string | undefined };

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

/** The real repository behind the routes; each method is one or a few runs of the git program. */
export type GitStore = GitProgram & {
  readonly dir: string;
  readonly resolve: (revision: string) => Promise<string | undefined>;
  /** The type of the object with this full SHA; undefined for anything else, a branch's name included. */
  readonly typeOf: (sha: string) => Promise<ObjectType | undefined>;
  readonly writeBlob: (bytes: Uint8Array) => Promise<string>;
  readonly writeTree: (base: string | undefined, changes: readonly TreeChange[]) => Promise<string>;
  readonly writeCommit: (commit: NewCommit) => Promise<string>;
  /** Moves a ref if it still stands at `from`; `undefined` is for a ref that must not exist yet, or must go. */
  readonly moveRef: (ref: string, from: string | undefined, to: string | undefined) => Promise<boolean>;
  readonly isAncestor: (ancestor: string, descendant: string) => Promise<boolean>;
};

export type NewCommit = {
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
};

const NO_OBJECT = '0'.repeat(40);

/** Fetches may ask for any reachable commit and for filters, and nobody pushes to `refs/pull`, as at GitHub; branches of forks stay out of sight. */
const CONFIG = `
[http]
	receivepack = true
[uploadpack]
	allowFilter = true
	allowReachableSHA1InWant = true
[transfer]
	hideRefs = refs/forks
[receive]
	hideRefs = refs/pull
	autogc = false
[gc]
	auto = 0
`;

export async function createGitStore(dir: string, defaultBranch: string): Promise<GitStore> {
  const store = openGitStore(dir);
  await execa('git', ['init', '--bare', '--quiet', '--template=', `--initial-branch=${defaultBranch}`, dir], {
    env: HERMETIC_GIT,
  });
  await appendFile(join(dir, 'config'), CONFIG);
  return store;
}

function openGitStore(dir: string): GitStore {
  const { run, text } = createGitProgram(dir);
  const resolve = async (revision: string): Promise<string | undefined> => {
    const { code, stdout } = await run(['rev-parse', '--verify', '--quiet', '--end-of-options', revision]);
    return code === 0 ? stdout.toString().trim() : undefined;
  };
  return {
    dir,
    run,
    text,
    resolve,
    typeOf: async (sha) => {
      if (!/^[0-9a-f]{40}$/.test(sha)) return undefined;
      const { code, stdout } = await run(['cat-file', '-t', sha]);
      return code === 0 ? parseType(stdout.toString().trim()) : undefined;
    },
    writeBlob: (bytes) => text(['hash-object', '-w', '--stdin'], { input: bytes }),
    writeTree: (base, changes) => writeTree(text, dir, { base, changes }),
    writeCommit: ({ message, tree, parents, author, committer }) =>
      text(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], {
        input: message,
        env: identity(author, committer),
      }),
    moveRef: async (ref, from, to) => {
      const args = to === undefined ? ['-d', ref, from ?? NO_OBJECT] : [ref, to, from ?? NO_OBJECT];
      return (await run(['update-ref', ...args])).code === 0;
    },
    isAncestor: async (ancestor, descendant) =>
      (await run(['merge-base', '--is-ancestor', ancestor, descendant])).code === 0,
  };
}

function identity(author: Person, committer: Person): Record<string, string> {
  return {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    ...(author.date && { GIT_AUTHOR_DATE: author.date }),
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
    ...(committer.date && { GIT_COMMITTER_DATE: committer.date }),
  };
}

function parseType(text: string): ObjectType | undefined {
  switch (text) {
    case 'blob':
    case 'tree':
    case 'commit':
    case 'tag':
      return text;
    default:
      return undefined;
  }
}
