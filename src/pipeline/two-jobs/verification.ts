import { z } from 'zod';
import type { CheckComparison } from '../../check/check.ts';
import { ObjectId } from '../killed/saved-invocation.ts';
import { ComparisonsSchema } from './comparisons.ts';
import type { Evidence } from './evidence.ts';

/**
 * What a verifying job found, bound to the tree that it found it on. It goes from job to job as an output of the job,
 * which only that job can set; an artifact of a workflow run can be written by any of its jobs.
 */
export type CheckedAgain = Readonly<{ version: 1; base: string; tree: string; checks: readonly CheckComparison[] }>;

/** A job's output has at most a megabyte; what a check printed is the largest part. */
const LONGEST_TAIL = 4096;
const LONGEST = 512 * 1024;

const Schema: z.ZodType<CheckedAgain> = z.object({
  version: z.literal(1),
  base: ObjectId,
  tree: ObjectId,
  checks: ComparisonsSchema,
});

export function renderCheckedAgain(checked: Omit<CheckedAgain, 'version'>): string {
  const short = <Result extends Readonly<{ tail: string }>>(result: Result): Result => ({
    ...result,
    tail: result.tail.slice(-LONGEST_TAIL),
  });
  const checks = checked.checks.map((check) => ({ ...check, before: short(check.before), after: short(check.after) }));
  return JSON.stringify({ version: 1, ...checked, checks });
}

/** What counts of it for this tree. */
export function readEvidence(text: string, published: Readonly<{ base: string; tree: string }>): Evidence {
  if (text === '') return { kind: 'none', because: 'no job without a key ran the checks' };
  const read = parse(text);
  if (read === null) return { kind: 'none', because: 'what the verifying job gave cannot be read' };
  if (read.tree !== published.tree || read.base !== published.base)
    return { kind: 'none', because: 'the verifying job ran the checks on another tree' };
  return { kind: 'checked-again', checks: read.checks };
}

function parse(text: string): CheckedAgain | null {
  if (text.length > LONGEST) return null;
  try {
    return Schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
