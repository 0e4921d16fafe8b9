export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who found it; a person or a model reads about all but those of checks, which are run again. */
export type FindingSource = 'review' | 'check' | 'advice' | 'merge' | 'step';

export type Resolution = 'open' | 'resolved' | 'partially-resolved' | 'not-addressed' | 'disputed';

/** One defect: what a corrective task is made of. Its id stays the same through all rounds. */
export type Finding = Readonly<{
  /**
   * `F1`, `F2`, … in the order in which they were found; `C1`, … for checks that broke, `A1`, … for the advisor's, `M1`, … for
   * work that could not be merged, `U1`, … for steps that were not done. Those of a step have its id before theirs: `S2.F1`.
   */
  id: string;
  source: FindingSource;
  severity: Severity;
  category: string;
  path: string | null;
  line: number | null;
  problem: string;
  /** How to see it: input, observed, expected; for a check the failing part of its output. */
  evidence: string;
  suggestion: string;
  confidence: 'high' | 'medium' | 'low';
  /** Round in which it was found; 0 is the first attempt. */
  round: number;
  resolution: Resolution;
  /** Evidence of each re-review, oldest first. */
  history: readonly Readonly<{ round: number; resolution: Resolution; evidence: string }>[];
}>;

/** Still to be dealt with: neither resolved nor disputed with a reason that convinced the reviewer. */
export function isOpen({ resolution }: Finding): boolean {
  return resolution !== 'resolved' && resolution !== 'disputed';
}

/** Forbids a pass for as long as it is open. */
export function isBlocking({ severity }: Finding): boolean {
  return severity === 'critical' || severity === 'high';
}
