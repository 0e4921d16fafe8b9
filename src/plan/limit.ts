/** How many may be at work at once: fewer while a provider asks for that, and one more for each that ends in peace. */
export type Limit = Readonly<{
  now: () => number;
  /** One fewer, and never none. */
  lower: () => void;
  /** Called when one begins; what it returns is called when that one is over. */
  begin: () => () => void;
}>;

export function createLimit(most: number): Limit {
  let limit = Math.max(1, most);
  let lowered = 0;
  return {
    now: () => limit,
    lower() {
      lowered += 1;
      limit = Math.max(1, limit - 1);
    },
    begin() {
      const before = lowered;
      return () => {
        if (lowered === before) limit = Math.min(Math.max(1, most), limit + 1);
      };
    },
  };
}
