import { expect, test } from 'vitest';
import { gate } from '../../src/trigger/gate.ts';
import { parseEvent } from '../../src/trigger/parse-event.ts';
import { forgeOf } from '../forge/forge.ts';
import { saying } from '../support/saying.ts';
import { workOn } from './change.ts';
import { git, publish, pullTarget, startWorld } from './world.ts';

/** A pull request from a fork whose branch has the name of a branch here. */
async function arrange() {
  const github = await startWorld();
  const here = await github.seed.commit({ branch: 'topic', files: { 'src/one.txt': 'ours\n' } });
  await github.seed.commit({ branch: 'topic', fork: 'stranger', files: { 'src/one.txt': 'theirs\n' } });
  const { number } = await github.seed.pull({ head: 'topic', fork: 'stranger', author: 'stranger' });
  return { github, here, number };
}

test.each(['fix', 'auto', 'plan', 'approve', 'retry', 'accept', 'abandon', 'review', 'ask'])(
  'on a fork’s pull request %s leaves the branch of the same name here alone',
  async (word) => {
    const { github, here, number } = await arrange();
    await using _ = github;
    const { id } = github.seed.comment({ issue: number, author: 'mona', body: `/oc ${word}` });
    const payload = await github.event('issue_comment', { comment: id });
    const asked = parseEvent({ name: 'issue_comment', payload }, { phrases: ['/oc'], prompt: null, rerunBy: null });
    if (asked.kind === 'ignored') throw new Error(asked.reason);
    const trigger = await gate(asked, forgeOf(github), { allowedUsers: [], allowedBots: [] });
    if (['fix', 'auto', 'review', 'ask', 'retry'].includes(word))
      expect(trigger).toMatchObject({ kind: 'task', invocation: { target: { snapshot: { here: false } } } });
    else expect(trigger).toMatchObject({ kind: 'declined', said: true });
    expect(await git(github, 'rev-parse', 'topic')).toBe(here);
  },
);

test('a change is not published for a fork’s pull request, whatever let it come so far', async () => {
  const { github, here, number } = await arrange();
  await using _ = github;
  const work = await workOn(github, { 'src/one.txt': 'ONE\n' }, { base: here });
  const before = github.journal.length;
  await expect(publish(github, { target: pullTarget(number), work })).rejects.toMatchObject({
    message: saying('comes from a fork'),
  });
  expect(await git(github, 'rev-parse', 'topic')).toBe(here);
  expect(github.journal.slice(before).filter(({ route }) => !route.startsWith('GET'))).toEqual([]);
});
