import { expect, test } from 'vitest';
import { readInputs } from '../../../src/config/inputs.ts';
import { digestOfPlan } from '../../../src/pipeline/kept/digests.ts';
import { closeState } from '../../../src/pipeline/kept/saved-state.ts';
import { createFace } from '../../../src/pipeline/told/face.ts';
import { createStory, type Telling } from '../../../src/pipeline/told/story.ts';
import { mark, readMarker, statusMarker } from '../../../src/publish/marker.ts';
import { planOf } from '../../../src/publish/status-of.ts';
import { createRedactor } from '../../../src/text/redact.ts';
import { NO_SECRETS, commentText } from '../../../src/text/sinks.ts';
import type { CommandName, Target } from '../../../src/trigger/trigger.ts';
import { forgeOf } from '../../forge/forge.ts';
import { issueTarget, pullTarget } from '../../publish/world.ts';
import { BOT, NOW } from '../../scenarios/command-places.ts';
import { whatStands } from '../../support/action/what-stands.ts';
import type { LoopbackGitHub } from '../../support/github/github.ts';
import { scratch } from '../../workspace/repository.ts';
import { invocationOn, keep, PLAN, stateOn } from '../kept.ts';
import { does, start } from '../words/said.ts';

const CANARY = 'canary-7f3a';

/** A run that shows its face on an issue or pull request, as the workflow run that the forge knows. */
async function faceOn(github: LoopbackGitHub, command: CommandName, target: Target) {
  const record = await scratch();
  const headSha = await whatStands(github).git('rev-parse', 'main');
  const run = github.seed.workflowRun({ headBranch: 'main', headSha });
  const deps: Telling = {
    forge: forgeOf(github),
    inputs: readInputs({}),
    run: {
      id: run.id,
      attempt: 1,
      root: record.path,
      record: record.path,
      url: null,
      repositoryUrl: `${github.serverUrl}/${github.repo}`,
      workspace: '/nowhere',
    },
    now: () => NOW,
    log: () => {},
    redact: createRedactor([CANARY]),
    ownSecrets: () => [],
  };
  const invocation = invocationOn(target, { command });
  const story = createStory(invocation, deps);
  const open = () => createFace(story, deps);
  return {
    run,
    invocation,
    story,
    face: open(),
    again: open,
    [Symbol.asyncDispose]: () => record[Symbol.asyncDispose](),
  };
}

const comments = ({ state }: LoopbackGitHub) => [...state.comments.values()].filter(({ author }) => author === BOT);

test('a question that is being answered is found by stop, and its run cancelled', async () => {
  await using github = await start();
  const target = issueTarget(github, {});
  await using asked = await faceOn(github, 'ask', target);
  await asked.face.claim(asked.invocation);
  expect(comments(github)[0]?.body).toContain('`/opencode stop` cancels it.');
  const arranged = { number: target.kind === 'issue' ? target.number : 0, pull: null, inline: false };
  const { reply } = await does(github, arranged, '/opencode stop');
  expect(reply).toContain(`Stopped the [run ${asked.run.id}]`);
  expect(asked.run.conclusion).toBe('cancelled');
});

test('the answer takes the place of what was there, and stop does not find the run any more', async () => {
  await using github = await start();
  const target = issueTarget(github, {});
  await using asked = await faceOn(github, 'ask', target);
  await asked.face.claim(asked.invocation);
  await asked.face.answer({ kind: 'answered', reply: `It adds two, ${CANARY}.` });
  await asked.face.close();
  const [only, ...others] = comments(github);
  expect(others).toEqual([]);
  expect(only?.body.split('\n').at(-1)).toBe('It adds two, ‹redacted›.');
  const arranged = { number: only?.issue ?? 0, pull: null, inline: false };
  expect((await does(github, arranged, '/opencode stop')).reply).toContain('nothing to stop');
});

test('an answer whose comment was deleted gets another', async () => {
  await using github = await start();
  await using asked = await faceOn(github, 'ask', issueTarget(github, {}));
  await asked.face.claim(asked.invocation);
  github.state.comments.clear();
  await asked.face.answer({ kind: 'answered', reply: 'It adds two.' });
  expect(comments(github).map(({ body }) => body.split('\n').at(-1))).toEqual(['It adds two.']);
});

test('a question keeps no other run from its work, and is kept from none', async () => {
  await using github = await start();
  const target = issueTarget(github, {});
  await using asked = await faceOn(github, 'ask', target);
  await using works = await faceOn(github, 'fix', target);
  await using later = await faceOn(github, 'ask', target);
  expect(await asked.face.claim(asked.invocation)).toEqual({ kind: 'claimed' });
  expect(await works.face.claim(works.invocation)).toEqual({ kind: 'claimed' });
  expect(await later.face.claim(later.invocation)).toEqual({ kind: 'claimed' });
});

test('another process says in the same comment that a question was cut off, and not in one that was answered', async () => {
  await using github = await start();
  await using asked = await faceOn(github, 'ask', issueTarget(github, {}));
  await asked.face.claim(asked.invocation);
  const other = asked.again();
  expect(await other.resume()).toBe(true);
  asked.story.update({ outcome: 'failed', failure: { category: 'cancelled', message: 'It was killed.', hint: '' } });
  await other.close();
  expect(comments(github).map(({ body }) => body.includes('It was killed.'))).toEqual([true]);
  expect(await asked.again().resume()).toBe(false);
});

/** A pull request whose status comment shows a plan that waits. */
async function planned(github: LoopbackGitHub) {
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  const target = pullTarget(number);
  const plan = { digest: digestOfPlan(PLAN.plan), at: new Date(NOW - 60_000).toISOString() };
  const marker = statusMarker({ issue: number, runId: 1, state: 'ended', now: NOW - 1, plan });
  github.seed.comment({ issue: number, author: BOT, body: mark(marker, commentText('The plan.', NO_SECRETS)) });
  const { head, base } = await forgeOf(github).pullRequest(number);
  const pinned: Target = {
    ...target,
    ...(target.kind === 'pull-request' ? { snapshot: { head, base, here: true } } : {}),
  };
  const leave = (change: Partial<ReturnType<typeof stateOn>>) =>
    keep(
      github,
      closeState(stateOn(github, { branch: 'topic', ended: 'planned', journal: [PLAN], ...change }), null),
      'topic',
    );
  return { number, target: pinned, plan, leave };
}

test('a plan that waits on a pull request is there to be approved after a review', async () => {
  await using github = await start();
  const { number, target, plan, leave } = await planned(github);
  await leave({});
  await using review = await faceOn(github, 'review', target);
  await review.face.claim(review.invocation);
  review.story.update({ outcome: 'answered', summary: 'Reviewed 1 file.' });
  await review.face.close();
  // Since when it is shown stays known.
  expect(await planOf(forgeOf(github), number)).toEqual(plan);
  const [status] = comments(github);
  expect(status?.body).toMatch(/Reviewed 1 file[\s\S]*A plan waits for approval[\s\S]*`\/opencode approve`/);
});

test('a review does not keep a plan alive that the state does not have, or that was worked by', async () => {
  await using github = await start();
  const { number, target, leave } = await planned(github);
  await leave({ ended: 'published' });
  await using review = await faceOn(github, 'review', target);
  await review.face.claim(review.invocation);
  review.story.update({ outcome: 'answered' });
  await review.face.close();
  expect(await planOf(forgeOf(github), number)).toBeNull();
});

test('a plan waits no more once somebody has the pull request worked on', async () => {
  await using github = await start();
  const { number, target, leave } = await planned(github);
  await leave({});
  await using fix = await faceOn(github, 'fix', target);
  await fix.face.claim(fix.invocation);
  fix.story.update({ outcome: 'published' });
  await fix.face.close();
  const [status] = comments(github);
  expect(readMarker(status?.body ?? '')).toMatchObject({ kind: 'status', state: 'ended', target: number });
  expect(await planOf(forgeOf(github), number)).toBeNull();
});

test('the status comment of a review says nothing of checks, which a review does not run', async () => {
  await using github = await start();
  const { target } = await planned(github);
  await using review = await faceOn(github, 'review', target);
  await review.face.claim(review.invocation);
  review.story.update({ outcome: 'answered', verdict: 'pass' });
  await review.face.close();
  expect(comments(github)[0]?.body).not.toContain('checks');
});
