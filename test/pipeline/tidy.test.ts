import { expect, test } from 'vitest';
import { tidy } from '../../src/pipeline/tidy.ts';
import { heldOfBranch, stateOfBranch, stateOfReviews, writeState } from '../../src/publish/state-store.ts';
import { forgeOf } from '../forge/forge.ts';
import { issueTarget, pullTarget } from '../publish/world.ts';
import { atWork, NOW } from '../scenarios/command-places.ts';
import { startGitHub, type GitHubOptions, type LoopbackGitHub } from '../support/github/github.ts';
import { stateOf } from '../support/text.ts';

/** A repository where something is kept of these references. */
async function keeping(names: readonly string[], options: GitHubOptions = {}): Promise<LoopbackGitHub> {
  const github = await startGitHub(options);
  for (const name of names)
    await writeState(forgeOf(github, { token: WRITES }), name, { from: null, text: stateOf('{}'), trees: [] });
  return github;
}

const WRITES = 'ghs_writes';
const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;
const READS = { contents: 'read', issues: 'read', pull_requests: 'read', actions: 'read' } as const;
const MAY_WRITE = { contents: 'write', issues: 'write', pull_requests: 'write', actions: 'write' } as const;
const TOKENS = { [WRITES]: { ...BOT, permissions: MAY_WRITE }, ghs_reads: { ...BOT, permissions: READS } };

const OF_ISSUE = ['opencode/issue-1', 'opencode/issue-1-2'];
const run = stateOfBranch;

async function tidied(github: LoopbackGitHub, given: Readonly<{ issue?: number; pull?: number; token?: string }>) {
  const log: string[] = [];
  const target = given.pull === undefined ? issueTarget(github, { number: given.issue ?? 1 }) : pullTarget(given.pull);
  const forge = forgeOf(github, { token: given.token ?? WRITES });
  await tidy({ target }, { forge, now: () => NOW, log: (line) => void log.push(line) });
  return { log, left: (await forgeOf(github, { token: WRITES }).refsFrom('patchwright/')).toSorted() };
}

const closed = (github: LoopbackGitHub): void => void (github.seed.issue({ author: 'stranger' }).state = 'closed');

/** A pull request that is closed, from this branch. */
async function closedPull(github: LoopbackGitHub, head: string, fork?: string) {
  await github.seed.commit({ branch: head, files: { 'a.txt': 'a' }, ...(fork === undefined ? {} : { fork }) });
  const pull = await github.seed.pull({ head, ...(fork === undefined ? {} : { fork }) });
  pull.state = 'closed';
  return pull.number;
}

test('with an issue goes what was kept for its work, and nothing of another', async () => {
  const names = [...OF_ISSUE.map(run), heldOfBranch('opencode/issue-1'), run('opencode/issue-12'), run('topic')];
  await using github = await keeping(names, { tokens: TOKENS });
  closed(github);
  expect((await tidied(github, { issue: 1 })).left).toEqual([run('opencode/issue-12'), run('topic')].toSorted());
});

test('work that has an open pull request keeps what it goes on from, though its issue was closed', async () => {
  await using github = await keeping(OF_ISSUE.map(run), { tokens: TOKENS });
  closed(github);
  await github.seed.commit({ branch: 'opencode/issue-1-2', files: { 'a.txt': 'a' } });
  await github.seed.pull({ head: 'opencode/issue-1-2' });
  expect((await tidied(github, { issue: 1 })).left).toEqual([run('opencode/issue-1-2')]);
});

test('nothing goes while a run is at work on it, or when it was opened again', async () => {
  await using github = await keeping(OF_ISSUE.map(run), { tokens: TOKENS });
  closed(github);
  const working = await atWork(github, 1);
  expect((await tidied(github, { issue: 1 })).log[0]).toContain('A run is at work');
  Object.assign(working, { status: 'completed', conclusion: 'success' });
  const [issue] = [...github.state.issues.values()];
  if (issue !== undefined) issue.state = 'open';
  const { log, left } = await tidied(github, { issue: 1 });
  expect(log[0]).toContain('open again');
  expect(left).toEqual(OF_ISSUE.map(run));
});

test('with a pull request go its reviews and what was kept for its branch', async () => {
  await using github = await keeping([run('topic'), run('other')], { tokens: TOKENS });
  const pull = await closedPull(github, 'topic');
  const forge = forgeOf(github, { token: WRITES });
  for (const number of [pull, pull + 10])
    await writeState(forge, stateOfReviews(number), { from: null, text: stateOf('{}'), trees: [] });
  expect((await tidied(github, { pull })).left).toEqual([stateOfReviews(pull + 10), run('other')]);
});

test('a branch that another open pull request is from keeps what is kept for it', async () => {
  await using github = await keeping([run('topic')], { tokens: TOKENS });
  const pull = await closedPull(github, 'topic');
  await github.seed.commit({ branch: 'release', files: { 'b.txt': 'b' } });
  await github.seed.pull({ head: 'topic', base: 'release' });
  expect((await tidied(github, { pull })).left).toEqual([run('topic')]);
});

test('a pull request from a fork takes nothing with it of a branch of that name here', async () => {
  await using github = await keeping([run('topic')], { tokens: TOKENS });
  const pull = await closedPull(github, 'topic', 'stranger');
  await writeState(forgeOf(github, { token: WRITES }), stateOfReviews(pull), {
    from: null,
    text: stateOf('{}'),
    trees: [],
  });
  expect((await tidied(github, { pull })).left).toEqual([run('topic')]);
});

test('a token that may not write leaves everything, with a line in the log and no failure', async () => {
  await using github = await keeping(OF_ISSUE.map(run), { tokens: TOKENS });
  closed(github);
  const { log, left } = await tidied(github, { issue: 1, token: 'ghs_reads' });
  expect(log[0]).toMatch(/Not everything was tidied up: .*contents: write/);
  expect(left).toEqual(OF_ISSUE.map(run));
});
