import { formatDuration } from './format.js';

/** A distance in time for people: `in 5m`, `5m ago` or `now`. */
export function relativeTime(ms) {
  if (Math.abs(ms) < 1_000) return 'now';
  const text = formatDuration(Math.abs(ms), { parts: 2 });
  return ms > 0 ? `in ${text}` : `${text} ago`;
}
