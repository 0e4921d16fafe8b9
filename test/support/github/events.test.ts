import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { EventName, EventOptions } from './events.ts';
import { startGitHub, type LoopbackGitHub } from './github.ts';

const exampleSchema = z.object({ name: z.string(), examples: z.array(z.record(z.string(), z.unknown())) });

const examples = z
  .array(exampleSchema)
  .parse(JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('@octokit/webhooks-examples')), 'utf8')));

/** Parts that belong to an example's circumstances, or that GitHub has stopped sending. */
const CIRCUMSTANCES = /^\/issue\/draft$|\/(milestone|organization|installation|custom_properties|assignee|license)$/;

test.for([
  ['issues', 'labeled', (github) => github.event('issues', { issue: 1, label: 'opencode', sender: 'mona' })],
  ['issue_comment', 'created', (github) => github.event('issue_comment', { comment: first(github.state.comments) })],
  ['pull_request', 'labeled', (github) => github.event('pull_request', { pull: 2, label: 'opencode' })],
  [
    'pull_request_review',
    'submitted',
    (github) => github.event('pull_request_review', { review: first(github.state.reviews) }),
  ],
  [
    'pull_request_review_comment',
    'created',
    (github) => github.event('pull_request_review_comment', { comment: first(github.state.reviewComments) }),
  ],
  ['workflow_dispatch', undefined, (github) => github.event('workflow_dispatch', { inputs: { prompt: 'Tidy up' } })],
  ['repository_dispatch', undefined, (github) => github.event('repository_dispatch', { eventType: 'on-demand-test' })],
  ['workflow_run', 'completed', (github) => github.event('workflow_run', { run: first(github.state.workflowRuns) })],
] satisfies [EventName, string | undefined, (github: LoopbackGitHub) => Promise<unknown>][])(
  'a payload of %s has what GitHub sends',
  async ([name, action, build]) => {
    await using github = await populated();
    const payload = await build(github);
    const found = examples.find((example) => example.name === name)?.examples ?? [];
    const matching = found.filter((example) => action === undefined || example['action'] === action);
    expect(matching).not.toEqual([]);
    for (const example of matching) expect(missingKeys(example, payload)).toEqual([]);
  },
);

test('a label in the payload is on the issue as well', async () => {
  await using github = await populated();
  const payload = await github.event('issues', { issue: 1, label: 'opencode', sender: 'mona' });
  expect(payload).toMatchObject({
    action: 'labeled',
    label: { name: 'opencode' },
    sender: { login: 'mona' },
    issue: { labels: [{ name: 'opencode' }] },
  });
  expect(github.state.issues.get(1)?.labels).toEqual(['opencode']);
});

test('a comment on a pull request says so', async () => {
  await using github = await populated();
  const { id } = github.seed.comment({ issue: 2, author: 'mona', body: '/opencode fix' });
  const payload = await github.event('issue_comment', { comment: id });
  expect(payload).toMatchObject({
    issue: { number: 2, pull_request: { html_url: `${github.serverUrl}/octo-org/hello-world/pull/2` } },
    sender: { login: 'mona' },
  });
});

test('a schedule has no sender', async () => {
  await using github = await populated();
  const options: EventOptions['schedule'] = { schedule: '0 3 * * *' };
  const payload = await github.event('schedule', options);
  expect(Object.keys(payload).toSorted()).toEqual(['repository', 'schedule', 'workflow']);
});

async function populated(): Promise<LoopbackGitHub> {
  const github = await startGitHub();
  github.seed.issue({ title: 'Bug' });
  const headSha = await github.seed.commit({ branch: 'fix', files: { a: '1\n' } });
  await github.seed.pull({ head: 'fix' });
  github.seed.comment({ issue: 1, body: 'Hello' });
  await github.seed.reviewComment({ pull: 2, path: 'a', line: 1, body: 'Why?' });
  github.seed.workflowRun({ headBranch: 'fix', headSha, conclusion: 'failure' });
  return github;
}

function first(map: ReadonlyMap<number, unknown>): number {
  return map.keys().next().value ?? 0;
}

/** Paths of the example that the payload lacks, however deep. */
function missingKeys(example: unknown, payload: unknown, path = ''): string[] {
  if (!isObject(example) || Array.isArray(example)) return [];
  if (!isObject(payload)) return [path];
  return Object.entries(example).flatMap(([key, value]) => {
    const place = `${path}/${key}`;
    if (CIRCUMSTANCES.test(place)) return [];
    return key in payload ? missingKeys(value, payload[key], place) : [place];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
