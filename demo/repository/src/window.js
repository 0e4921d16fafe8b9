import { parseClock } from './clock.js';
import { DurationError } from './errors.js';

/** A window of the day like `09:00-17:30`, in minutes since midnight. */
export function parseWindow(text) {
  const [start, end, ...more] = String(text).split('-');
  if (end === undefined || more.length > 0) throw new DurationError('Not a window', text);
  return { start: parseClock(start.trim()), end: parseClock(end.trim()) };
}

/** Whether a date's time of day, in UTC, is inside a window; its end is outside. */
export function isInside({ start, end }, date) {
  const minute = date.getUTCHours() * 60 + date.getUTCMinutes();
  return start <= end ? minute >= start && minute < end : minute >= start || minute < end;
}
