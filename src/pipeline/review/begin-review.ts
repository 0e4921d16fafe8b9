import { randomUUID } from 'node:crypto';
import { isReviewPosted } from '../../publish/review/find-review.ts';
import type { FileDiff } from '../../workspace/read-diff.ts';
import type { ReviewJob } from './review-job.ts';
import type { ReviewState, Untold } from './review-state.ts';

/** A review that is under way: its round, and what it has come to before, where an earlier run began it and was cut off. */
export type BegunReview = Untold & Readonly<{ round: number }>;

/** A review that nobody was told of is gone on with as what it was; what is posted is always the next one. */
export function beginReview(
  earlier: ReviewState | null,
  { head, since, files }: Readonly<{ head: string; since: string | null; files: readonly FileDiff[] }>,
): BegunReview {
  const isSame = earlier !== null && since !== null && (earlier.commit === head || files.length === 0);
  if (isSame && earlier.untold !== null) return { ...earlier.untold, round: earlier.round };
  return { id: randomUUID(), since, parts: [], round: earlier === null ? 0 : earlier.round + 1 };
}

/** What the last review left. A run that was killed may have posted it and not lived to keep that. */
export async function asTold({ earlier, forge, pullRequest }: ReviewJob): Promise<ReviewState | null> {
  if (earlier === null || earlier.untold === null) return earlier;
  const stands = await isReviewPosted(forge, { pullRequest: pullRequest.number, id: earlier.untold.id });
  return stands ? { ...earlier, told: earlier.round, untold: null } : earlier;
}
