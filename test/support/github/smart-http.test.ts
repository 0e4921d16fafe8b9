import { join } from 'node:path';
import { execa } from 'execa';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { DEFAULT_TOKEN, startGitHub, type LoopbackGitHub } from './github.ts';

const reader = { login: 'github-actions[bot]', type: 'Bot', permissions: { contents: 'read' } } as const;

test('a private repository is cloned with a token alone', async () => {
  await using github = await startGitHub({ settings: { private: true }, tokens: { reader } });
  await using fixture = await createFixture();
  await expect(clone(github, fixture.path)).rejects.toThrow(/could not read Username|Authentication failed/);
  await expect(clone(github, fixture.path, 'wrong')).rejects.toThrow('Authentication failed');
  await clone(github, fixture.path, 'reader');
  expect(await fixture.readFile('clone/README.md', 'utf8')).toBe('# Hello\n');
});

test('a push takes write permission, and moves the pull request', async () => {
  await using github = await startGitHub({
    settings: { private: false },
    tokens: { reader, [DEFAULT_TOKEN]: { ...reader, permissions: { contents: 'write' } } },
  });
  await using fixture = await createFixture();
  await github.seed.commit({ branch: 'fix', files: { a: '1' } });
  const { pull } = await github.seed.pull({ head: 'fix' });
  await clone(github, fixture.path);
  await fixture.writeFile('clone/b', '2');
  const directory = join(fixture.path, 'clone');
  const identity = ['-c', 'user.name=Mona', '-c', 'user.email=mona@example.com'];
  await git(directory, 'switch', '--quiet', 'fix');
  await git(directory, 'add', 'b');
  await git(directory, ...identity, 'commit', '--quiet', '--message', 'By hand');
  await expect(git(directory, 'push', address(github), 'fix')).rejects.toThrow();
  await expect(git(directory, 'push', address(github, 'reader'), 'fix')).rejects.toThrow('403');
  await git(directory, 'push', address(github, DEFAULT_TOKEN), 'fix');
  expect(pull.headSha).toBe(await git(directory, 'rev-parse', 'HEAD'));
  await expect(git(directory, 'push', address(github, DEFAULT_TOKEN), 'HEAD:refs/pull/9/head')).rejects.toThrow();
  expect(github.violations).toEqual([]);
});

test('a shallow fetch of a commit by its SHA works', async () => {
  await using github = await startGitHub();
  await using fixture = await createFixture();
  const first = await github.seed.commit({ files: { a: '1' } });
  await github.seed.commit({ files: { a: '2' } });
  await git(fixture.path, 'init', '--quiet');
  await git(fixture.path, 'fetch', '--quiet', '--depth=1', address(github), first);
  expect(await git(fixture.path, 'rev-list', 'FETCH_HEAD')).toBe(first);
});

function address({ serverUrl, owner, repo }: LoopbackGitHub, token?: string): string {
  const url = new URL(`${serverUrl}/${owner}/${repo}.git`);
  if (token !== undefined) Object.assign(url, { username: 'x-access-token', password: token });
  return url.href;
}

function clone(github: LoopbackGitHub, cwd: string, token?: string): Promise<string> {
  return git(cwd, 'clone', '--quiet', address(github, token), 'clone');
}

async function git(cwd: string, ...args: string[]): Promise<string> {
  return (await execa('git', args, { cwd, env: { GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_GLOBAL: '/dev/null' } })).stdout;
}
