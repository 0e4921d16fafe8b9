import { formatDuration } from './format.js';
import { parseDuration } from './parse.js';

/** The sum of durations, as text. */
export function addDurations(...texts) {
  return formatDuration(texts.reduce((total, text) => total + parseDuration(text), 0));
}
