import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { createGit, type Git } from './git.ts';
import { realPath } from './program.ts';

/** The checkout that a run starts from. It is read and never written to. */
export type Source = Readonly<{
  directory: string;
  /** Where its objects are, absolute. */
  objects: string;
  branch: string;
  commit: string;
  /** Objects are missing and would be fetched when needed, so it cannot be borrowed from. */
  partial: boolean;
  /** Top-level ignored folders with installed dependencies, by name. */
  dependencies: readonly string[];
}>;

/** Folders that package managers fill and that repositories ignore. */
const DEPENDENCY_FOLDERS = ['node_modules', '.venv', 'vendor', 'target'];

const CHECKOUT = 'Run `actions/checkout` with `fetch-depth: 0` in an earlier step of the job';

/** Throws `bad-input` when the directory is not a whole checkout of a branch with a commit. */
export async function inspectSource(given: { program: string; directory: string }): Promise<Source> {
  const directory = await realPath(given.directory);
  const gitDir = join(directory, '.git');
  if (!(await exists(gitDir))) {
    throw bad(given.directory, 'is not a git repository', { hint: `${CHECKOUT}, without \`path:\`.` });
  }
  const git = createGit({ program: given.program, gitDir });
  const shallow = await git.text(['rev-parse', '--is-shallow-repository']).catch((error: unknown) => {
    throw bad(given.directory, 'is not a git repository that git can read', {
      hint: `${CHECKOUT}, without \`path:\`.`,
      cause: error,
    });
  });
  if (shallow === 'true') {
    throw bad(given.directory, 'is a shallow clone', {
      hint: 'Give `actions/checkout` the option `fetch-depth: 0`.',
    });
  }
  const branch = await git.text(['symbolic-ref', '--quiet', '--short', 'HEAD'], { answers: [1] });
  if (branch === '') {
    throw bad(given.directory, 'has a detached head, not a branch', {
      hint: 'Give `actions/checkout` the option `ref:` with the name of a branch.',
    });
  }
  const commit = await git.text(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { answers: [1] });
  if (commit === '') {
    throw bad(given.directory, `has no commit on branch ${branch}`, {
      hint: 'Push a first commit before Patchwright is asked.',
    });
  }
  return {
    directory,
    objects: await git.text(['rev-parse', '--path-format=absolute', '--git-path', 'objects']),
    branch,
    commit,
    partial:
      (await git.run(['config', '--get-regexp', String.raw`^remote\..*\.promisor$`], { answers: [1] })).code === 0,
    dependencies: await dependencyFolders(git, directory),
  };
}

async function dependencyFolders(git: Git, directory: string): Promise<readonly string[]> {
  const present: string[] = [];
  for (const name of DEPENDENCY_FOLDERS) {
    const found = await lstat(join(directory, name)).catch(() => null);
    if (found?.isDirectory() === true) present.push(name);
  }
  if (present.length === 0) return [];
  const input = present.map((name) => `${name}/\0`).join('');
  const ignored = await git.text(['check-ignore', '-z', '--stdin'], { workTree: directory, input, answers: [1] });
  return present.filter((name) => ignored.split('\0').includes(`${name}/`));
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}

function bad(directory: string, found: string, options: Readonly<{ hint: string; cause?: unknown }>): Failure {
  return new Failure('bad-input', `GITHUB_WORKSPACE (${directory}) ${found}.`, options);
}
