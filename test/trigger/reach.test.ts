import { expect, test } from 'vitest';
import { gate } from '../../src/trigger/gate.ts';
import { parseEvent } from '../../src/trigger/parse-event.ts';
import { COMMANDS } from '../../src/trigger/trigger.ts';
import { forgeOf } from '../forge/forge.ts';
import { arrange, say } from '../scenarios/command-places.ts';
import { COMMAND_TABLE, PLACES, type Place } from '../scenarios/commands.ts';
import { startGitHub } from '../support/github/github.ts';
import { saying } from '../support/saying.ts';

const NOBODY = { allowedUsers: [], allowedBots: [] };
const OPTIONS = { phrases: ['/opencode'], prompt: null, rerunBy: null };
const places = Object.keys(PLACES).filter((place): place is Place => place in PLACES);

test.each(places)('on %s the commands work that the table says, and the others get the reason', async (place) => {
  await using github = await startGitHub({ permissions: { maintainer: 'write' } });
  const arranged = await arrange(github, place, false);
  for (const command of COMMANDS) {
    const { event, payload } = await say(github, arranged, `/opencode ${command}`);
    const asked = parseEvent({ name: event, payload }, OPTIONS);
    if (asked.kind === 'ignored') throw new Error(asked.reason);
    const trigger = await gate(asked, forgeOf(github), NOBODY);
    const { refused, says } = COMMAND_TABLE[command][place];
    expect({ command, kind: trigger.kind }).toEqual({ command, kind: refused ? 'declined' : 'task' });
    expect(trigger).toMatchObject(refused ? { said: true, reason: saying(says) } : { invocation: { command } });
  }
  expect(github.violations).toEqual([]);
});

test('a fork’s pull request is pinned as one whose branch is elsewhere', async () => {
  await using github = await startGitHub({ permissions: { maintainer: 'write' } });
  const { event, payload } = await say(github, await arrange(github, 'fork', false), '/opencode ask why');
  const asked = parseEvent({ name: event, payload }, OPTIONS);
  if (asked.kind === 'ignored') throw new Error(asked.reason);
  expect(await gate(asked, forgeOf(github), NOBODY)).toMatchObject({
    invocation: { target: { snapshot: { here: false, head: { branch: 'patch-1' } } } },
  });
});

test.each(['fix', 'review', 'abandon'] as const)(
  '%s on a merged pull request is declined with the reason',
  async (command) => {
    await using github = await startGitHub({ permissions: { maintainer: 'write' } });
    const arranged = await arrange(github, 'own', false);
    if (arranged.pull) arranged.pull.pull.draft = false;
    await github.seed.merge(arranged.number);
    const { event, payload } = await say(github, arranged, `/opencode ${command}`);
    const asked = parseEvent({ name: event, payload }, OPTIONS);
    if (asked.kind === 'ignored') throw new Error(asked.reason);
    expect(await gate(asked, forgeOf(github), NOBODY)).toMatchObject({ kind: 'declined', reason: saying('merged') });
  },
);

test('a description that somebody made theirs is no pull request of Patchwright’s', async () => {
  await using github = await startGitHub({ permissions: { maintainer: 'write' } });
  const arranged = await arrange(github, 'own', false);
  if (arranged.pull) arranged.pull.body = 'Mine now.';
  const { event, payload } = await say(github, arranged, '/opencode accept');
  const asked = parseEvent({ name: event, payload }, OPTIONS);
  if (asked.kind === 'ignored') throw new Error(asked.reason);
  expect(await gate(asked, forgeOf(github), NOBODY)).toMatchObject({ kind: 'declined', said: true });
});
