import { DurationError } from './errors.js';
import { unitLength } from './units.js';

const PART = /^(-?\d+(?:\.\d+)?)(ms|[wdhms])$/;

/** Milliseconds of a text like `1h 30m`. */
export function parseDuration(text) {
  if (typeof text !== 'string' || text.trim() === '') {
    throw new DurationError('Not a duration', text);
  }
  let total = 0;
  for (const part of text.trim().split(/\s+/)) {
    const match = PART.exec(part);
    if (match === null) throw new DurationError('Not a duration', text);
    total += Number(match[1]) * unitLength(match[2]);
  }
  return total;
}
