import { expect, test } from 'vitest';
import { addRun, NO_RUNS } from '../../../src/ledger/spending.ts';
import { spendingWith, withCutOff } from '../../../src/pipeline/told/spending.ts';
import type { Place } from '../../../src/publish/place.ts';
import type { ToldSpending } from '../../../src/publish/told-spending.ts';
import type { RunState } from '../../../src/report/run.ts';
import { RUN } from '../../publish/world.ts';
import { verified } from '../../report/runs.ts';

const OWN: Place = { branch: 'opencode/issue-1', head: 'a'.repeat(40), base: 'main', pullRequest: null };
const NEW: Place = { ...OWN, head: null };
const THEIRS: Place = { ...OWN, branch: 'topic' };
const EARLIER = addRun(NO_RUNS, RUN);

/** The runs and whether they are all, for a run 99 that was told this. */
function known(place: Place, told: ToldSpending, inComment: RunState['spending'] = null) {
  const { branch, known: list } = spendingWith(
    { ...verified(), spending: inComment },
    { place, run: { id: 99, attempt: 1 }, told },
  );
  expect(branch).toBe(place.branch);
  return [list.runs.map(({ run }) => run), list.whole];
}

test('a run knows of those before from the description, from the status comment, or from both', () => {
  const inComment = { branch: OWN.branch, known: addRun(EARLIER, { ...RUN, run: 78 }) };
  expect(known(OWN, EARLIER)).toEqual([[99, 77], true]);
  expect(known(OWN, null, inComment)).toEqual([[99, 78, 77], true]);
  expect(known(OWN, EARLIER, inComment)).toEqual([[99, 78, 77], true]);
});

test('what the status comment tells of another branch is of other work', () => {
  expect(known(NEW, null, { branch: 'opencode/issue-1-2', known: EARLIER })).toEqual([[99], true]);
});

test('the first run on a new branch, or on the branch of a person, misses nobody', () => {
  expect(known(NEW, null)).toEqual([[99], true]);
  expect(known(THEIRS, null)).toEqual([[99], true]);
});

test('work on a branch of ours that nobody tells of is the work of runs that are not known', () => {
  expect(known(OWN, null)).toEqual([[99], false]);
});

test('a description that lost its runs is told of, whatever the status comment has', () => {
  expect(known(OWN, 'lost')).toEqual([[99], false]);
  expect(known(OWN, 'lost', { branch: OWN.branch, known: EARLIER })).toEqual([[99, 77], false]);
});

test('a run that is run again is there once', () => {
  expect(known(OWN, addRun(NO_RUNS, { ...RUN, run: 99 }))).toEqual([[99], true]);
});

test('a run that was cut off counts with the others, once, whether a post step told of it or not', () => {
  const cutOff = { ...RUN, run: 78, tokens: 10, at: RUN.at + 1 };
  const inComment = { branch: OWN.branch, known: EARLIER };
  expect(withCutOff(inComment, OWN, [cutOff])?.known.runs.map(({ run }) => run)).toEqual([78, 77]);
  const told = { ...cutOff, tokens: 12, at: RUN.at + 2 };
  const known78 = { branch: OWN.branch, known: addRun(EARLIER, told) };
  expect(withCutOff(known78, OWN, [cutOff])?.known.runs).toEqual([told, RUN]);
  expect(withCutOff({ branch: 'topic', known: EARLIER }, OWN, [cutOff])).toEqual({
    branch: OWN.branch,
    known: addRun(NO_RUNS, cutOff),
  });
  expect(withCutOff(null, OWN, [])).toBeNull();
});
