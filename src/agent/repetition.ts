/** One finished step of an agent: what it called, and what came of it. */
export type AgentStep = Readonly<{ call: string; outcome: string }>;

export type Repetition = Readonly<{
  add: (step: AgentStep) => void;
  /** What is repeated, in words; null while nothing is. */
  found: () => string | null;
}>;

/** The same call so many times in a row, or the same two in turn so often, is a loop. */
const SAME = 4;
const CYCLES = 3;
const LONGEST_CYCLE = 3;
/** Characters of a call that are shown. */
const SHOWN = 80;

/**
 * Watches the steps of one session for loops: A-A-A-A, A-B-A-B-A-B and A-B-C-A-B-C-A-B-C. A call counts as the same when
 * its outcome is the same as well, numbers aside: somebody who runs the tests between two edits repeats nothing.
 */
export function createRepetition(): Repetition {
  const steps: string[] = [];
  let found: string | null = null;
  return {
    add({ call, outcome }) {
      steps.push(`${call}\n${outcome.replaceAll(/\d+/g, '#')}`);
      if (steps.length > LONGEST_CYCLE * CYCLES) steps.shift();
      found ??= loopIn(steps);
    },
    found: () => found,
  };
}

function loopIn(steps: readonly string[]): string | null {
  if (repeats(steps, 1) >= SAME) return `${nameOf(steps.at(-1))}, ${SAME} times in a row`;
  for (let length = 2; length <= LONGEST_CYCLE; length += 1) {
    if (repeats(steps, length) < CYCLES) continue;
    const names = steps.slice(-length).map(nameOf);
    return `${names.join(' and ')} in turn, ${CYCLES} times`;
  }
  return null;
}

/** How often the last `length` steps stand at the end, one after another. */
function repeats(steps: readonly string[], length: number): number {
  const cycle = steps.slice(-length);
  if (cycle.length < length) return 0;
  let count = 0;
  for (let end = steps.length; end >= length; end -= length) {
    if (!cycle.every((step, index) => steps[end - length + index] === step)) break;
    count += 1;
  }
  return count;
}

function nameOf(step: string | undefined): string {
  const name = step?.split('\n')[0] ?? '';
  return name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name;
}
