import type { Detail } from '../detail.ts';

const FULL = { plots: false, task: 0, output: 0, folded: true, rows: 200, text: 800, without: '' };

/** How much of a review of a pull request is shown. */
export const REVIEW_LEVELS: readonly Detail[] = [
  FULL,
  { ...FULL, rows: 100, text: 400, without: 'long texts, and rows after the 100th' },
  { ...FULL, rows: 40, text: 200, without: 'rows after the 40th' },
  { ...FULL, rows: 15, text: 120, without: 'rows after the 15th' },
  { ...FULL, rows: 5, text: 60, folded: false, without: 'every folded part, and rows after the 5th' },
];

/** One comment on a line. */
export const COMMENT_DETAIL: Detail = { ...FULL, text: 2000 };
