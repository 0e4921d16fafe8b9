import type { Finding } from '../finding.ts';
import { failingPart } from '../text/failing-part.ts';
import type { CheckComparison, CheckResult } from './check.ts';

/** Pairs the results of the same checks before and after the work. */
export function compareChecks(
  before: readonly CheckResult[],
  after: readonly CheckResult[],
): readonly CheckComparison[] {
  return after.flatMap((result) => {
    const earlier = before.find(({ check }) => check.name === result.check.name);
    if (earlier === undefined) return [];
    return [{ check: result.check, before: earlier, after: result, effect: effectOf(earlier, result) }];
  });
}

/**
 * What passed before and does not pass now is broken, a check that can no longer be run too: between the two runs nothing
 * but the change is different, and a test that never ends or a script that is gone is a defect of the change.
 */
function effectOf(before: CheckResult, after: CheckResult): CheckComparison['effect'] {
  switch (after.status) {
    case 'passed':
      return before.status === 'failed' ? 'fixed' : 'passes';
    case 'failed':
      return before.status === 'passed' ? 'broken' : 'still-fails';
    case 'not-run':
      // That the run's own time was up says nothing about the change.
      return before.status === 'passed' && after.cutShort !== true ? 'broken' : 'not-run';
  }
}

/** One finding for each check that the change broke. Its id goes by the check's place in the list, which no round changes. */
export function findingsOf(comparisons: readonly CheckComparison[], round: number): readonly Finding[] {
  return comparisons.flatMap((comparison, at) =>
    comparison.effect === 'broken' ? [findingOf(comparison, { id: `C${at + 1}`, round })] : [],
  );
}

function findingOf({ check, after }: CheckComparison, { id, round }: Readonly<{ id: string; round: number }>): Finding {
  const now =
    after.reason === null
      ? `fails now (exit code ${after.exitCode ?? 'unknown'})`
      : `could not be run now: ${after.reason}`;
  return {
    id,
    source: 'check',
    severity: 'high',
    category: 'check',
    path: null,
    line: null,
    problem: `The check “${check.name}” (\`${check.command}\`) passed before the change and ${now}.`,
    evidence: failingPart(after.tail),
    suggestion: `Make \`${check.command}\` pass again without weakening it.`,
    confidence: 'high',
    round,
    resolution: 'open',
    history: [],
  };
}
