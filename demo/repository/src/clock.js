import { DurationError } from './errors.js';

/** Minutes since midnight of a text like `09:30`. */
export function parseClock(text) {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match === null) throw new DurationError('Not a time of day', text);
  return Number(match[1]) * 60 + Number(match[2]);
}
