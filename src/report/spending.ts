import { countTokens } from '../ledger/ledger.ts';
import { sumOf, type Spent, type SpentRun } from '../ledger/spending.ts';
import { markup } from '../text/html.ts';
import { type Column, codeSpan, details, link, paragraphs, table } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { LIST_START } from '../text/report-marks.ts';
import { count, formatCost, formatMoment, formatNumber, reckoned } from './figures.ts';
import type { RunState } from './run.ts';
import { standingOf } from './standing.ts';

const COLUMNS: readonly Column[] = [
  { title: 'run' },
  { title: 'ended' },
  { title: 'how' },
  { title: 'tokens', align: 'right' },
  { title: 'cost', align: 'right' },
];

const WORDS: Readonly<Record<SpentRun['ended'], string>> = {
  verified: '✅ verified',
  reviewed: '☑️ reviewed, not verified',
  published: 'published',
  'needs-human': '⚠️ needs a person',
  'no-changes': 'no changes',
  answered: 'answered',
  planned: 'planned',
  declined: 'declined',
  failed: '❌ failed',
};

/**
 * The end of a description: the list of runs, where a run that leaves the report as it is can bring it up to date. Its start
 * is always there, so that the last one is never in what somebody quoted.
 */
export function listAtEnd(run: RunState): string {
  return `${LIST_START}\n${spendingSection(run)}`.trimEnd();
}

/** All runs that worked on the branch and what they used together, folded; empty when there was only one. */
export function spendingSection({ spending, runUrl }: RunState): string {
  if (spending === null) return '';
  const { branch, known } = spending;
  const unknown = known.whole
    ? ''
    : `<sub>What earlier runs on ${codeSpan(shorten(branch, 120))} used is not known any more, and not counted here.</sub>`;
  const sum = sumOf(known);
  if (sum.runs < 2) return unknown;
  const rows = known.runs.map((run) => [
    link(`${run.run}${run.attempt === undefined ? '' : `, attempt ${run.attempt}`}`, urlOf(run, runUrl)),
    formatMoment(run.at),
    WORDS[run.ended],
    ...figures(run),
  ]);
  const older =
    known.older === null
      ? []
      : [[count(known.older.runs, 'older run'), formatMoment(known.older.until), '', ...figures(known.older)]];
  const total = [`**${count(sum.runs, 'run')}**`, '', '', ...figures(sum).map((figure) => `**${figure}**`)];
  const summary = markup`${known.whole ? 'All' : 'The last'} ${count(sum.runs, 'run')} on <code>${shorten(branch, 120)}</code>: ${spentText(sum)}`;
  return paragraphs(details(summary, table(COLUMNS, [...rows, ...older, total])), unknown);
}

/** A run that has ended, as later runs list it. */
export function spentRun(state: RunState, { id, attempt }: Readonly<{ id: number; attempt: number }>): SpentRun {
  const { ledger, total, now } = state;
  const cost = ledger.reduce((sum, row) => sum + (row.cost ?? 0), 0);
  return {
    run: id,
    ...(attempt > 1 ? { attempt } : {}),
    at: now,
    ended: howItEnded(state),
    tokens: Math.round(countTokens(total.tokens)),
    cost: Number(cost.toFixed(6)),
    unpriced: total.cost === null,
    estimated: total.estimated,
  };
}

function howItEnded(state: RunState): SpentRun['ended'] {
  const { outcome } = state;
  if (outcome === null) return 'failed';
  if (outcome !== 'published') return outcome;
  const standing = standingOf(state);
  return standing === 'verified' || standing === 'reviewed' ? standing : 'published';
}

function spentText(spent: Spent): string {
  return `${reckoned(formatCost(spent), spent)}, ${reckoned(formatNumber(spent.tokens), spent)} tokens`;
}

function figures(spent: Spent): readonly string[] {
  return [reckoned(formatNumber(spent.tokens), spent), reckoned(formatCost(spent), spent)];
}

/** The log of another run stands beside this one's. */
function urlOf({ run, attempt }: SpentRun, runUrl: string | null): string | null {
  if (runUrl === null || !/\/\d+$/.test(runUrl)) return null;
  return runUrl.replace(/\d+$/, `${run}${attempt === undefined ? '' : `/attempts/${attempt}`}`);
}
