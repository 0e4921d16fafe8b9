import { parseInterval } from './interval.js';

/** The next moments of an interval after a date. */
export function upcoming(interval, from, count) {
  const step = parseInterval(interval);
  return Array.from({ length: count }, (_, index) => new Date(from.getTime() + step * (index + 1)));
}
