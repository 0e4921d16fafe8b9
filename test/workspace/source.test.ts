import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Failure } from '../../src/failure.ts';
import { inspectSource } from '../../src/workspace/source.ts';
import { commit, failureOf, fingerprint, git, programs, put, repository, scratch } from './repository.ts';

function failure(directory: string): Promise<Failure> {
  return failureOf(inspectSource({ program: programs.git, directory }));
}

test('a checkout of a branch tells its branch, its commit and its installed dependencies', async () => {
  await using place = await scratch();
  const checkout = join(place.path, 'checkout');
  const head = await repository(checkout, { 'a.js': 'a', '.gitignore': 'node_modules\n/vendor/\n' });
  await put(checkout, { 'node_modules/x/index.js': 'x', 'vendor/y.rb': 'y', 'target/z': 'not ignored' });
  const source = await inspectSource({ program: programs.git, directory: checkout });
  expect(source).toMatchObject({
    branch: 'main',
    commit: head,
    partial: false,
    dependencies: ['node_modules', 'vendor'],
  });
  expect(source.objects).toBe(join(checkout, '.git/objects'));
});

test('looking at a checkout leaves it byte for byte as it was, its index included', async () => {
  await using place = await scratch();
  await repository(place.path, { 'a.js': 'a', '.gitignore': 'node_modules\n' });
  await put(place.path, { 'node_modules/x/index.js': 'x', 'a.js': 'changed' });
  const before = await fingerprint(place.path);
  await inspectSource({ program: programs.git, directory: place.path });
  expect(await fingerprint(place.path)).toBe(before);
});

test('a worktree of another repository is a checkout too', async () => {
  await using place = await scratch();
  await repository(join(place.path, 'main'), { 'a.js': 'a' });
  await git(join(place.path, 'main'), 'worktree', 'add', '--quiet', '-b', 'topic', join(place.path, 'tree'));
  const source = await inspectSource({ program: programs.git, directory: join(place.path, 'tree') });
  expect(source).toMatchObject({ branch: 'topic', objects: join(place.path, 'main/.git/objects') });
});

test('a directory that is no repository is named, with the checkout step as the remedy', async () => {
  await using place = await scratch();
  const { code, message, hint } = await failure(place.path);
  expect({ code, message }).toEqual({
    code: 'bad-input',
    message: `GITHUB_WORKSPACE (${place.path}) is not a git repository.`,
  });
  expect(hint).toContain('actions/checkout');
});

test('a folder inside a repository and a broken repository are no checkouts', async () => {
  await using place = await scratch();
  await repository(place.path, { 'sub/a.js': 'a' });
  expect((await failure(join(place.path, 'sub'))).message).toContain('is not a git repository');
  await mkdir(join(place.path, 'broken/.git'), { recursive: true });
  expect((await failure(join(place.path, 'broken'))).message).toContain('is not a git repository that git can read');
});

test('a shallow clone is refused with fetch-depth as the remedy', async () => {
  await using place = await scratch();
  await repository(join(place.path, 'origin'), { 'a.js': 'a' });
  await commit(join(place.path, 'origin'));
  const clone = join(place.path, 'clone');
  await git(place.path, 'clone', '--quiet', '--depth=1', `file://${place.path}/origin`, clone);
  const { code, message, hint } = await failure(clone);
  expect(code).toBe('bad-input');
  expect(message).toBe(`GITHUB_WORKSPACE (${clone}) is a shallow clone.`);
  expect(hint).toContain('`fetch-depth: 0`');
});

test('a detached head is refused with ref as the remedy', async () => {
  await using place = await scratch();
  await repository(place.path, { 'a.js': 'a' });
  await git(place.path, 'checkout', '--quiet', '--detach');
  const { code, message, hint } = await failure(place.path);
  expect(code).toBe('bad-input');
  expect(message).toContain('has a detached head');
  expect(hint).toContain('`ref:`');
});

test('a repository without a commit is refused', async () => {
  await using place = await scratch();
  await git(place.path, 'init', '--quiet', '--initial-branch=main');
  expect((await failure(place.path)).message).toContain('has no commit on branch main');
});
