import { type Finding, isOpen, SEVERITIES } from '../finding.ts';
import type { RunState } from './run.ts';

/** How the work stands, whatever the outcome: computed, in this order. */
export type Standing = 'unfinished' | 'verified' | 'inconclusive' | 'open' | 'reviewed' | 'unreviewed';

export function standingOf(state: RunState): Standing {
  if (state.failure !== null) return 'unfinished';
  if (state.verification?.verified === true) return 'verified';
  switch (state.verdict) {
    case 'inconclusive':
      return 'inconclusive';
    case 'fail':
      return 'open';
    case 'pass':
    case 'pass-with-notes':
      return 'reviewed';
    case null:
      return 'unreviewed';
  }
}

/** Every finding that is not resolved, the gravest first. */
export function openFindings(state: RunState): readonly Finding[] {
  return state.findings
    .filter(isOpen)
    .toSorted((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity));
}

/** Fix rounds that were made; the first attempt is none. */
export function fixRounds(state: RunState): number {
  return Math.max(0, state.rounds.length - 1);
}

/** The description of a pull request of ours has the report; where there is none, or a person wrote it, the comment has. */
export function commentCarriesReport(state: RunState): boolean {
  const hasWork = state.change !== null && state.change.files.length > 0;
  return hasWork && state.publication?.pullRequest?.own !== true;
}
