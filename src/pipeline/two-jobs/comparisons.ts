import { z } from 'zod';
import type { CheckComparison, CheckResult } from '../../check/check.ts';
import { CheckSchema, words } from '../kept/saved-parts.ts';

const text = z.string();
const status = z.enum(['passed', 'failed', 'not-run']);
const result: z.ZodType<CheckResult> = z.object({
  check: CheckSchema,
  status,
  exitCode: z.int().nullable(),
  seconds: z.number().nonnegative(),
  reason: text.nullable(),
  cutShort: z.boolean().exactOptional(),
  tail: text.max(64 * 1024),
});
/** Checks before and after the work, as they go from job to job. */
export const ComparisonsSchema: z.ZodType<readonly CheckComparison[]> = z.array(
  z.object({
    check: CheckSchema,
    before: result,
    after: result,
    effect: words<CheckComparison['effect']>({
      passes: 'passes',
      fixed: 'fixed',
      'still-fails': 'still-fails',
      broken: 'broken',
      'not-run': 'not-run',
    }),
  }),
);
