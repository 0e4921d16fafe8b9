/** What the rounds need to know of a judgement. */
export type Judged = Readonly<{
  /** True when nothing has to be mended, or no judgement could be had that a fix could answer. */
  settled: boolean;
  /** Normalised fingerprints of what blocks: failing checks and open critical or high findings. */
  fingerprints: readonly string[];
  /** Tree digest that was judged. */
  tree: string;
  /** One line on what was tried in this round, for a pivot. */
  tried: string;
}>;

export type RoundsOptions<J extends Judged> = Readonly<{
  maxFixRounds: number;
  /** Turns that may still be taken. */
  turnsLeft: () => number;
  /** `pivoted` tells that the round's fix was asked to take another approach. */
  judge: (round: number, pivoted: boolean) => Promise<J>;
  /** `tried` is given when the next attempt must take another approach. */
  fix: (round: number, judged: J, tried: readonly string[] | null) => Promise<void>;
}>;

export type RoundsEnd<J extends Judged> = Readonly<{
  last: J;
  /** Fix rounds that were made. */
  rounds: number;
  /** Which bound ended them, null when the judgement did. */
  endedBy: string | null;
}>;

/** The same error this many times ends the rounds; one less makes the coder take another approach. */
const SAME_ERROR_LIMIT = 3;

/** A fix and its review. */
const TURNS_OF_A_ROUND = 2;

/** Judge, fix, judge again, until it is settled or a bound is reached. */
export async function untilSettled<J extends Judged>(options: RoundsOptions<J>): Promise<RoundsEnd<J>> {
  const seen = new Map<string, number>();
  const course: string[] = [];
  const tried: string[] = [];
  let pivoted = false;
  let judged = await options.judge(0, false);
  for (let round = 1; ; round += 1) {
    if (judged.settled) return { last: judged, rounds: round - 1, endedBy: null };
    const repeats = countRepeats(seen, judged.fingerprints);
    tried.push(judged.tried);
    course.push(judged.fingerprints.toSorted().join('\n'));
    const endedBy = boundReached({ ...options, round, repeats, swings: swings(course) });
    if (endedBy !== null) return { last: judged, rounds: round - 1, endedBy };
    const pivot: boolean = !pivoted && repeats === SAME_ERROR_LIMIT - 1;
    pivoted ||= pivot;
    const before = judged.tree;
    await options.fix(round, judged, pivot ? [...tried] : null);
    judged = await options.judge(round, pivot);
    // What a round left as it was is the same error again, whatever words it is told in.
    if (judged.tree === before)
      judged = { ...judged, fingerprints: [...new Set([...judged.fingerprints, ...lastOf(seen)])] };
  }
}

function boundReached(state: {
  round: number;
  repeats: number;
  swings: boolean;
  maxFixRounds: number;
  turnsLeft: () => number;
}): string | null {
  if (state.repeats >= SAME_ERROR_LIMIT) return `the same failure came back ${SAME_ERROR_LIMIT} times`;
  if (state.swings) return 'two failures kept coming back in turn';
  if (state.round > state.maxFixRounds) return `\`max-fix-rounds\` (${state.maxFixRounds})`;
  return state.turnsLeft() < TURNS_OF_A_ROUND ? '`max-turns`' : null;
}

/** A, B, A, B: what mends the one brings the other back. */
function swings(course: readonly string[]): boolean {
  const [first, second, third, fourth] = course.slice(-4);
  return fourth !== undefined && first === third && second === fourth && first !== second;
}

/** Highest number of times that one of the present errors was seen so far. */
function countRepeats(seen: Map<string, number>, fingerprints: readonly string[]): number {
  for (const fingerprint of fingerprints) seen.set(fingerprint, (seen.get(fingerprint) ?? 0) + 1);
  return Math.max(0, ...fingerprints.map((fingerprint) => seen.get(fingerprint) ?? 0));
}

function lastOf(seen: ReadonlyMap<string, number>): readonly string[] {
  const most = Math.max(0, ...seen.values());
  return [...seen].filter(([, count]) => count === most).map(([fingerprint]) => fingerprint);
}
