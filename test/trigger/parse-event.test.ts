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
    'repository_dispatch',
    'repository_dispatch',
    'workflow_dispatch',
    'workflow_dispatch',
  ]);
});

test('every published comment, made a command, is parsed', () => {
  const comments = examples
    .filter(({ name }) => name === 'issue_comment')
    .flatMap(({ examples: payloads }) => payloads);
  for (const example of comments) {
    const comment = {
      ...z.record(z.string(), z.unknown()).parse(example['comment']),
      body: '/opencode fix the parser',
    };
    const payload = { ...example, action: 'created', comment };
    const trigger = parseEvent({ name: 'issue_comment', payload }, OPTIONS);
    expect(trigger).toMatchObject({
      kind: 'task',
      invocation: { instruction: { text: 'the parser', from: { what: 'comment' } } },
    });
  }
  expect(comments.length).toBeGreaterThan(5);
});

test.each(['issues', 'pull_request', 'issue_comment', 'workflow_dispatch', 'repository_dispatch', 'schedule'])(
  'a %s payload of the wrong shape is refused with the file, the event and the property',
  (name) => {
    const bad =
      name === 'schedule'
        ? []
        : { action: name === 'issue_comment' ? 'created' : 'labeled', issue: 7, pull_request: {} };
    const failure = failureOf(() => parseEvent({ name, payload: bad }, { ...OPTIONS, prompt: 'Tidy up' }));
    expect(failure.code).toBe('bad-input');
    expect(failure.message).toContain('GITHUB_EVENT_PATH');
    expect(failure.message).toContain(name);
    expect(failure.message).toMatch(/property \w|payload/);
  },
);

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

test('a command that does not work yet is declined with a reply', async () => {
  await using github = await startGitHub();
  const { id } = github.seed.comment({ issue: github.seed.issue({}).number, body: '/opencode plan' });
  const payload = await github.event('issue_comment', { comment: id });
  expect(parseEvent({ name: 'issue_comment', payload }, OPTIONS)).toMatchObject({
    kind: 'declined',
    said: true,
    invocation: { commentId: id },
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
