import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { claimStatusComment, type Claim, type ClaimOptions } from '../../src/publish/claim.ts';
import { mark, readMarker, statusMarker } from '../../src/publish/marker.ts';
import { forgeOf } from '../forge/forge.ts';
import { startGitHub, type LoopbackGitHub } from '../support/github/github.ts';
import { commentOf } from '../support/text.ts';

const SELF = 'github-actions[bot]';

type World = AsyncDisposable & Readonly<{ github: LoopbackGitHub; issue: number }>;

async function startWorld(): Promise<World> {
  const github = await startGitHub();
  const { number } = github.seed.issue({});
  return { github, issue: number, [Symbol.asyncDispose]: () => github[Symbol.asyncDispose]() };
}

function claim({ github, issue }: World, runId: number, rest: Partial<ClaimOptions> = {}): Promise<Claim> {
  return claimStatusComment({
    forge: forgeOf(github),
    issue,
    runId,
    body: commentOf(`run ${runId}`),
    now: Date.now,
    log: () => {},
    interval: 0,
    ...rest,
  });
}

async function claimed(world: World, runId: number, rest: Partial<ClaimOptions> = {}) {
  const result = await claim(world, runId, rest);
  if (result.kind !== 'claimed') throw new Error(result.kind);
  return result.comment;
}

const comments = ({ github }: World) => [...github.state.comments.values()];
const texts = (world: World) => comments(world).map(({ body }) => body.split('\n').slice(1).join('\n'));
const seedStatus = (
  world: World,
  runId: number,
  rest: { author?: string; state?: 'working' | 'ended'; at?: number } = {},
) =>
  world.github.seed.comment({
    issue: world.issue,
    author: rest.author ?? SELF,
    body: mark(
      statusMarker({ issue: world.issue, runId, state: rest.state ?? 'working', now: rest.at ?? Date.now() }),
      commentOf(`run ${runId}`),
    ),
  });

test('it is created once, edited, and ended', async () => {
  await using world = await startWorld();
  const comment = await claimed(world, 1);
  comment.show(commentOf('half way'));
  await expect.poll(() => texts(world)).toEqual(['half way']);
  await comment.finish(commentOf('done'));
  expect(texts(world)).toEqual(['done']);
  expect(readMarker(comments(world)[0]?.body ?? '')).toMatchObject({
    kind: 'status',
    target: world.issue,
    run: 1,
    state: 'ended',
  });
  expect(comment.url).toContain('#issuecomment-');
  expect(world.github.violations).toEqual([]);
});

test('the next run goes on with the same comment', async () => {
  await using world = await startWorld();
  for (const runId of [1, 2, 3]) await (await claimed(world, runId)).finish(commentOf(`run ${runId} ended`));
  expect(texts(world)).toEqual(['run 3 ended']);
});

test('a comment beyond the first pages is found', async () => {
  await using world = await startWorld();
  for (let count = 0; count < 120; count += 1) world.github.seed.comment({ issue: world.issue, body: 'hello' });
  await (await claimed(world, 1)).finish(commentOf('first'));
  await (await claimed(world, 2)).finish(commentOf('second'));
  expect(texts(world).filter(Boolean)).toEqual(['second']);
});

test.each([
  ['another person', { author: 'mallory' }],
  ['another bot', { author: 'other[bot]' }],
])('the marker of %s is not believed', async (_, { author }) => {
  await using world = await startWorld();
  const forged = seedStatus(world, 9, { author });
  const before = forged.body;
  await (await claimed(world, 1)).finish(commentOf('done'));
  expect(world.github.state.comments.get(forged.id)?.body).toBe(before);
  expect(comments(world)).toHaveLength(2);
});

test('while another run is at work nothing is changed', async () => {
  await using world = await startWorld();
  const headSha = (await forgeOf(world.github).branchHead('main')) ?? '';
  const run = world.github.seed.workflowRun({ headBranch: 'main', headSha, status: 'in_progress' });
  const held = seedStatus(world, run.id);
  const before = held.body;
  expect(await claim(world, 2)).toEqual({ kind: 'busy', runId: run.id });
  expect(comments(world)).toHaveLength(1);
  expect(held.body).toBe(before);
  run.status = 'completed';
  expect(await claim(world, 2)).toMatchObject({ kind: 'claimed' });
});

test('a run whose state GitHub does not tell is believed while its marker is young', async () => {
  await using world = await startWorld();
  seedStatus(world, 404, { at: Date.now() - 60_000 });
  expect(await claim(world, 2, { maxAge: 120_000 })).toEqual({ kind: 'busy', runId: 404 });
  expect(await claim(world, 2, { maxAge: 30_000 })).toMatchObject({ kind: 'claimed' });
});

test('the same run started again takes its comment back', async () => {
  await using world = await startWorld();
  seedStatus(world, 7);
  expect(await claim(world, 7)).toMatchObject({ kind: 'claimed' });
  expect(comments(world)).toHaveLength(1);
});

test('of two runs at the same moment one works and one gives way, with one comment', async () => {
  await using world = await startWorld();
  const results = await Promise.all([claim(world, 1), claim(world, 2)]);
  expect(results.map(({ kind }) => kind).toSorted()).toEqual(['busy', 'claimed']);
  expect(comments(world)).toHaveLength(1);
});

test('a creation that GitHub carried out and did not acknowledge leaves one comment', async () => {
  await using world = await startWorld();
  world.github.fault({ on: 'issues/create-comment', answer: { status: 502 }, afterEffect: true });
  await (await claimed(world, 1)).finish(commentOf('done'));
  expect(texts(world)).toEqual(['done']);
});

test('the account of an app is learnt, and its earlier comment found', async () => {
  const permissions = { issues: 'write', contents: 'write' } as const;
  await using github = await startGitHub({ tokens: { ghs_app: { login: 'my-app[bot]', type: 'Bot', permissions } } });
  github.fault({ on: 'graphql', times: Infinity, answer: { status: 403 } });
  const { number: issue } = github.seed.issue({});
  for (const runId of [1, 2]) {
    const forge = forgeOf(github, { token: 'ghs_app' });
    const result = await claimStatusComment({
      forge,
      issue,
      runId,
      body: commentOf(`run ${runId}`),
      now: Date.now,
      log: () => {},
    });
    if (result.kind === 'claimed') await result.comment.finish(commentOf(`run ${runId} ended`));
  }
  expect([...github.state.comments.values()].map(({ body }) => body.split('\n')[1])).toEqual(['run 2 ended']);
});

test('edits are at most one in an interval, the last one shows, and the end is not kept waiting', async () => {
  await using world = await startWorld();
  const comment = await claimed(world, 1, { interval: 300 });
  const edits = () => world.github.journal.filter(({ operationId }) => operationId === 'issues/update-comment').length;
  const start = performance.now();
  for (let count = 0; count < 40; count += 1) {
    comment.show(commentOf(`step ${count}`));
    await sleep(20);
  }
  expect(edits()).toBeGreaterThanOrEqual(1);
  expect(edits()).toBeLessThanOrEqual(Math.ceil((performance.now() - start) / 300));
  await comment.finish(commentOf('done'));
  const atTheEnd = edits();
  comment.show(commentOf('too late'));
  await sleep(400);
  expect(edits()).toBe(atTheEnd);
  expect(texts(world)).toEqual(['done']);
});

test('an edit that fails is a line of the log', async () => {
  await using world = await startWorld();
  const lines: string[] = [];
  const comment = await claimed(world, 1, { log: (line) => lines.push(line) });
  world.github.fault({ on: 'issues/update-comment', times: Infinity, answer: { status: 500 } });
  await comment.finish(commentOf('done'));
  expect(lines.join()).toContain('Could not edit the comment');
});

test('a comment that somebody deleted is made again, once', async () => {
  await using world = await startWorld();
  const comment = await claimed(world, 1);
  world.github.state.comments.clear();
  comment.show(commentOf('again'));
  await expect.poll(() => texts(world)).toEqual(['again']);
  world.github.state.comments.clear();
  await comment.finish(commentOf('done'));
  expect(comments(world)).toEqual([]);
});

test('what is disposed of without an end shows what it showed last', async () => {
  await using world = await startWorld();
  {
    await using comment = await claimed(world, 1, { interval: 60_000 });
    comment.show(commentOf('the last'));
  }
  expect(texts(world)).toEqual(['the last']);
  expect(readMarker(comments(world)[0]?.body ?? '')).toMatchObject({ state: 'ended' });
});

test('of two runs that come upon an ended comment at any moment, one alone goes on in it', async () => {
  for (const delay of [0, 15, 30, 60]) {
    await using world = await startWorld();
    seedStatus(world, 1, { state: 'ended' });
    // Neither run is known to the forge as one that goes on, so the age of its claim decides.
    const results = await Promise.all([claim(world, 2), sleep(delay).then(() => claim(world, 3))]);
    expect(
      results.map(({ kind }) => kind).toSorted((left, right) => left.localeCompare(right)),
      `${delay} ms`,
    ).toEqual(['busy', 'claimed']);
    expect(comments(world)).toHaveLength(1);
    const [winner] = results.flatMap((result) => (result.kind === 'claimed' ? [result.comment] : []));
    await winner?.finish(commentOf('done'));
    expect(texts(world)).toEqual(['done']);
  }
});

test('edits come less often the longer a run takes', async () => {
  await using world = await startWorld();
  let hours = 0;
  const now = (): number => Date.UTC(2026, 0, 1, hours);
  const comment = await claimed(world, 1, { now });
  hours = 10;
  comment.show(commentOf('after ten hours'));
  await expect.poll(() => texts(world)).toEqual(['after ten hours']);
  comment.show(commentOf('at once after that'));
  await sleep(300);
  expect(texts(world)).toEqual(['after ten hours']);
  await comment.finish(commentOf('done'));
  expect(texts(world)).toEqual(['done']);
});
