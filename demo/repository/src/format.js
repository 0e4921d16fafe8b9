import { UNITS } from './units.js';

/** A number of milliseconds as text like `1h 30m`, at most `parts` parts long. */
export function formatDuration(ms, { parts = UNITS.length } = {}) {
  if (!Number.isFinite(ms)) throw new TypeError(`Not a number of milliseconds: ${ms}`);
  const words = [];
  let rest = Math.round(ms);
  for (const unit of UNITS) {
    const count = Math.trunc(rest / unit.ms);
    if (count === 0 || words.length === parts) continue;
    words.push(`${count}${unit.symbol}`);
    rest -= count * unit.ms;
  }
  return words.length === 0 ? '0s' : words.join(' ');
}
