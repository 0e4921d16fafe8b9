import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Failure } from '../../src/failure.ts';
import { notice } from '../../src/trigger/notice.ts';
import { parseEvent } from '../../src/trigger/parse-event.ts';
import { startGitHub } from '../support/github/github.ts';
import { saying } from '../support/saying.ts';

const OPTIONS = { phrases: ['/opencode', '/oc'], prompt: null, rerunBy: null };
const NOTICE = { label: 'opencode', phrases: OPTIONS.phrases, allowedBots: [] };

const ACTIONS: Readonly<Record<string, string>> = {
  issue_comment: 'created',
  pull_request_review_comment: 'created',
  pull_request_review: 'submitted',
};

const examples = z
  .array(z.object({ name: z.string(), examples: z.array(z.record(z.string(), z.unknown())) }))
  .parse(JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('@octokit/webhooks-examples')), 'utf8')));

const published = examples.flatMap(({ name, examples: payloads }) =>
  payloads.map((payload, place): readonly [string, unknown] => [`${name}:${place}`, payload]),
);

test('every published example payload is noticed and parsed, or not for Patchwright', () => {
  const parsed: string[] = [];
  for (const [id, payload] of published) {
    const name = id.split(':')[0] ?? '';
    // The label of the examples is "bug", and none of their comments is a command.
    if (notice(name, payload, { ...NOTICE, label: 'bug' }).forUs) {
      const trigger = parseEvent({ name, payload }, { ...OPTIONS, prompt: 'Tidy up' });
      expect(trigger.kind).not.toBe('ignored');
      parsed.push(name);
    }
  }
  expect(parsed.toSorted()).toEqual([
    'issues',
    'issues',
    'pull_request',
    'pull_request',
    'pull_request',
    'pull_request',
    'repository_dispatch',
    'repository_dispatch',
    'workflow_dispatch',
    'workflow_dispatch',
  ]);
});

test.each([
  ['issue_comment', 'comment'],
  ['pull_request_review_comment', 'comment'],
  ['pull_request_review', 'review'],
] as const)('every published %s, made a command, is parsed', (name, part) => {
  const published = examples.filter((example) => example.name === name).flatMap(({ examples: payloads }) => payloads);
  for (const example of published) {
    const said = { ...z.record(z.string(), z.unknown()).parse(example[part]), body: '/opencode fix the parser' };
    const payload = { ...example, action: ACTIONS[name], [part]: said };
    const trigger = parseEvent({ name, payload }, OPTIONS);
    expect(trigger).toMatchObject({ kind: 'task', invocation: { instruction: { text: 'the parser' } } });
  }
  expect(published.length).toBeGreaterThan(3);
});

test.each([
  'issues',
  'pull_request',
  'issue_comment',
  'pull_request_review_comment',
  'pull_request_review',
  'workflow_dispatch',
  'repository_dispatch',
  'schedule',
])('a %s payload of the wrong shape is refused with the file, the event and the property', (name) => {
  const bad = name === 'schedule' ? [] : { action: ACTIONS[name] ?? 'labeled', issue: 7, pull_request: {} };
  const failure = failureOf(() => parseEvent({ name, payload: bad }, { ...OPTIONS, prompt: 'Tidy up' }));
  expect(failure.code).toBe('bad-input');
  expect(failure.message).toContain('GITHUB_EVENT_PATH');
  expect(failure.message).toContain(name);
  expect(failure.message).toMatch(/property \w|payload/);
});

test('a label names the issue, its text with provenance, and who applied it', async () => {
  await using github = await startGitHub({ permissions: { mona: 'write' } });
  const { number } = github.seed.issue({ title: 'Days are lost', body: 'See `2d`.', author: 'stranger' });
  const payload = await github.event('issues', { issue: number, label: 'opencode', sender: 'mona' });
  const trigger = parseEvent({ name: 'issues', payload }, { ...OPTIONS, rerunBy: 'rerunner' });
  expect(trigger).toMatchObject({
    kind: 'task',
    invocation: {
      command: 'fix',
      instruction: null,
      actor: { login: 'mona', kind: 'person' },
      rerunBy: 'rerunner',
      commentId: null,
      event: { name: 'issues', action: 'labeled' },
      target: {
        kind: 'issue',
        number,
        title: { text: 'Days are lost', from: { what: 'issue title', author: 'stranger' } },
        body: { text: 'See `2d`.', from: { what: 'issue body', author: 'stranger' } },
      },
    },
  });
});

test('a comment on a pull request is about the pull request', async () => {
  await using github = await startGitHub();
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  const { id } = github.seed.comment({ issue: number, body: '/oc --max-fix-rounds 1 rename it' });
  const payload = await github.event('issue_comment', { comment: id });
  expect(parseEvent({ name: 'issue_comment', payload }, OPTIONS)).toMatchObject({
    kind: 'task',
    invocation: {
      target: { kind: 'pull-request', number, snapshot: null },
      commentId: id,
      options: { maxFixRounds: 1 },
    },
  });
});

test('what is closed is declined with a reply', async () => {
  await using github = await startGitHub();
  const issue = github.seed.issue({});
  issue.state = 'closed';
  const payload = await github.event('issues', { issue: issue.number, label: 'opencode' });
  expect(parseEvent({ name: 'issues', payload }, OPTIONS)).toMatchObject({
    kind: 'declined',
    said: true,
    reason: saying('closed'),
  });
});

test('a command that is not understood is declined with a reply', async () => {
  await using github = await startGitHub();
  const { id } = github.seed.comment({ issue: github.seed.issue({}).number, body: '/opencode stop --now' });
  const payload = await github.event('issue_comment', { comment: id });
  expect(parseEvent({ name: 'issue_comment', payload }, OPTIONS)).toMatchObject({
    kind: 'declined',
    said: true,
    invocation: { commentId: id },
  });
});

/** A pull request with a comment on its one new line. */
async function withThread(body: string) {
  const github = await startGitHub({ permissions: { mona: 'write' } });
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a\nb\n' } });
  const { number } = await github.seed.pull({ head: 'topic', title: 'Letters' });
  const review = github.seed.review({ pull: number, author: 'mona', body });
  const comment = await github.seed.reviewComment({
    pull: number,
    path: 'a.txt',
    line: 2,
    body,
    author: 'mona',
    review: review.id,
  });
  return { github, number, review, comment };
}

test('a command on a line brings path, line and hunk, and stands as the last of its thread', async () => {
  const { github, number, comment } = await withThread('/oc fix --max-fix-rounds 1 use capitals');
  await using _ = github;
  const payload = await github.event('pull_request_review_comment', { comment: comment.id });
  const trigger = parseEvent({ name: 'pull_request_review_comment', payload }, OPTIONS);
  expect(trigger).toMatchObject({
    kind: 'task',
    invocation: {
      command: 'fix',
      instruction: {
        text: 'use capitals',
        from: { what: 'inline comment', author: 'mona', association: 'COLLABORATOR' },
      },
      options: { maxFixRounds: 1 },
      target: { kind: 'pull-request', number, title: { text: 'Letters' } },
      actor: { login: 'mona' },
      commentId: comment.id,
      inline: true,
      thread: [{ path: 'a.txt', line: 2, hunk: saying('+b'), text: { text: comment.body } }],
      event: { name: 'pull_request_review_comment', action: 'created' },
    },
  });
});

test('a command as the text of a review names the review, whose comments are read later', async () => {
  const { github, number, review } = await withThread('/oc review');
  await using _ = github;
  const payload = await github.event('pull_request_review', { review: review.id });
  expect(parseEvent({ name: 'pull_request_review', payload }, OPTIONS)).toMatchObject({
    kind: 'task',
    review: review.id,
    // A review takes no reaction.
    invocation: { command: 'review', target: { number }, commentId: null, inline: false, thread: [] },
  });
});

test('an issue that is closed is to be tidied up after, by no command', async () => {
  await using github = await startGitHub({ permissions: { mona: 'write' } });
  const issue = github.seed.issue({});
  issue.state = 'closed';
  const payload = await github.event('issues', { issue: issue.number, action: 'closed', sender: 'mona' });
  expect(parseEvent({ name: 'issues', payload }, OPTIONS)).toMatchObject({
    kind: 'tidy',
    invocation: { target: { kind: 'issue', number: issue.number }, actor: { login: 'mona' }, instruction: null },
  });
});

test('so is a pull request', async () => {
  await using github = await startGitHub({ permissions: { mona: 'write' } });
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a' } });
  const pull = await github.seed.pull({ head: 'topic' });
  pull.state = 'closed';
  const payload = await github.event('pull_request', { pull: pull.number, action: 'closed', sender: 'mona' });
  expect(parseEvent({ name: 'pull_request', payload }, OPTIONS)).toMatchObject({
    kind: 'tidy',
    invocation: { target: { kind: 'pull-request', number: pull.number }, instruction: null },
  });
});

test('a schedule has nobody behind it, and a branch name from its prompt', async () => {
  await using github = await startGitHub();
  const payload = await github.event('schedule', { schedule: '0 4 * * 1' });
  const trigger = parseEvent(
    { name: 'schedule', payload },
    { ...OPTIONS, prompt: ' Update the dépendances, please; all of them! ' },
  );
  expect(trigger).toMatchObject({
    kind: 'task',
    invocation: {
      actor: null,
      instruction: { text: 'Update the dépendances, please; all of them!' },
      target: { kind: 'repository', name: 'update-the-dependances-please-all-of' },
    },
  });
});

test('prompts without a Latin letter have a name each, and always the same', () => {
  const name = (prompt: string) => {
    const trigger = parseEvent({ name: 'schedule', payload: {} }, { ...OPTIONS, prompt });
    return trigger.kind === 'task' && trigger.invocation.target.kind === 'repository'
      ? trigger.invocation.target.name
      : null;
  };
  expect(name('依存関係を更新')).toMatch(/^schedule-[0-9a-f]{8}$/);
  expect(name('依存関係を更新')).toBe(name('依存関係を更新'));
  expect(name('依存関係を更新')).not.toBe(name('依存関係を削除'));
});

test.each(['schedule', 'workflow_dispatch', 'repository_dispatch'])('a %s without a prompt names the input', (name) => {
  const payload = { sender: { login: 'mona', id: 1, type: 'User' }, client_payload: { prompt: 'not from here' } };
  const failure = failureOf(() => parseEvent({ name, payload }, { ...OPTIONS, prompt: ' ' }));
  expect(failure.code).toBe('bad-input');
  expect(failure.message).toContain('`prompt`');
});

function failureOf(action: () => unknown): Failure {
  try {
    action();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
