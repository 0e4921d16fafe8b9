import { DurationError } from './errors.js';
import { parseDuration } from './parse.js';

/** Milliseconds of a text like `every 15m`; an interval is longer than nothing. */
export function parseInterval(text) {
  const match = /^every\s+(.+)$/.exec(String(text).trim());
  if (match === null) throw new DurationError('Not an interval', text);
  const ms = parseDuration(match[1]);
  if (ms <= 0) throw new DurationError('Not a positive interval', text);
  return ms;
}
