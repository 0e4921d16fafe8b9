import { parseDuration } from './parse.js';

/** Milliseconds held between two durations. */
export function clampDuration(ms, { min = '0s', max }) {
  const lower = Math.max(ms, parseDuration(min));
  return max === undefined ? lower : Math.min(lower, parseDuration(max));
}
