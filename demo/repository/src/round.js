import { DurationError } from './errors.js';
import { unitLength } from './units.js';

/** Milliseconds rounded to whole units. */
export function roundDuration(ms, symbol) {
  const length = unitLength(symbol);
  if (length === undefined) throw new DurationError('Not a unit', symbol);
  return Math.round(ms / length) * length;
}
