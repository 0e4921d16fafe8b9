import type { CheckComparison } from '../../check/check.ts';
import type { Finding } from '../../finding.ts';
import type { Review } from '../../review/review.ts';
import type { Verdict } from '../../review/verdict.ts';
import type { Judged } from '../../work/rounds.ts';
import type { Change } from '../../workspace/change.ts';

/** What one round came to. */
export type Judgement = Judged &
  Readonly<{
    round: number;
    change: Change;
    checks: readonly CheckComparison[];
    review: Review | null;
    findings: readonly Finding[];
    verdict: Verdict;
  }>;
