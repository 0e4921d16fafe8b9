import { carryFindings } from '../../check/carry-findings.ts';
import type { CheckComparison, CheckResult } from '../../check/check.ts';
import { compareChecks, findingsOf } from '../../check/compare.ts';
import type { Finding } from '../../finding.ts';
import { computeVerdict, type Verdict } from '../../review/verdict.ts';
import type { Change } from '../../workspace/change.ts';
import type { Site } from '../site/site.ts';
import type { Story } from '../told/story.ts';

/** What the last round came to, as far as checks have a say in it. */
type Checked = Readonly<{
  round: number;
  change: Pick<Change, 'treeOnBase'>;
  checks: readonly CheckComparison[];
  review: Readonly<{ reviewed: boolean }> | null;
  findings: readonly Finding[];
  verdict: Verdict;
}>;

/**
 * The last verification: where a `setup` was given, it and the checks run in a clean checkout of exactly what is to be
 * published. Results that differ from those of the last round take their place, and findings and verdict follow them.
 */
export async function verifyClean<Judged extends Checked>(
  last: Judged,
  {
    site,
    story,
    before,
  }: Readonly<{
    site: Pick<Site, 'runChecksClean'>;
    story: Pick<Story, 'begin' | 'update' | 'note'>;
    before: readonly CheckResult[];
  }>,
): Promise<Judged> {
  if (site.runChecksClean === null || last.checks.length === 0) return last;
  const step = story.begin('Clean checkout');
  const after = await site.runChecksClean({ tree: last.change.treeOnBase, onProgress: step.note });
  const checks = compareChecks(before, after);
  const differences = checks.flatMap((one) => differenceOf(one, last.checks));
  if (differences.length === 0) {
    step.done('Clean checkout: setup and checks come to the same results');
    return last;
  }
  const others = last.findings.filter(({ source }) => source !== 'check');
  const findings = [...others, ...carryFindings(last.findings, findingsOf(checks, last.round), last.round)];
  const verdict = computeVerdict({ reviewed: last.review?.reviewed ?? false, findings, checks });
  story.update({ checks, findings, verdict });
  step.done(`Clean checkout: ${differences.join('; ')}`);
  story.note(`In a clean checkout of the change, ${differences.join('; ')}. Those results are the ones that count.`);
  return { ...last, checks, findings, verdict };
}

function differenceOf({ check, after }: CheckComparison, known: readonly CheckComparison[]): readonly string[] {
  const earlier = known.find((one) => one.check.name === check.name)?.after.status;
  if (earlier === after.status) return [];
  const now = after.reason === null ? WORDS[after.status] : `${WORDS[after.status]} (${after.reason})`;
  return [`the check “${check.name}” ${now}, which ${earlier === undefined ? 'was not there' : WORDS[earlier]} before`];
}

const WORDS: Readonly<Record<CheckResult['status'], string>> = {
  passed: 'passed',
  failed: 'failed',
  'not-run': 'could not be run',
};
