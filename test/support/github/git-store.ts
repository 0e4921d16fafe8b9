import { randomUUID } from 'node:crypto';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';

export type Person = { readonly name: string; readonly email: string; readonly date?: string | undefined };

/** One entry of a tree to be written: `sha: null` takes the path away. */
export type TreeChange = { readonly path: string; readonly mode: string; readonly sha: string | null };

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

export type Run = { readonly code: number; readonly stdout: Buffer; readonly stderr: string };

/** The real repository behind the routes; each method is one or a few runs of the git program. */
export type GitStore = {
  readonly dir: string;
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Run>;
  readonly text: (args: readonly string[], options?: RunOptions) => Promise<string>;
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

export type RunOptions = { readonly input?: string | Uint8Array; readonly env?: Readonly<Record<string, string>> };

const NO_OBJECT = '0'.repeat(40);

/** Nothing of the host's or the developer's git configuration reaches the repository. */
export const HERMETIC_GIT = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

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
  const run = async (args: readonly string[], options: RunOptions = {}): Promise<Run> => {
    const result = await execa('git', args, {
      cwd: dir,
      env: { ...HERMETIC_GIT, GIT_DIR: dir, ...options.env },
      ...(options.input === undefined ? {} : { input: options.input }),
      encoding: 'buffer',
      stripFinalNewline: false,
      reject: false,
    });
    return {
      code: result.exitCode ?? 1,
      stdout: Buffer.from(result.stdout),
      stderr: Buffer.from(result.stderr).toString(),
    };
  };
  const text = async (args: readonly string[], options?: RunOptions): Promise<string> => {
    const { code, stdout, stderr } = await run(args, options);
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.trim()}`);
    return stdout.toString().replace(/\n$/, '');
  };
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
    writeTree: async (base, changes) => {
      const index = join(dir, `index-${randomUUID()}`);
      const env = { GIT_INDEX_FILE: index };
      try {
        await text(base ? ['read-tree', base] : ['read-tree', '--empty'], { env });
        const files = changes.filter((change) => change.mode !== '040000');
        const lines = files.map(({ mode, sha, path }) =>
          sha === null ? `0 ${NO_OBJECT}\t${path}\0` : `${mode} ${sha}\t${path}\0`,
        );
        await text(['update-index', '--add', '--replace', '-z', '--index-info'], { env, input: lines.join('') });
        for (const { path, sha } of changes.filter((change) => change.mode === '040000'))
          await replaceDirectory(path, sha, env);
        return await text(['write-tree'], { env });
      } finally {
        await rm(index, { force: true });
      }
    },
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

  async function replaceDirectory(
    path: string,
    sha: string | null,
    env: Readonly<Record<string, string>>,
  ): Promise<void> {
    const inside = (await text(['ls-files', '-z', '--', `${path}/`], { env })).split('\0').filter(Boolean);
    const removals = inside.map((file) => `0 ${NO_OBJECT}\t${file}\0`).join('');
    await text(['update-index', '-z', '--index-info'], { env, input: removals });
    if (sha !== null) await text(['read-tree', `--prefix=${path}/`, sha], { env });
  }
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
