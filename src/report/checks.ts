import type { CheckComparison, CheckResult } from '../check/check.ts';
import { NOT_CONFINED } from '../sandbox/none.ts';
import { markup } from '../text/html.ts';
import { codeSpan, details, fence, paragraphs, table } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { inline } from '../text/prose.ts';
import { type Detail, firstRows } from './detail.ts';
import { formatDuration } from './figures.ts';
import type { RunState } from './run.ts';

const EFFECTS: Readonly<Record<CheckComparison['effect'], string>> = {
  passes: 'passes',
  fixed: '**fixed** by this change',
  'still-fails': 'failed before too, not because of this change',
  broken: '**broken** by this change',
  'not-run': 'not run: neither passed nor failed',
};

const RUN_BY: Readonly<Record<RunState['toldBy'], string>> = {
  'this-job': 'Run by Patchwright itself',
  'agent-job': 'Run in the agent’s job, as it says,',
  'agent-job-checked-again': 'Run by Patchwright in a job without any key',
};

/** Each check before and after, where they were found, and what the failing ones printed. */
export function checksSection(state: RunState, detail: Detail): string {
  if (state.checks.length === 0) return '';
  const { shown, more } = firstRows(state.checks, detail);
  const rows = shown.map((check) => [
    codeSpan(shorten(check.check.command, 120)),
    result(check.before, false),
    result(check.after, true),
    EFFECTS[check.effect],
  ]);
  return paragraphs(
    table([{ title: 'check' }, { title: 'before' }, { title: 'after' }, { title: 'result' }], rows),
    more,
    origin(state),
    walled(state, shown),
    ...shown.filter((check) => check.after.status !== 'passed').map((check) => output(check, detail)),
  );
}

/** One check in a few words: `✅ 8 s`, `❌ exit 1, 8 s`, `⚪ not run: timed out`. */
function result(outcome: CheckResult, timed: boolean): string {
  const time = timed ? formatDuration(outcome.seconds * 1000) : '';
  switch (outcome.status) {
    case 'passed':
      return `✅ ${time}`.trim();
    case 'failed':
      return ['❌', [outcome.exitCode === null ? '' : `exit ${outcome.exitCode}`, time].filter(Boolean).join(', ')]
        .join(' ')
        .trim();
    case 'not-run':
      return `⚪ ${inline(outcome.reason ?? 'not run', 160)}`;
  }
}

function origin(state: RunState): string {
  const sources = [...new Set(state.checks.map((check) => check.check.source))]
    .slice(0, 5)
    .map((source) => inline(source, 120));
  const setup = state.setup?.commands.slice(0, 5).map((command) => codeSpan(shorten(command, 120))) ?? [];
  const prepared =
    setup.length === 0 ? '' : `; set up by ${setup.join(', ')} (${inline(state.setup?.source ?? '', 120)})`;
  return `<sub>${RUN_BY[state.toldBy]} before and after the work. Found in: ${sources.join(', ')}${prepared}.</sub>`;
}

/** A check that did not pass before the work either may want something that nobody has inside. */
function walled({ confinement }: RunState, shown: readonly CheckComparison[]): string {
  const isOdd = shown.some(({ before, after }) => before.status !== 'passed' && after.status !== 'passed');
  if (!isOdd || confinement === '' || confinement === NOT_CONFINED) return '';
  return '<sub>A check that did not pass before the work either may need something that the sandbox keeps from it.</sub>';
}

function output({ check, after }: CheckComparison, detail: Detail): string {
  const tail = after.tail.trim();
  if (tail === '' || detail.output === 0) return '';
  const end = tail.length > detail.output ? `…${tail.slice(-detail.output).replace(/^[^\n]*\n/, '\n')}` : tail;
  return details(markup`Output of <code>${shorten(check.name, 80)}</code>`, fence(end, 'text'));
}
