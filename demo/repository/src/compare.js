import { parseDuration } from './parse.js';

/** Negative, zero or positive as the first duration is shorter, equal or longer. */
export function compareDurations(a, b) {
  return Math.sign(parseDuration(a) - parseDuration(b));
}
