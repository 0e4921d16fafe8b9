import type { Condition } from '../review/verified.ts';
import { details, paragraphs, table } from '../text/markdown.ts';
import { inline } from '../text/prose.ts';
import type { Detail } from './detail.ts';
import type { RunState } from './run.ts';

const NAMES: Readonly<Record<Condition['name'], string>> = {
  'change-exists': 'There is a change',
  'in-scope': 'All of it is in scope',
  'check-passed': 'At least one check ran and passes',
  'nothing-broken': 'No check fails that passed before',
  'no-blocking-finding': 'No critical or high finding is open',
  'check-definitions-untouched': 'The definitions of the checks are untouched',
  'published-is-checked': 'What is published is what was checked and reviewed',
};

/** The conditions of "verified", folded. */
export function conditionsSection(state: RunState, detail: Detail): string {
  const conditions = state.verification?.conditions ?? [];
  if (conditions.length === 0 || !detail.folded) return '';
  const held = conditions.filter((condition) => condition.holds).length;
  const rows = conditions.map((condition) => [
    `${condition.holds ? '✅' : '❌'} ${NAMES[condition.name]}`,
    inline(condition.evidence, detail.text),
  ]);
  const note = '<sub>Computed from what was run and measured. No model ticks any of them.</sub>';
  const body = paragraphs(table([{ title: 'condition' }, { title: 'evidence' }], rows), note);
  return details(`Verified: ${held} of ${conditions.length} conditions hold`, body);
}

/** The conditions that keep it from being verified, as list items. */
export function failedConditions(state: RunState): readonly string[] {
  const failed = state.verification?.conditions.filter((condition) => !condition.holds) ?? [];
  return failed.map((condition) => {
    const evidence = inline(condition.evidence, 300);
    return `Not met: ${NAMES[condition.name].toLowerCase()}${evidence === '' ? '' : ` (${evidence})`}`;
  });
}
