/** How much of a report is shown. Each level leaves out more than the one before. */
export type Detail = Readonly<{
  plots: boolean;
  /** Characters of the task file; 0 leaves it out. */
  task: number;
  /** Rows of a table. */
  rows: number;
  /** Characters of a model's text in a cell. */
  text: number;
  /** Characters of a failing check's output. */
  output: number;
  /** The folded parts. */
  folded: boolean;
  /** What this level leaves out besides, for the reader; empty for the first. */
  without: string;
}>;

const LEVELS: readonly Detail[] = [
  { plots: true, task: 12_000, rows: 100, text: 600, output: 3000, folded: true, without: '' },
  { plots: false, task: 12_000, rows: 100, text: 600, output: 3000, folded: true, without: 'the plots' },
  {
    plots: false,
    task: 2000,
    rows: 100,
    text: 600,
    output: 1500,
    folded: true,
    without: 'most of the task file and of the output of checks',
  },
  {
    plots: false,
    task: 0,
    rows: 40,
    text: 300,
    output: 500,
    folded: true,
    without: 'the task file, and rows after the 40th',
  },
  {
    plots: false,
    task: 0,
    rows: 10,
    text: 120,
    output: 0,
    folded: true,
    without: 'the output of checks, and rows after the 10th',
  },
  {
    plots: false,
    task: 0,
    rows: 3,
    text: 60,
    output: 0,
    folded: false,
    without: 'every folded part, and rows after the 3rd',
  },
];

/** GitHub refuses bodies of more than 65,536 characters; the rest is for hidden markers. */
export const BODY_LIMIT = 60_000;
/** GitHub drops job summaries of more than 1 MiB. */
export const SUMMARY_LIMIT = 900_000;

/** The most detailed rendering that fits, with a line on what it left out and where that is. */
export function fit(limit: number, render: (detail: Detail) => string, levels = LEVELS): string {
  let shown = '';
  for (const [index, detail] of levels.entries()) {
    const left = levels
      .slice(0, index + 1)
      .map((level) => level.without)
      .filter((without) => without !== '');
    const line =
      left.length === 0
        ? ''
        : `\n\n<sub>Left out to fit the size that GitHub allows: ${left.join('; ')}. The run record has everything.</sub>`;
    shown = render(detail) + line;
    if (Buffer.byteLength(shown) <= limit) return shown;
  }
  return `${Buffer.from(shown)
    .subarray(0, limit)
    .toString()
    .replace(/\uFFFD$/, '')}…`;
}

/** The first rows that a level shows, and a sentence on how many there are besides. */
export function firstRows<T>(items: readonly T[], detail: Detail): Readonly<{ shown: readonly T[]; more: string }> {
  const shown = items.slice(0, detail.rows);
  const hidden = items.length - shown.length;
  return { shown, more: hidden === 0 ? '' : `And ${hidden} more; the run record lists them.` };
}
