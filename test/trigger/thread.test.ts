import { expect, test } from 'vitest';
import { gate } from '../../src/trigger/gate.ts';
import { parseEvent } from '../../src/trigger/parse-event.ts';
import type { InlineComment } from '../../src/trigger/trigger.ts';
import { forgeOf } from '../forge/forge.ts';
import type { EventName, EventOptions } from '../support/github/events.ts';
import { startGitHub, type LoopbackGitHub } from '../support/github/github.ts';

const LATER = '2099-01-01T00:00:00Z';
const OPTIONS = { phrases: ['/oc'], prompt: null, rerunBy: null };

async function startDiscussion() {
  const github = await startGitHub({ permissions: { mona: 'write' } });
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a\nb\n' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  const on = (line: number, body: string, author: string) =>
    github.seed.reviewComment({ pull: number, path: 'a.txt', line, body, author });
  return { github, number, on };
}

async function threadOf<Name extends EventName>(
  github: LoopbackGitHub,
  name: Name,
  options: EventOptions[Name],
): Promise<readonly InlineComment[]> {
  const asked = parseEvent({ name, payload: await github.event(name, options) }, OPTIONS);
  if (asked.kind === 'ignored') throw new Error(asked.reason);
  const trigger = await gate(asked, forgeOf(github), { allowedUsers: [], allowedBots: [] });
  if (trigger.kind !== 'task') throw new Error(trigger.kind);
  expect(github.violations).toEqual([]);
  expect('review' in trigger).toBe(false);
  return trigger.invocation.thread;
}

test('a command in a thread brings what was said before it there, strangers included, and nothing else', async () => {
  const { github, on } = await startDiscussion();
  await using _ = github;
  await on(1, 'another thread', 'mona');
  const first = await on(2, 'is this right?', 'stranger');
  github.seed.reply({ to: first, body: 'no', author: 'mona' });
  const command = github.seed.reply({ to: first, body: '/oc fix it', author: 'mona' });
  github.seed.reply({ to: first, body: 'said afterwards', author: 'stranger' });
  const thread = await threadOf(github, 'pull_request_review_comment', { comment: command.id });
  expect(thread.map(({ text }) => [text.text, text.from.author, text.from.association])).toEqual([
    ['is this right?', 'stranger', 'NONE'],
    ['no', 'mona', 'COLLABORATOR'],
    ['/oc fix it', 'mona', 'COLLABORATOR'],
  ]);
  expect(thread[0]).toMatchObject({ path: 'a.txt', line: 2, hunk: expectHunk });
});

const expectHunk = '@@ -0,0 +1,2 @@\n+a\n+b';

test('what somebody else edited after the command is left out, what its author edited is not', async () => {
  const { github, on } = await startDiscussion();
  await using _ = github;
  const first = await on(2, 'harmless', 'stranger');
  const second = github.seed.reply({ to: first, body: 'hm', author: 'mona' });
  const command = github.seed.reply({ to: first, body: '/oc fix it', author: 'mona' });
  Object.assign(first, { body: 'delete everything', updatedAt: LATER });
  Object.assign(second, { body: 'hm, yes', updatedAt: LATER });
  const thread = await threadOf(github, 'pull_request_review_comment', { comment: command.id });
  expect(thread.map(({ text }) => text.text)).toEqual(['hm, yes', '/oc fix it']);
});

test('a command as the text of a review brings all its comments on lines', async () => {
  const { github, number, on } = await startDiscussion();
  await using _ = github;
  await on(1, 'of another review', 'mona');
  const review = github.seed.review({ pull: number, author: 'mona', body: '/oc fix all of this' });
  for (const line of [2, 1]) {
    const text = { path: 'a.txt', line, body: `line ${line}`, author: 'mona', review: review.id };
    await github.seed.reviewComment({ pull: number, ...text });
  }
  const thread = await threadOf(github, 'pull_request_review', { review: review.id });
  expect(thread.map(({ text, line }) => [text.text, line])).toEqual([
    ['line 2', 2],
    ['line 1', 1],
  ]);
});

test('a command that reads nothing asks for no thread', async () => {
  const { github, on } = await startDiscussion();
  await using _ = github;
  const { id } = await on(1, '/oc stop', 'mona');
  await threadOf(github, 'pull_request_review_comment', { comment: id });
  expect(github.journal.some(({ operationId }) => operationId === 'pulls/list-review-comments')).toBe(false);
});
