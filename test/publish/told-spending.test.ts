import { expect, test } from 'vitest';
import { addRun, NO_RUNS, type Spending, type SpentRun } from '../../src/ledger/spending.ts';
import { claimStatusComment } from '../../src/publish/claim.ts';
import { mark, readMarker } from '../../src/publish/marker.ts';
import { listRuns, type MakeList, type ToldSpending } from '../../src/publish/told-spending.ts';
import { forgeOf } from '../forge/forge.ts';
import type { LoopbackGitHub } from '../support/github/github.ts';
import { bodyOf, commentOf } from '../support/text.ts';
import { workOn } from './change.ts';
import { issueTarget, publish, pulls, RUN, startWorld } from './world.ts';

const LATER: SpentRun = { ...RUN, run: 78, at: RUN.at + 1000, ended: 'no-changes', tokens: 20 };

/** One published run. */
async function published(github: LoopbackGitHub) {
  const target = issueTarget(github);
  const { commit } = await publish(github, { target, work: await workOn(github, { 'src/one.txt': 'ONE\n' }) });
  const [pull] = pulls(github);
  if (pull === undefined) throw new Error('nothing was published');
  return { target, pull, commit: commit ?? '' };
}

/** A list of another run, and what it was made of. */
function listing(run: SpentRun, text = 'The list.') {
  const told: ToldSpending[] = [];
  const makeList: MakeList = (before) => {
    told.push(before);
    return {
      known: addRun(before === null || before === 'lost' ? NO_RUNS : before, run),
      text: bodyOf(`<!-- runs -->\n${text}`),
    };
  };
  return { told, makeList };
}

const toldBy = (body: string | null): Spending | undefined => {
  const marker = readMarker(body ?? '');
  return marker?.kind === 'pull-request' ? marker.spending : undefined;
};

test('a run that leaves the description as it is adds itself to the list at its end, once', async () => {
  await using github = await startWorld();
  const { pull } = await published(github);
  const [, report, ...end] = (pull.body ?? '').split('\n');
  expect(end).toEqual(['', '<!-- end of the report -->']);
  for (const text of ['The list.', 'A longer list.', 'A longer list.']) {
    await listRuns(forgeOf(github), pull.number, listing(LATER, text).makeList);
    expect((pull.body ?? '').split('\n').slice(1)).toEqual([report, '', '<!-- runs -->', text, ...end]);
  }
  expect(toldBy(pull.body)?.runs).toEqual([LATER, RUN]);
  expect(github.violations).toEqual([]);
});

test('what is in the description when it is written counts, not what was there when the run began', async () => {
  await using github = await startWorld();
  const { target, pull } = await published(github);
  await listRuns(forgeOf(github), pull.number, listing(LATER).makeList);
  const last = { ...RUN, run: 79, at: RUN.at + 2000 };
  const spending = (_: unknown, told: ToldSpending): Spending =>
    addRun(told === null || told === 'lost' ? NO_RUNS : told, last);
  await publish(github, { target, work: await workOn(github, { 'src/one.txt': 'ONE\n' }), spending });
  expect(toldBy(pull.body)?.runs.map(({ run }) => run)).toEqual([79, 78, 77]);
});

test.each([
  ['removed', (body: string) => body.split('\n').slice(1).join('\n')],
  ['made unreadable', (body: string) => body.replace('"v":1', '"v":')],
])('a description whose marker a person has %s is left alone, and said to have lost the runs', async (_, edit) => {
  await using github = await startWorld();
  const { target, pull, commit } = await published(github);
  pull.body = edit(pull.body ?? '');
  const before = pull.body;
  const { told, makeList } = listing(LATER);
  expect(await listRuns(forgeOf(github), pull.number, makeList)).toBe('lost');
  const work = await workOn(github, { 'src/two.txt': 'TWO\n' }, { base: commit });
  expect(await publish(github, { target, work })).toMatchObject({ pullRequest: { own: false }, spending: null });
  expect(pull.body).toBe(before);
  expect(told).toEqual([]);
});

test('runs that a person made unreadable are lost, and the description goes on as ours', async () => {
  await using github = await startWorld();
  const { pull } = await published(github);
  pull.body = (pull.body ?? '').replace('"runs":[', '"runs":[17,');
  const { told, makeList } = listing(LATER);
  expect(await listRuns(forgeOf(github), pull.number, makeList)).toBe('lost');
  expect(told).toEqual(['lost']);
  expect(toldBy(pull.body)?.runs).toEqual([LATER]);
});

test('the description of a person tells nothing, whatever marker is in it', async () => {
  await using github = await startWorld();
  await github.seed.commit({ branch: 'topic', files: { 'topic.txt': 'topic' }, author: 'mona' });
  const spending = addRun(NO_RUNS, { ...RUN, cost: 0 });
  const body = mark({ v: 1, kind: 'pull-request', branch: 'topic', spending }, commentOf('Theirs'));
  const pull = await github.seed.pull({ head: 'topic', body, author: 'mona' });
  const { told, makeList } = listing(LATER);
  expect(await listRuns(forgeOf(github), pull.number, makeList)).toBeNull();
  expect([told, pull.body]).toEqual([[], body]);
});

test('a closed pull request tells, and is not written to any more', async () => {
  await using github = await startWorld();
  const { pull } = await published(github);
  pull.state = 'closed';
  const before = pull.body;
  expect(await listRuns(forgeOf(github), pull.number, listing(LATER).makeList)).toMatchObject({ runs: [RUN] });
  expect(pull.body).toBe(before);
});

test('a list that does not fit any more leaves the report, and the marker is right all the same', async () => {
  await using github = await startWorld();
  const { pull } = await published(github);
  const report = (pull.body ?? '').split('\n').slice(1).join('\n');
  await listRuns(forgeOf(github), pull.number, listing(LATER, 'x'.repeat(65_000)).makeList);
  expect((pull.body ?? '').split('\n').slice(1).join('\n')).toBe(report);
  expect(toldBy(pull.body)?.runs).toEqual([LATER, RUN]);
});

test('a status comment hands on what it was told, while the next run works and after one that was cut off', async () => {
  await using github = await startWorld();
  const { number: issue } = github.seed.issue({});
  const given = {
    forge: forgeOf(github),
    issue,
    body: commentOf('Working.'),
    now: Date.now,
    log: () => {},
    interval: 0,
  };
  const claim = async (runId: number) => {
    const claimed = await claimStatusComment({ ...given, runId });
    if (claimed.kind !== 'claimed') throw new Error(claimed.kind);
    return claimed.comment;
  };
  const told = { branch: 'opencode/issue-1', known: addRun(NO_RUNS, RUN) };
  const first = await claim(1);
  expect(first.spending).toBeNull();
  await first.finish(commentOf('Done.'), { spending: told, plan: null });
  const second = await claim(2);
  second.show(commentOf('Still working.'));
  await expect.poll(() => [...github.state.comments.values()][0]?.body).toContain('Still working.');
  // Killed: it never finishes.
  const third = await claim(2);
  expect([second.spending, third.spending]).toEqual([told, told]);
  await third.finish(commentOf('Failed before anything was used.'));
  expect((await claim(3)).spending).toEqual(told);
});
