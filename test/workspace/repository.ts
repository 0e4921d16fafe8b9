import { createHash } from 'node:crypto';
import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { Failure } from '../../src/failure.ts';
import { resolveProgram } from '../../src/workspace/program.ts';
import { inspectSource, type Source } from '../../src/workspace/source.ts';
import { prepareWorkspace, type Workspace } from '../../src/workspace/workspace.ts';

const HERMETIC = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};

export const programs = {
  git: await resolveProgram('git', HERMETIC.PATH),
  cp: await resolveProgram('cp', HERMETIC.PATH),
};

/** A place of its own for one test, removed afterwards. */
export async function scratch(): Promise<AsyncDisposable & Readonly<{ path: string }>> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'workspace-test-')));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export async function git(directory: string, ...args: readonly string[]): Promise<string> {
  return (await execa('git', args, { cwd: directory, env: HERMETIC, extendEnv: false })).stdout;
}

export type Content = string | Uint8Array | Readonly<{ link: string }> | Readonly<{ script: string }>;

export async function put(directory: string, files: Readonly<Record<string, Content>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name);
    await mkdir(dirname(path), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) await writeFile(path, content);
    else if ('link' in content) await symlink(content.link, path);
    else await writeFile(path, content.script, { mode: 0o755 });
  }
}

/** A repository with one commit of these files on branch `main`. */
export async function repository(directory: string, files: Readonly<Record<string, Content>>): Promise<string> {
  await mkdir(directory, { recursive: true });
  await git(directory, 'init', '--quiet', '--initial-branch=main');
  await put(directory, files);
  return await commit(directory);
}

export async function commit(directory: string): Promise<string> {
  await git(directory, 'add', '--all');
  await git(directory, 'commit', '--quiet', '--allow-empty', '--message', 'work');
  return await git(directory, 'rev-parse', 'HEAD');
}

export type Prepared = Workspace & Readonly<{ source: Source; checkout: string; scratch: string }>;

/** A workspace on a repository of these files. `dirty` stands for what `setup` makes before the baseline is marked. */
export async function prepared(
  files: Readonly<Record<string, Content>>,
  dirty: Readonly<Record<string, Content>> = {},
): Promise<Prepared> {
  const place = await scratch();
  const checkout = join(place.path, 'checkout');
  const baseline = await repository(checkout, files);
  const source = await inspectSource({ program: programs.git, directory: checkout });
  const workspace = await prepareWorkspace({ programs, source, root: join(place.path, 'run'), baseline });
  await put(workspace.clone, dirty);
  await workspace.renewChecked(await workspace.markBaseline());
  return {
    ...workspace,
    source,
    checkout,
    scratch: place.path,
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}

/**
 * Everything in a directory, `.git` included: names, modes, times, bytes. Times of objects do not count: git touches those
 * that it would otherwise have written again, wherever it borrows from.
 */
export async function fingerprint(directory: string): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(directory, { recursive: true })).toSorted();
  for (const name of names) {
    const path = join(directory, name);
    const found = await lstat(path);
    const timed = !found.isDirectory() && !name.startsWith('.git/objects/');
    hash.update(JSON.stringify([name, found.mode, timed ? found.mtimeMs : null]));
    if (found.isFile()) hash.update(await readFile(path));
    if (found.isSymbolicLink()) hash.update(await readlink(path));
  }
  return hash.digest('hex');
}

export async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}

/** The Failure that a promise ends in. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Failure) return error;
  throw new Error('No Failure was thrown.', { cause: error });
}
