/** Units from the longest to the shortest, with their length in milliseconds. */
export const UNITS = Object.freeze([
  { symbol: 'w', ms: 604_800_000 },
  { symbol: 'd', ms: 86_400_000 },
  { symbol: 'h', ms: 3_600_000 },
  { symbol: 'm', ms: 60_000 },
  { symbol: 's', ms: 1_000 },
  { symbol: 'ms', ms: 1 },
]);

/** The length of a unit in milliseconds, or undefined when there is no such unit. */
export function unitLength(symbol) {
  return UNITS.find((unit) => unit.symbol === symbol)?.ms;
}
