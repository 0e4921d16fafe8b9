import { describe, expect, test } from 'vitest';
import { gate } from '../../src/trigger/gate.ts';
import { takeCommit } from '../../src/trigger/named-commit.ts';
import { parseEvent } from '../../src/trigger/parse-event.ts';
import type { Asked } from '../../src/trigger/trigger.ts';
import { forgeOf } from '../forge/forge.ts';
import { startGitHub, type LoopbackGitHub } from '../support/github/github.ts';
import { saying } from '../support/saying.ts';

const NOBODY = { allowedUsers: [], allowedBots: [] };
const BOT = 'github-actions[bot]';
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString().replace(/\.\d+Z/, 'Z');

const start = () => startGitHub({ permissions: { mona: 'write', writer: 'write', reader: 'read' } });

async function through(github: LoopbackGitHub, name: string, payload: unknown): Promise<Asked> {
  const trigger = parseEvent({ name, payload }, { phrases: ['/oc'], prompt: null, rerunBy: null });
  if (trigger.kind === 'ignored') throw new Error(trigger.reason);
  const end = await gate(trigger, forgeOf(github), NOBODY);
  expect(github.violations).toEqual([]);
  return end;
}

type Pushed = { readonly fork?: string; readonly pusher?: string };

/** A pull request, a comment five minutes ago, and a push since where one is told. */
async function said(github: LoopbackGitHub, body: string, pushed: Pushed | null, fork?: string) {
  const at = fork === undefined ? { branch: 'topic' } : { branch: 'topic', fork };
  const before = await github.seed.commit({ ...at, files: { 'a.txt': 'a' } });
  for (const move of github.state.moves) move.at = ago(60);
  const { number } = await github.seed.pull({ head: 'topic', ...(fork === undefined ? {} : { fork }) });
  const { id } = github.seed.comment({ issue: number, author: 'mona', body, createdAt: ago(5) });
  const payload = await github.event('issue_comment', { comment: id });
  const after =
    pushed === null ? before : await github.seed.commit({ ...at, files: { 'b.txt': 'b' }, date: ago(90), ...pushed });
  return { number, before, after, trigger: await through(github, 'issue_comment', payload) };
}

describe('a command on a pull request', () => {
  test('is for the head that was there when it was given', async () => {
    await using github = await start();
    const { trigger, before } = await said(github, '/oc fix', null);
    expect(trigger).toMatchObject({ kind: 'task', invocation: { target: { snapshot: { head: { sha: before } } } } });
  });

  test.each(['fix', 'auto', 'plan', 'review', 'retry'])(
    'is refused with the commit named when %s came before a push, whatever date its commit bears',
    async (word) => {
      await using github = await start();
      const { trigger, after, number } = await said(github, `/oc ${word}`, { pusher: 'writer' });
      const commit = after.slice(0, 10);
      expect(trigger).toMatchObject({
        kind: 'declined',
        said: true,
        reason: `#${number} was moved to \`${commit}\` after this was asked for, so nothing was done. Look at it, then say \`${word} ${commit}\`.`,
      });
    },
  );

  test('is for the commit that it names, and for no other', async () => {
    await using github = await start();
    const { trigger, number, after } = await said(github, '/oc fix', { pusher: 'writer' });
    expect(trigger.kind).toBe('declined');
    const name = async (commit: string) => {
      const { id } = github.seed.comment({
        issue: number,
        author: 'mona',
        body: `/oc fix ${commit} gently`,
        createdAt: ago(5),
      });
      return await through(github, 'issue_comment', await github.event('issue_comment', { comment: id }));
    };
    expect(await name(after.slice(0, 10))).toMatchObject({
      kind: 'task',
      invocation: { instruction: { text: 'gently' }, target: { snapshot: { head: { sha: after } } } },
    });
    expect(await name('1234567890')).toMatchObject({
      kind: 'declined',
      said: true,
      reason: saying('not at `1234567890`'),
    });
  });

  test('goes on over what Patchwright itself pushed meanwhile, and over nothing else', async () => {
    await using github = await start();
    expect((await said(github, '/oc fix', { pusher: BOT })).trigger.kind).toBe('task');
    await using other = await start();
    expect((await said(other, '/oc fix', { pusher: 'other[bot]' })).trigger.kind).toBe('declined');
  });

  test('is held to the pushes of a fork as well', async () => {
    await using github = await start();
    expect((await said(github, '/oc review', null, 'stranger')).trigger.kind).toBe('task');
    await using moved = await start();
    expect((await said(moved, '/oc review', {}, 'stranger')).trigger).toMatchObject({
      kind: 'declined',
      reason: saying('was moved to'),
    });
  });

  test('is refused where the forge does not tell when the head was pushed, and may name it', async () => {
    await using github = await start();
    github.fault({ on: 'repos/list-activities', times: Infinity, answer: { status: 404 } });
    const { trigger, number, after } = await said(github, '/oc fix', null);
    expect(trigger).toMatchObject({ kind: 'declined', said: true, reason: saying('does not tell') });
    const { id } = github.seed.comment({ issue: number, author: 'mona', body: `/oc fix ${after}`, createdAt: ago(5) });
    const payload = await github.event('issue_comment', { comment: id });
    expect(await through(github, 'issue_comment', payload)).toMatchObject({ kind: 'task' });
  });

  test('is refused when the newest push is not the head that was read: another one came in between', async () => {
    await using github = await start();
    await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a' } });
    const { number } = await github.seed.pull({ head: 'topic' });
    const { id } = github.seed.comment({ issue: number, author: 'mona', body: '/oc fix' });
    const payload = await github.event('issue_comment', { comment: id });
    const forge = forgeOf(github);
    const pushing = {
      ...forge,
      pullRequest: async (wanted: number) => {
        const found = await forge.pullRequest(wanted);
        await github.seed.commit({ branch: 'topic', files: { 'late.txt': 'late' } });
        return found;
      },
    };
    const trigger = parseEvent({ name: 'issue_comment', payload }, { phrases: ['/oc'], prompt: null, rerunBy: null });
    if (trigger.kind === 'ignored') throw new Error(trigger.reason);
    expect(await gate(trigger, pushing, NOBODY)).toMatchObject({ kind: 'declined', said: true });
  });

  test('that asks, stops or helps is about no commit', async () => {
    for (const word of ['ask why?', 'stop', 'help']) {
      await using github = await start();
      expect((await said(github, `/oc ${word}`, { pusher: 'reader' })).trigger.kind, word).toBe('task');
    }
  });
});

test('a label is for the head that the event has, and not for one that was pushed before the run looked', async () => {
  await using github = await start();
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  const payload = await github.event('pull_request', { pull: number, label: 'opencode', sender: 'mona' });
  expect((await through(github, 'pull_request', payload)).kind).toBe('task');
  await github.seed.commit({ branch: 'topic', files: { 'b.txt': 'b' }, pusher: 'reader' });
  expect(await through(github, 'pull_request', payload)).toMatchObject({
    kind: 'declined',
    reason: saying('was moved to'),
  });
});

/** An issue that somebody edited so many minutes before it is labelled. */
async function edited(by: string, minutes: number, what: 'title' | 'body', asked: string = 'label') {
  await using github = await start();
  const issue = github.seed.issue({ title: 'One', body: 'Text', author: 'reader', createdAt: ago(600) });
  const when = { by, at: ago(minutes) };
  if (what === 'body') issue.edited = when;
  else issue.renames = [{ ...when, from: 'Zero', to: 'One' }];
  issue.updatedAt = ago(0);
  if (asked === 'label')
    return await through(
      github,
      'issues',
      await github.event('issues', { issue: issue.number, label: 'opencode', sender: 'mona' }),
    );
  const { id } = github.seed.comment({ issue: issue.number, author: 'mona', body: asked });
  return await through(github, 'issue_comment', await github.event('issue_comment', { comment: id }));
}

describe('an issue that was edited shortly before it is asked for', () => {
  test.each(['title', 'body'] as const)('stops the run when a reader changed its %s', async (what) => {
    expect(await edited('reader', 9, what)).toMatchObject({
      kind: 'declined',
      said: true,
      reason: saying(what === 'title' ? 'The title of #1 was changed' : 'The description of #1 was changed'),
    });
    expect(await edited('reader', 1, what, '/oc fix')).toMatchObject({ kind: 'declined', said: true });
  });

  test('is worked by when a writer, the actor or Patchwright changed it, or when it is long ago', async () => {
    for (const [by, minutes] of [
      ['writer', 1],
      ['mona', 1],
      [BOT, 1],
      ['reader', 11],
    ] as const) {
      expect((await edited(by, minutes, 'body')).kind, `${by} ${minutes}`).toBe('task');
    }
  });

  test('is not what a command with words of its own is about', async () => {
    expect((await edited('reader', 1, 'body', '/oc fix the typo in a.txt')).kind).toBe('task');
  });

  test('starts nothing when GitHub does not tell who edited it', async () => {
    await using github = await start();
    github.fault({ on: 'graphql', times: Infinity, answer: { status: 502 } });
    const payload = await github.event('issues', {
      issue: github.seed.issue({}).number,
      label: 'opencode',
      sender: 'mona',
    });
    await expect(through(github, 'issues', payload)).rejects.toMatchObject({ code: 'forge' });
  });
});

test.each([
  ['1a2b3c4 and so on', '1a2b3c4', 'and so on'],
  ['1A2B3C4', '1a2b3c4', null],
  ['defaced pages', null, 'defaced pages'],
  ['a'.repeat(40), 'a'.repeat(40), null],
  ['1a2b3c', null, '1a2b3c'],
  ['1a2b3c4x', null, '1a2b3c4x'],
  ['1'.repeat(41), null, '1'.repeat(41)],
])('of the words %s the commit is %s', (words, commit, rest) => {
  expect(takeCommit('fix', words)).toEqual({ commit, rest });
});
