import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import type { Incomplete } from '../../review/batches/merge.ts';
import { ObjectId } from '../saved-invocation.ts';
import { FindingSchema } from '../saved-parts.ts';

/**
 * What one review of a pull request leaves for the next: it saves work and says nothing of its own. Whoever may push may
 * forge it, so a next review says since which commit it looked.
 */
export type ReviewState = Readonly<{
  v: 1;
  /** Commit that was reviewed. */
  commit: string;
  /** 0 for the first review. */
  round: number;
  findings: readonly Finding[];
  /** What was to be reviewed at that commit and was not. */
  incomplete: readonly Incomplete[];
}>;

const ReviewStateSchema: z.ZodType<ReviewState> = z.object({
  v: z.literal(1),
  commit: ObjectId,
  round: z.int().nonnegative(),
  findings: z.array(FindingSchema),
  incomplete: z.array(z.object({ files: z.array(z.string()), because: z.string() })),
});

/** Null for what cannot be read. */
export function readReviewState(text: string): ReviewState | null {
  try {
    return ReviewStateSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
