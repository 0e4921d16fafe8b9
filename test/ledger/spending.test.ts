import { expect, test } from 'vitest';
import {
  addRun,
  joinSpending,
  MOST_LISTED,
  NO_RUNS,
  sumOf,
  type Spending,
  type SpentRun,
} from '../../src/ledger/spending.ts';

function run(number: number, rest: Partial<SpentRun> = {}): SpentRun {
  return {
    run: number,
    at: number * 1000,
    ended: 'verified',
    tokens: 100,
    cost: 0.01,
    unpriced: false,
    estimated: 0,
    ...rest,
  };
}

function listOf(...runs: readonly SpentRun[]): Spending {
  return runs.reduce(addRun, NO_RUNS);
}

const numbers = ({ runs }: Spending): readonly number[] => runs.map((one) => one.run);
const upTo = (last: number): readonly SpentRun[] => Array.from({ length: last }, (_, index) => run(index + 1));

test('runs are listed newest first and add up', () => {
  const list = listOf(run(1, { tokens: 5, cost: 0.5 }), run(3, { cost: 0.25 }), run(2, { cost: 0.25, estimated: 2 }));
  expect(numbers(list)).toEqual([3, 2, 1]);
  expect(sumOf(list)).toEqual({ runs: 3, tokens: 205, cost: 1, unpriced: false, estimated: 2 });
});

test('a run that is run again takes the place of what it left before', () => {
  const list = listOf(run(1), run(2), run(1, { at: 9000, ended: 'failed', tokens: 7 }));
  expect(list.runs).toEqual([run(1, { at: 9000, ended: 'failed', tokens: 7 }), run(2)]);
});

test('one unpriced run makes the sum unpriced, and what is priced stays known', () => {
  expect(sumOf(listOf(run(1), run(2, { cost: 0, unpriced: true })))).toMatchObject({ cost: 0.01, unpriced: true });
});

test('beyond the number that is listed the oldest are one sum, and nothing is lost from it', () => {
  const list = listOf(...upTo(MOST_LISTED + 7));
  expect(list.runs).toHaveLength(MOST_LISTED);
  expect(list.older).toMatchObject({ runs: 7, tokens: 700, until: 7000 });
  expect(sumOf(list)).toMatchObject({ runs: MOST_LISTED + 7, tokens: (MOST_LISTED + 7) * 100 });
});

test('two places that know different runs make one list, each run once and as it was told last', () => {
  const left = listOf(run(1), run(2));
  const right = listOf(run(2, { at: 5000, ended: 'failed' }), run(3));
  for (const joined of [joinSpending(left, right), joinSpending(right, left)]) {
    expect(joined.runs).toEqual([run(2, { at: 5000, ended: 'failed' }), run(3), run(1)]);
  }
});

test('of two accounts of one run the fuller one counts, and how it ended goes by the later one', () => {
  const early = run(2, { at: 4000, ended: 'failed', tokens: 900, cost: 0.5, estimated: 1 });
  const late = run(2, { at: 5000, ended: 'needs-human', tokens: 300, cost: 0.2 });
  for (const [left, right] of [
    [early, late],
    [late, early],
  ] as const) {
    expect(joinSpending(listOf(left), listOf(right)).runs).toEqual([{ ...early, at: 5000, ended: 'needs-human' }]);
  }
});

test('a run that is in the sum of the older ones in one place is not counted again from another', () => {
  const long = listOf(...upTo(MOST_LISTED + 5));
  const short = listOf(run(1), run(4), run(99));
  for (const joined of [joinSpending(long, short), joinSpending(short, long)]) {
    expect(sumOf(joined)).toMatchObject({ runs: MOST_LISTED + 6, tokens: (MOST_LISTED + 6) * 100 });
    expect(numbers(joined)[0]).toBe(99);
  }
});

test('a list is whole only when both are', () => {
  expect(joinSpending(NO_RUNS, { ...NO_RUNS, whole: false }).whole).toBe(false);
  expect(addRun({ ...NO_RUNS, whole: false }, run(1)).whole).toBe(false);
});

test('an attempt of the same run is listed beside the first, and takes its own place when it is told again', () => {
  const first = { run: 7, at: 1000, ended: 'failed', tokens: 100, cost: 3.9, unpriced: false, estimated: 0 } as const;
  const second = { ...first, attempt: 2, at: 2000, tokens: 10, cost: 0.4 };
  const known = addRun(addRun(addRun(NO_RUNS, first), second), { ...second, tokens: 20 });
  expect(sumOf(known)).toMatchObject({ runs: 2, tokens: 120, cost: 4.3 });
});
