import { expect, test } from 'vitest';
import { createGitHubForge } from '../../src/forge/github/github-forge.ts';
import { startGitHub, type LoopbackGitHub } from '../support/github/github.ts';
import { saying } from '../support/saying.ts';
import { bodyOf, commentOf, titleOf } from '../support/text.ts';
import { forgeOf } from './forge.ts';

const calls = (github: LoopbackGitHub, operationId: string): number =>
  github.journal.filter((entry) => entry.operationId === operationId).length;

test.each([
  ['500', { status: 500 }],
  ['502', { status: 502 }],
  ['503', { status: 503 }],
  ['a dropped connection', 'drop'],
  ['a hanging server', 'hang'],
] as const)('%s is asked again', async (_, answer) => {
  await using github = await startGitHub();
  github.fault({ on: 'repos/get', times: 2, answer });
  expect(await forgeOf(github, { timeLimit: 5000 }).info()).toMatchObject({ defaultBranch: 'main' });
  expect(calls(github, 'repos/get')).toBe(3);
});

test.each([
  ['502', { status: 502 }, '502', 20_000],
  ['a hanging server', 'hang', 'no answer in time', 1000],
] as const)('%s without an end is one clear failure', async (_, answer, words, timeLimit) => {
  await using github = await startGitHub();
  github.fault({ on: '*', times: Infinity, answer });
  await expect(forgeOf(github, { timeLimit }).info()).rejects.toMatchObject({
    name: 'Failure',
    code: 'forge',
    message: saying(new RegExp(`Could not read the repository: .*${words}`)),
    hint: saying('Run again'),
  });
  expect(calls(github, 'repos/get')).toBe(4);
});

test('an answer that breaks off is asked for again', async () => {
  await using github = await startGitHub();
  let first = true;
  const forge = createGitHubForge({
    token: 'ghs_loopback',
    apiUrl: github.apiUrl,
    repository: 'octo-org/hello-world',
    log: () => {},
    timing: { timeLimit: 5000, second: 2, writeGap: 0, notificationGap: 0 },
    async fetch(input, init) {
      const response = await fetch(input, init);
      if (!first) return response;
      first = false;
      return new Response((await response.text()).slice(0, 40), response);
    },
  });
  expect(await forge.info()).toMatchObject({ defaultBranch: 'main' });
});

test.each([
  ['a secondary limit', { status: 429, retryAfter: 3 }],
  [
    'a secondary limit of the older kind',
    { status: 403, message: 'You have exceeded a secondary rate limit.', retryAfter: 1 },
  ],
  ["a limit in a proxy's words", { status: 429, message: 'Slow down', retryAfter: 1 }],
  ['a limit by header alone', { status: 403, message: 'Slow down', retryAfter: 1 }],
  [
    'the primary limit',
    {
      status: 403,
      message: 'API rate limit exceeded',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000)) },
    },
  ],
] as const)('%s is waited for', async (_, answer) => {
  await using github = await startGitHub();
  github.fault({ on: 'issues/create-comment', answer });
  const lines: string[] = [];
  const forge = forgeOf(github, { log: (line) => lines.push(line) });
  await forge.createComment(github.seed.issue({}).number, commentOf('hello'));
  expect(calls(github, 'issues/create-comment')).toBe(2);
  expect(lines.join('\n')).toContain('waits');
});

test('the wait is as long as GitHub says', async () => {
  await using github = await startGitHub();
  github.fault({ on: 'repos/get', answer: { status: 429, retryAfter: 40 } });
  const started = Date.now();
  await forgeOf(github).info();
  // A second lasts two milliseconds here.
  expect(Date.now() - started).toBeGreaterThanOrEqual(75);
});

test.each([
  ['a secondary limit', { status: 403, message: 'secondary rate limit', retryAfter: 61 }],
  [
    'a primary limit',
    {
      status: 403,
      message: 'API rate limit exceeded',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600) },
    },
  ],
] as const)('%s that lifts in more than a minute is a failure now', async (_, answer) => {
  await using github = await startGitHub();
  github.fault({ on: 'repos/get', times: Infinity, answer });
  await expect(forgeOf(github).info()).rejects.toMatchObject({ code: 'forge', message: saying('rate limit') });
  expect(calls(github, 'repos/get')).toBe(1);
});

test('a limit that never lifts is a failure after two waits', async () => {
  await using github = await startGitHub();
  github.fault({ on: 'git/get-ref', times: Infinity, answer: { status: 429, retryAfter: 1 } });
  await expect(forgeOf(github).branchHead('main')).rejects.toMatchObject({
    code: 'forge',
    message: saying('rate limit'),
  });
  expect(calls(github, 'git/get-ref')).toBe(3);
});

test('a limit is never taken for a branch that is not there or a setting', async () => {
  await using github = await startGitHub();
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a' } });
  github.fault({
    on: 'pulls/create',
    times: Infinity,
    answer: { status: 403, message: 'secondary rate limit', retryAfter: 61 },
  });
  const creation = forgeOf(github).createPullRequest({
    title: titleOf('One'),
    body: bodyOf(''),
    head: 'topic',
    base: 'main',
    draft: false,
  });
  await expect(creation).rejects.toMatchObject({ message: saying('rate limit') });
});

test.each([
  [401, 'auth', 'github-token'],
  [403, 'forge', 'permissions: contents: write'],
  [404, 'forge', 'permissions: contents: write'],
  [422, 'forge', 'field'],
] as const)('%i is not asked again and has a remedy', async (status, code, hint) => {
  await using github = await startGitHub();
  github.fault({ on: 'git/create-blob', times: Infinity, answer: { status } });
  const failing = forgeOf(github).createBlob(Buffer.from('x'));
  await expect(failing).rejects.toMatchObject({ code, message: saying(`Could not store a file`), hint: saying(hint) });
  expect(calls(github, 'git/create-blob')).toBe(1);
});

test('a wrong token is told as such', async () => {
  await using github = await startGitHub();
  await expect(forgeOf(github, { token: 'ghp_wrong' }).info()).rejects.toMatchObject({ code: 'auth' });
});

test('a call that had its effect although its answer was lost is not taken for a refusal', async () => {
  await using github = await startGitHub();
  const forge = forgeOf(github);
  const from = (await forge.branchHead('main')) ?? '';
  const lost = { answer: { status: 502 }, afterEffect: true } as const;
  github.fault({ on: 'git/create-ref', ...lost });
  expect(await forge.createBranch('topic', from)).toBe(true);
  const to = await github.seed.commit({ branch: 'other', files: { 'a.txt': 'a' } });
  github.fault({ on: 'git/update-ref', ...lost });
  expect(await forge.moveBranch('topic', { from, to })).toEqual({ kind: 'moved' });
  github.fault({ on: 'pulls/create', ...lost });
  const creation = await forge.createPullRequest({
    title: titleOf('One'),
    body: bodyOf(''),
    head: 'topic',
    base: 'main',
    draft: false,
  });
  expect(creation).toEqual({ kind: 'exists' });
  const { number } = github.seed.issue({ labels: ['opencode'] });
  github.fault({ on: 'issues/remove-label', ...lost });
  await forge.removeLabel(number, 'opencode');
});

test('a mutation that GraphQL refuses with status 200 is a failure with its words', async () => {
  await using github = await startGitHub();
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  const pullRequest = await forgeOf(github).pullRequest(number);
  const pull = github.state.issues.get(number);
  if (pull) pull.state = 'closed';
  await expect(forgeOf(github).setDraft(pullRequest, true)).rejects.toMatchObject({
    code: 'forge',
    message: saying('Pull request is closed'),
  });
});

test('a repository that is not OWNER/NAME is refused by name', () => {
  const make = () =>
    createGitHubForge({ token: 'x', apiUrl: 'https://example.test', repository: 'hello', log: () => {} });
  expect(make).toThrow(/GITHUB_REPOSITORY is "hello"/);
});
