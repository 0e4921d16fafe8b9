import type { Check, CheckResult } from '../../src/check/check.ts';
import type { VerifyOptions } from '../../src/review/verify.ts';

const CHECK: Check = { name: 'test', command: 'npm test', source: 'input' };
const PASSED: CheckResult = { check: CHECK, status: 'passed', exitCode: 0, seconds: 1, reason: null, tail: '' };

/** What is known of work for which all seven conditions hold, but for the change itself. */
export const ALL_HOLD: Omit<VerifyOptions, 'change' | 'judgedTree'> = {
  heldBack: [],
  checks: [{ check: CHECK, before: PASSED, after: PASSED, effect: 'passes' }],
  findings: [],
  reviewed: { valid: true, because: null },
  wholeFiles: 1,
  definitionsTouched: [],
  asChecked: true,
};
