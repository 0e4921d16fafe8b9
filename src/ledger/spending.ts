/** How a run ended, as lists of runs tell it. */
export const RUN_ENDS = [
  'verified',
  'reviewed',
  'published',
  'needs-human',
  'no-changes',
  'answered',
  'planned',
  'declined',
  'failed',
] as const;

/** What one run or several used. */
export type Spent = Readonly<{
  tokens: number;
  /** US dollars of what has a price. */
  cost: number;
  /** Some of it has no known price. */
  unpriced: boolean;
  /** Requests whose tokens are reckoned. */
  estimated: number;
}>;

/**
 * One run; `at` is when it ended, in milliseconds since the epoch. A job that is run again keeps the run's number and has
 * another attempt, the first where none is named.
 */
export type SpentRun = Spent &
  Readonly<{ run: number; attempt?: number; at: number; ended: (typeof RUN_ENDS)[number] }>;

/** What all runs that worked on one branch used. */
export type Spending = Readonly<{
  /** Newest first. */
  runs: readonly SpentRun[];
  /** The sum of those that are not listed any more, which ended at `until` or before. */
  older: (Spent & Readonly<{ runs: number; until: number }>) | null;
  /** False where it is certain or likely that runs are missing. */
  whole: boolean;
}>;

export type BranchSpending = Readonly<{ branch: string; known: Spending }>;

/** Runs that are listed one by one; a hidden marker has to hold them all. */
export const MOST_LISTED = 20;

const NOTHING: Spent = { tokens: 0, cost: 0, unpriced: false, estimated: 0 };

export const NO_RUNS: Spending = { runs: [], older: null, whole: true };

/** The list with one more run, which takes the place of what the same run left there before. */
export function addRun(spending: Spending, run: SpentRun): Spending {
  const others = spending.runs.filter((other) => nameOf(other) !== nameOf(run));
  return bounded({ ...spending, runs: [run, ...others] });
}

/** What two places tell of the runs on one branch, each run once. */
export function joinSpending(left: Spending, right: Spending): Spending {
  const [first, second] = untilOf(left) >= untilOf(right) ? [left, right] : [right, left];
  const runs = new Map(first.runs.map((run) => [nameOf(run), run]));
  for (const run of second.runs) {
    const other = runs.get(nameOf(run));
    // What ended before that is in the sum of the older ones.
    if (run.at > untilOf(first)) runs.set(nameOf(run), other === undefined ? run : joinAccounts(run, other));
  }
  return bounded({ runs: [...runs.values()], older: first.older, whole: left.whole && right.whole });
}

/** What a run uses only grows: of two accounts of it the one with more is the one that missed nothing. */
function joinAccounts(left: SpentRun, right: SpentRun): SpentRun {
  const newest = left.at > right.at ? left : right;
  const fullest = left.tokens > right.tokens ? left : right;
  const { tokens, cost, unpriced, estimated } = fullest;
  return { ...newest, tokens, cost, unpriced, estimated };
}

function nameOf({ run, attempt = 1 }: SpentRun): string {
  return `${run}.${attempt}`;
}

/** What all of them used together. */
export function sumOf({ runs, older }: Spending): Spent & Readonly<{ runs: number }> {
  const listed = runs.reduce<Spent>(sum, NOTHING);
  return { ...sum(listed, older ?? NOTHING), runs: runs.length + (older?.runs ?? 0) };
}

function bounded({ runs, older, whole }: Spending): Spending {
  const sorted = runs.toSorted((left, right) => right.at - left.at || right.run - left.run);
  const [listed, folded] = [sorted.slice(0, MOST_LISTED), sorted.slice(MOST_LISTED)];
  const [newest] = folded;
  if (newest === undefined) return { runs: listed, older, whole };
  const all = folded.reduce<Spent>(sum, older ?? NOTHING);
  return { runs: listed, older: { ...all, runs: (older?.runs ?? 0) + folded.length, until: newest.at }, whole };
}

function untilOf({ older }: Spending): number {
  return older?.until ?? -Infinity;
}

function sum(left: Spent, right: Spent): Spent {
  return {
    tokens: left.tokens + right.tokens,
    cost: left.cost + right.cost,
    unpriced: left.unpriced || right.unpriced,
    estimated: left.estimated + right.estimated,
  };
}
