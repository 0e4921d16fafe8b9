import { countTokens } from '../ledger/ledger.ts';
import { shorten } from '../text/neutral.ts';
import { logLine, type LogLine } from '../text/sinks.ts';
import { accountsNote } from './accounts.ts';
import { formatDuration, formatMoney, formatNumber } from './figures.ts';
import { openText, standingWords } from './headline.ts';
import type { RedactedRun } from './redacted-run.ts';
import { REMEDIES, whatToDo } from './remedies.ts';
import type { RunState, StepLine } from './run.ts';
import { fixRounds } from './standing.ts';

const MARKS: Readonly<Record<StepLine['state'], string>> = { done: '✓', doing: '…', todo: ' ', failed: '✗' };

/** One step with the time and money used so far: `  0:48  $0.041  ✓ Checks: 3 of 3 pass`. */
export function renderLogStep(run: RedactedRun, step: StepLine): LogLine {
  const seconds = Math.max(0, Math.floor((run.now - run.startedAt) / 1000));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`.padStart(6);
  const text = shorten(step.text.replaceAll(/\s+/g, ' '), 300);
  return logLine(`${clock}  ${formatMoney(run.total.cost).padStart(8)}  ${MARKS[step.state]} ${text}`);
}

/** How the run ended, for a terminal: plain lines, none of which the runner takes for a command. */
export function renderLogEnding(run: RedactedRun): readonly LogLine[] {
  const lines = [
    `${run.outcome ?? 'not finished'}: ${ended(run)}`,
    ...failure(run),
    ...where(run),
    `${rounds(run)}${cost(run)}, ${formatDuration(run.now - run.startedAt)}`,
    accountsNote(run),
    ...run.notes,
    ...(run.publication?.notes ?? []),
  ];
  return lines.filter((line) => line !== '').flatMap((line) => line.split('\n').map(logLine));
}

function ended(run: RunState): string {
  if (run.failure !== null) return run.failure.message;
  if (run.outcome === 'published') return standingWords(run);
  const open = run.verdict === 'fail' ? openText(run) : '';
  return run.reason ?? (open || (run.outcome === 'no-changes' ? 'no file was changed' : standingWords(run)));
}

function failure(run: RunState): readonly string[] {
  if (run.failure === null) return [];
  const { category } = run.failure;
  const remedy = REMEDIES[category];
  return [`${category}: ${remedy.means}`, whatToDo(run.failure)];
}

function where(run: RunState): readonly string[] {
  const { publication, patch } = run;
  if (publication?.pullRequest) {
    return [`${publication.pullRequest.draft ? 'draft pull request' : 'pull request'} ${publication.pullRequest.url}`];
  }
  if (publication !== null && publication.commit !== null)
    return [`branch ${publication.branch} at ${publication.commit}`];
  return patch === null ? [] : [`the work is kept as ${patch}`];
}

function rounds(run: RunState): string {
  if (run.rounds.length === 0) return '';
  return `${fixRounds(run)} fix round${fixRounds(run) === 1 ? '' : 's'}, `;
}

function cost(run: RunState): string {
  return `${formatMoney(run.total.cost)}, ${formatNumber(countTokens(run.total.tokens))} tokens`;
}
