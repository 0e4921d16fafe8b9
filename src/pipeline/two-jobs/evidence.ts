import type { CheckComparison } from '../../check/check.ts';
import type { Condition } from '../../review/verified.ts';
import type { Verdicts } from '../../review/verify.ts';

/** What a publishing job knows of the checks apart from the agent's job. */
export type Evidence =
  | Readonly<{ kind: 'none'; because: string }>
  /** A job without any key ran them, on the tree that is published. */
  | Readonly<{ kind: 'checked-again'; checks: readonly CheckComparison[] }>;

const CLAIMED = 'in the agent’s job, as it says';

/**
 * The conditions of “verified” where the work was handed over. What the agent's job says can make one fail and none hold,
 * with one exception that is named: that the change was reviewed. A review takes a model, and so a key, and no job with
 * a key can vouch for itself; checks that a job without any key ran are what has to be there besides.
 */
export function withEvidence({ report, earned }: Verdicts, evidence: Evidence): Verdicts {
  const conditions = report.conditions.map((condition) => weighed(condition, evidence));
  const verified = conditions.every(({ holds }) => holds);
  return { report: { ...report, verified, conditions }, earned: verified ? earned : null };
}

function weighed(condition: Condition, evidence: Evidence): Condition {
  switch (condition.name) {
    case 'check-passed':
    case 'nothing-broken':
      return evidence.kind === 'none' ? { ...condition, holds: false, evidence: evidence.because } : condition;
    case 'no-blocking-finding':
      return condition.holds ? { ...condition, evidence: `${condition.evidence} (reviewed ${CLAIMED})` } : condition;
    case 'published-is-checked':
      return condition.holds ? { ...condition, evidence: `${condition.evidence}; reviewed ${CLAIMED}` } : condition;
    case 'change-exists':
    case 'in-scope':
    case 'check-definitions-untouched':
      return condition;
  }
}
