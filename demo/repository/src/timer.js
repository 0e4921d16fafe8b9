import { formatDuration } from './format.js';
import { parseDuration } from './parse.js';

/** A timer that ends after a duration. */
export function createTimer(duration, now = Date.now()) {
  return { endsAt: now + parseDuration(duration) };
}

/** Milliseconds until a timer ends; negative once it is overdue. */
export function remaining(timer, now = Date.now()) {
  return timer.endsAt - now;
}

/** What remains of a timer, as text to be kept over a restart. */
export function saveTimer(timer, now = Date.now()) {
  return formatDuration(remaining(timer, now));
}

/** The timer that was saved as this text. */
export function restoreTimer(text, now = Date.now()) {
  return { endsAt: now + parseDuration(text) };
}
