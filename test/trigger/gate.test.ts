import { expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { gate } from '../../src/trigger/gate.ts';
import { parseEvent, type EventOptions } from '../../src/trigger/parse-event.ts';
import type { Asked } from '../../src/trigger/trigger.ts';
import { forgeOf } from '../forge/forge.ts';
import { startGitHub, type LoopbackGitHub } from '../support/github/github.ts';
import { saying } from '../support/saying.ts';

const NOBODY = { allowedUsers: [], allowedBots: [] };
const OPTIONS = { phrases: ['/oc'], prompt: 'Tidy up', rerunBy: null };

async function labelled(github: LoopbackGitHub, sender: string, rerunBy: string | null = null): Promise<Asked> {
  const payload = await github.event('issues', { issue: github.seed.issue({}).number, label: 'opencode', sender });
  return ask('issues', payload, { rerunBy });
}

function ask(name: string, payload: unknown, options: Partial<EventOptions> = {}): Asked {
  const trigger = parseEvent({ name, payload }, { ...OPTIONS, ...options });
  if (trigger.kind === 'ignored') throw new Error(trigger.reason);
  return trigger;
}

test.each([
  ['admin', 'task'],
  ['maintain', 'task'],
  ['write', 'task'],
  ['triage', 'declined'],
  ['read', 'declined'],
  ['none', 'declined'],
] as const)('the permission %s of who applied the label makes it %s', async (permission, kind) => {
  await using github = await startGitHub({ permissions: { mona: permission } });
  const trigger = await gate(await labelled(github, 'mona'), forgeOf(github), NOBODY);
  expect(trigger.kind).toBe(kind);
  if (trigger.kind === 'declined') expect(trigger).toMatchObject({ said: false, reason: saying('mona') });
  expect(github.violations).toEqual([]);
});

test('an account that GitHub does not know is declined', async () => {
  await using github = await startGitHub();
  const trigger = await labelled(github, 'mona');
  github.state.users.delete('mona');
  expect(await gate(trigger, forgeOf(github), NOBODY)).toMatchObject({ kind: 'declined', said: false });
});

test('an exact login in allowed-users is let in, a similar one is not', async () => {
  await using github = await startGitHub({ permissions: { mona: 'read' } });
  const trigger = await labelled(github, 'mona');
  expect(await gate(trigger, forgeOf(github), { ...NOBODY, allowedUsers: ['Mona'] })).toMatchObject({ kind: 'task' });
  expect(await gate(trigger, forgeOf(github), { ...NOBODY, allowedUsers: ['mona*', 'mon', 'monalisa'] })).toMatchObject(
    { kind: 'declined' },
  );
});

test('a bot needs its name in allowed-bots', async () => {
  await using github = await startGitHub();
  const trigger = await labelled(github, 'helper[bot]');
  expect(await gate(trigger, forgeOf(github), { ...NOBODY, allowedUsers: ['helper[bot]'] })).toMatchObject({
    kind: 'declined',
    said: false,
  });
  expect(await gate(trigger, forgeOf(github), { ...NOBODY, allowedBots: ['helper[bot]'] })).toMatchObject({
    kind: 'task',
  });
});

test('who re-runs the workflow needs the permission too', async () => {
  await using github = await startGitHub({ permissions: { mona: 'write', reader: 'read' } });
  expect(await gate(await labelled(github, 'mona', 'reader'), forgeOf(github), NOBODY)).toMatchObject({
    kind: 'declined',
    reason: saying('reader'),
  });
  expect(await gate(await labelled(github, 'mona', 'mona'), forgeOf(github), NOBODY)).toMatchObject({ kind: 'task' });
});

test('a schedule needs nobody, its re-runner does', async () => {
  await using github = await startGitHub({ permissions: { reader: 'read' } });
  const payload = await github.event('schedule', { schedule: '0 4 * * 1' });
  const trigger = (rerunBy: string | null) => ask('schedule', payload, { rerunBy });
  expect(await gate(trigger(null), forgeOf(github), NOBODY)).toMatchObject({ kind: 'task' });
  expect(await gate(trigger('reader'), forgeOf(github), NOBODY)).toMatchObject({ kind: 'declined' });
});

test('an error of the API lets nobody in', async () => {
  await using github = await startGitHub({ permissions: { mona: 'admin' } });
  github.fault({ on: 'repos/get-collaborator-permission-level', times: Infinity, answer: { status: 503 } });
  const failure = await gate(await labelled(github, 'mona'), forgeOf(github), NOBODY).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Failure);
  expect(failure).toMatchObject({ code: 'forge', message: saying('Could not check the permission of mona') });
});

test('a stranger with a command that is not understood gets no reply', async () => {
  await using github = await startGitHub({ permissions: { reader: 'read', mona: 'write' } });
  const said = async (author: string) => {
    const { id } = github.seed.comment({ issue: github.seed.issue({}).number, author, body: '/oc fix --yolo' });
    const payload = await github.event('issue_comment', { comment: id });
    return await gate(ask('issue_comment', payload), forgeOf(github), NOBODY);
  };
  expect(await said('reader')).toMatchObject({ kind: 'declined', said: false });
  expect(await said('mona')).toMatchObject({ kind: 'declined', said: true });
});

test.each(['help', 'stop', 'review', 'accept', 'fix'])(
  'a stranger who says %s is declined in the log alone',
  async (word) => {
    await using github = await startGitHub({ permissions: { reader: 'read' } });
    const { id } = github.seed.comment({ issue: github.seed.issue({}).number, author: 'reader', body: `/oc ${word}` });
    const payload = await github.event('issue_comment', { comment: id });
    expect(await gate(ask('issue_comment', payload), forgeOf(github), NOBODY)).toMatchObject({
      kind: 'declined',
      said: false,
      reason: saying('reader'),
    });
  },
);

test('what is closed is tidied up after whoever closed it, as its author may who can write nothing', async () => {
  await using github = await startGitHub({ permissions: { reader: 'read' } });
  const issue = github.seed.issue({ author: 'reader' }).number;
  const payload = await github.event('issues', { issue, action: 'closed', sender: 'reader' });
  expect(await gate(ask('issues', payload), forgeOf(github), NOBODY)).toMatchObject({ kind: 'tidy' });
});

test('an archived repository is declined in the log', async () => {
  await using github = await startGitHub({ settings: { archived: true } });
  expect(await gate(await labelled(github, github.owner), forgeOf(github), NOBODY)).toMatchObject({
    kind: 'declined',
    said: false,
    reason: saying('archived'),
  });
});

test('on a pull request the commits are pinned', async () => {
  await using github = await startGitHub();
  const sha = await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  const payload = await github.event('pull_request', { pull: number, label: 'opencode' });
  const trigger = await gate(ask('pull_request', payload), forgeOf(github), NOBODY);
  expect(trigger).toMatchObject({
    kind: 'task',
    invocation: { target: { snapshot: { head: { branch: 'topic', sha }, base: { branch: 'main' } } } },
  });
});

test('on a pull request from a fork what needs a branch is declined with a reply', async () => {
  await using github = await startGitHub();
  await github.seed.commit({ fork: 'stranger', branch: 'topic', files: { 'a.txt': 'a' } });
  const { number } = await github.seed.pull({ head: 'topic', fork: 'stranger', author: 'stranger' });
  const { id } = github.seed.comment({ issue: number, body: '/oc plan' });
  const payload = await github.event('issue_comment', { comment: id });
  expect(await gate(ask('issue_comment', payload), forgeOf(github), NOBODY)).toMatchObject({
    kind: 'declined',
    said: true,
    reason: saying('`fix` works here and answers with a patch'),
  });
});
