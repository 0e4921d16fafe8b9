/** Tokens of an answer: what was asked for within `maxOutput`, or `maxOutput` where nothing sensible was asked for. */
export function clamped(asked: unknown, maxOutput: number): number {
  return typeof asked === 'number' && asked >= 1 ? Math.min(Math.floor(asked), maxOutput) : maxOutput;
}

/**
 * A budget for thinking within the length of an answer, which providers want to be the larger of the two. One that
 * does not fit leaves half to the answer, since thinking alone is none.
 */
export function budgetWithin(limit: number, asked: number): number {
  return asked < limit ? asked : Math.floor(limit / 2);
}
