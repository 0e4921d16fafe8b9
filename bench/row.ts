/** What is measured: two ways side by side in one run, both in milliseconds. */
export type Row = {
  readonly what: string;
  readonly ours: number;
  readonly other: number;
  readonly otherIs: string;
  /** How many times the other ours may take, in words. */
  readonly bound: string;
};

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}

export async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
