import type { CheckComparison } from '../check/check.ts';
import { isBlocking, isOpen, type Finding } from '../finding.ts';

export type Verdict = 'pass' | 'pass-with-notes' | 'fail' | 'inconclusive';

/**
 * The verdict, from findings and checks alone. `reviewed` is false when the reviewer's answer could not be
 * validated or the reviewer wrote to what it looked at: then nothing but a failure can be told.
 */
export function computeVerdict(given: {
  reviewed: boolean;
  findings: readonly Finding[];
  checks: readonly CheckComparison[];
}): Verdict {
  const open = given.findings.filter(isOpen);
  if (open.some(isBlocking) || given.checks.some((check) => check.effect === 'broken')) return 'fail';
  if (!given.reviewed) return 'inconclusive';
  return open.length > 0 ? 'pass-with-notes' : 'pass';
}

/** Nothing critical or high is open and nothing is broken, whether or not there are notes. */
export function isPass(verdict: Verdict): boolean {
  return verdict === 'pass' || verdict === 'pass-with-notes';
}
