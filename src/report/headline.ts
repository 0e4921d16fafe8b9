import { isBlocking } from '../finding.ts';
import { countTokens } from '../ledger/ledger.ts';
import { link } from '../text/markdown.ts';
import { count, formatCost, formatDuration, formatNumber, reckoned } from './figures.ts';
import type { RunState } from './run.ts';
import { fixRounds, openFindings, standingOf } from './standing.ts';

/** The first line: how it stands, rounds, checks, cost, duration, the run. */
export function headline(state: RunState): string {
  return [`**${standingWords(state)}**`, ...facts(state)].join(' · ');
}

/** What the work took, as the parts of a line. */
export function facts(state: RunState): readonly string[] {
  return [
    state.rounds.length === 0 ? '' : roundsText(state),
    checksText(state),
    costText(state),
    formatDuration(state.now - state.startedAt),
    saidBy(state),
    state.runUrl === null ? '' : link('run', state.runUrl),
  ].filter((part) => part !== '');
}

/** Whose word the rest is; nothing where it is this job's own. */
function saidBy({ toldBy }: RunState): string {
  switch (toldBy) {
    case 'this-job':
      return '';
    case 'agent-job':
      return 'checks, review and cost as the agent’s job says';
    case 'agent-job-checked-again':
      return 'checks run again in a job without a key, review and cost as the agent’s job says';
  }
}

export function standingWords(state: RunState): string {
  switch (standingOf(state)) {
    case 'unfinished':
      return '❌ Unfinished: the run failed';
    case 'verified':
      return '✅ Verified';
    case 'inconclusive':
      return '❔ Inconclusive: the review cannot be relied on';
    case 'open':
      return `⚠️ ${openText(state)}`;
    case 'reviewed':
      return '☑️ Reviewed, not verified';
    case 'unreviewed':
      return '⚪ Not reviewed';
  }
}

/** `1 check broken, 2 high findings and 1 note open`. */
export function openText(state: RunState): string {
  const findings = openFindings(state).filter((finding) => finding.source !== 'check');
  const blocking = findings.filter(isBlocking);
  const severities = new Set(blocking.map((finding) => finding.severity));
  const broken = state.checks.filter((check) => check.effect === 'broken').length;
  const parts = [
    blocking.length > 0 ? count(blocking.length, `${[...severities].join(' or ')} finding`) : '',
    findings.length > blocking.length ? count(findings.length - blocking.length, 'note') : '',
  ].filter((part) => part !== '');
  const open = parts.length > 0 ? `${parts.join(' and ')} open` : '';
  const checks = broken > 0 ? `${count(broken, 'check')} broken` : '';
  return [checks, open].filter((part) => part !== '').join(', ') || 'not done';
}

function roundsText(state: RunState): string {
  const rounds = fixRounds(state);
  const work = state.stepReports.length === 0 ? '' : count(state.stepReports.length, 'step');
  const fixes = rounds === 0 ? '' : count(rounds, 'fix round');
  return [work, fixes].filter((part) => part !== '').join(', ') || 'first attempt';
}

/** `3 of 3 checks`, and how many could not be run. */
function checksText(state: RunState): string {
  if (state.checks.length === 0) return state.verdict === null || isReview(state) ? '' : 'no checks';
  const passed = state.checks.filter((check) => check.after.status === 'passed').length;
  const notRun = state.checks.filter((check) => check.after.status === 'not-run').length;
  const text = `${passed} of ${count(state.checks.length, 'check')}`;
  return notRun === 0 ? text : `${text}, ${notRun} not run`;
}

/** It runs nothing of the project. */
function isReview({ invocation }: RunState): boolean {
  return invocation.command === 'review';
}

/** Money where everything is priced; else what is priced, the tokens, and that it is not all. */
export function costText({ total, ledger }: RunState): string {
  const tokens = countTokens(total.tokens);
  if (total.requests === 0 && tokens === 0) return '';
  const unpriced = total.cost === null;
  const known = ledger.reduce((sum, row) => sum + (row.cost ?? 0), 0);
  const money = reckoned(formatCost({ cost: total.cost ?? known, unpriced }), total);
  return unpriced ? `${money}, ${reckoned(formatNumber(tokens), total)} tokens` : money;
}
