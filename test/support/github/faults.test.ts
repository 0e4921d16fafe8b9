import { expect, test } from 'vitest';
import { connect } from './client.ts';
import { DEFAULT_TOKEN, startGitHub, type LoopbackGitHub } from './github.ts';

const at = { owner: 'octo-org', repo: 'hello-world' };

test('the call that the rule counts to goes wrong, and only that one', async () => {
  await using github = await startGitHub();
  github.fault({ on: 'POST /repos/{owner}/{repo}/labels', at: 2, answer: { status: 503 } });
  expect(await statuses(github, 3)).toEqual([201, 503, 201]);
  expect(github.journal.map(({ status, faulted }) => [status, faulted])).toEqual([
    [201, false],
    [503, true],
    [201, false],
  ]);
  expect([...github.state.labels.keys()]).toEqual(['label-0', 'label-2']);
  expect(github.violations).toEqual([]);
});

test('calls in a row go wrong, by operation or whatever they are', async () => {
  await using github = await startGitHub();
  github.fault({ on: 'issues/create-label', times: 2, answer: { status: 409, message: 'Busy' } });
  expect(await statuses(github, 3)).toEqual([409, 409, 201]);
  github.fault({ on: '*', times: Infinity, answer: { status: 500 } });
  expect(await statuses(github, 2)).toEqual([500, 500]);
});

test('a rate limit says when to come back', async () => {
  await using github = await startGitHub();
  github.fault({ on: 'repos/get', answer: { status: 429, retryAfter: 7 } });
  await expect(connect(github).repos.get(at)).rejects.toMatchObject({
    status: 429,
    response: { headers: { 'retry-after': '7' } },
  });
});

test('an error can hide that the change took place', async () => {
  await using github = await startGitHub();
  github.fault({ on: 'issues/create-label', answer: { status: 502 }, afterEffect: true });
  expect(await statuses(github, 1)).toEqual([502]);
  expect([...github.state.labels.keys()]).toEqual(['label-0']);
});

test('a call can stay without an answer, and the server still closes', async () => {
  const aborted = new AbortController();
  const github = await startGitHub();
  github.fault({ on: 'repos/get', answer: 'hang' });
  const hanging = connect(github).repos.get({ ...at, request: { signal: aborted.signal } });
  await expect
    .poll(() => github.journal)
    .toMatchObject([{ operationId: 'repos/get', status: undefined, faulted: true }]);
  expect((await connect(github).issues.listLabelsForRepo(at)).status).toBe(200);
  aborted.abort();
  await expect(hanging).rejects.toThrow();
  await github[Symbol.asyncDispose]();
});

test('a connection can drop', async () => {
  await using github = await startGitHub();
  github.fault({ on: 'repos/get', answer: 'drop' });
  const url = `${github.apiUrl}/repos/octo-org/hello-world`;
  await expect(fetch(url, { headers: { authorization: `token ${DEFAULT_TOKEN}` } })).rejects.toThrow('fetch failed');
});

/** The statuses that as many calls are answered with, each making a label of its own. */
async function statuses(github: LoopbackGitHub, count: number): Promise<number[]> {
  const results: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const response = await fetch(`${github.apiUrl}/repos/octo-org/hello-world/labels`, {
      method: 'POST',
      headers: { authorization: `Bearer ${DEFAULT_TOKEN}` },
      body: JSON.stringify({ name: `label-${index}` }),
    });
    results.push(response.status);
  }
  return results;
}
