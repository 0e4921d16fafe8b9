/** `$0.084`, `$1.20`, `<$0.001`; `unpriced` where a model has no known price, which is never the same as free. */
export function formatMoney(dollars: number | null): string {
  if (dollars === null) return 'unpriced';
  if (dollars > 0 && dollars < 0.001) return '<$0.001';
  return `$${dollars.toFixed(dollars < 1 && dollars > 0 ? 3 : 2)}`;
}

/** Money of which some may have no known price, so that it never looks like nothing: `$0.05 and unpriced models`. */
export function formatCost({ cost, unpriced }: Readonly<{ cost: number; unpriced: boolean }>): string {
  if (!unpriced) return formatMoney(cost);
  return cost > 0 ? `${formatMoney(cost)} and unpriced models` : formatMoney(null);
}

/** The figure with a sign before it where some of it is reckoned and not counted: `≈ 58,540`. */
export function reckoned(figure: string, { estimated }: Readonly<{ estimated: number }>): string {
  return estimated === 0 || figure === formatMoney(null) ? figure : `≈ ${figure}`;
}

/** Milliseconds since the epoch as `2026-01-02 03:04 UTC`. */
export function formatMoment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Whole numbers with thousands separated: `61,240`. */
export function formatNumber(value: number): string {
  return Math.round(value)
    .toString()
    .replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Milliseconds as `8 s`, `3 min 12 s`, `1 h 4 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `74 %` of a whole; nothing of nothing is 0 %. */
export function formatShare(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((part / whole) * 100)} %`;
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(number)} ${number === 1 ? noun : plural}`;
}
