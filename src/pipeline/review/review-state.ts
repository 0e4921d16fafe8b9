import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import type { SetAside } from '../../review/batches/batch.ts';
import type { Incomplete } from '../../review/batches/merge.ts';
import type { PullRequestReview } from '../../review/batches/pull-request-review.ts';
import { isSignedWith, signText, type Seal } from '../../text/sealed.ts';
import { stateText, type StateText } from '../../text/state-text.ts';
import { FindingSchema } from '../kept/saved-parts.ts';
import { ObjectId } from '../killed/saved-invocation.ts';

/** What a review that was not posted has come to so far, besides its findings. */
export type Untold = Readonly<{
  /** Stands in the review when it is posted. */
  id: string;
}> &
  Pick<PullRequestReview, 'since' | 'parts'>;

/**
 * What one review of a pull request leaves for the next: it saves work and says nothing of its own. Whoever may push may
 * write it, so only what is signed is gone by.
 */
export type ReviewState = Readonly<{
  v: 1;
  /** Commit that was reviewed. */
  commit: string;
  /** Where that commit left the base of the pull request; with another base it shows other changes. */
  base: string;
  /** 0 for the first review. */
  round: number;
  /** The last round whose findings stand on the pull request, -1 for none. */
  told: number;
  /** The last round, as long as nobody was told of it; null once somebody was. */
  untold: Untold | null;
  findings: readonly Finding[];
  /** What was to be reviewed at that commit and was not. */
  incomplete: readonly Incomplete[];
  /** What was set aside at that commit: no reviewer was shown it. Null in older state, which does not tell. */
  aside: readonly SetAside[] | null;
}>;

const count = z.int().nonnegative();

const UntoldSchema: z.ZodType<Untold> = z.object({
  id: z.string(),
  since: ObjectId.nullable(),
  parts: z.array(
    z.object({
      number: count,
      reviewed: z.boolean(),
      tokens: z.number().nonnegative(),
      files: z.array(
        z.object({
          path: z.string(),
          added: count,
          removed: count,
          leftOut: z.array(z.object({ start: count, length: count })),
        }),
      ),
    }),
  ),
});

const ReviewStateSchema: z.ZodType<ReviewState> = z.object({
  v: z.literal(1),
  commit: ObjectId,
  base: ObjectId,
  round: count,
  told: z.int().min(-1),
  untold: UntoldSchema.nullable(),
  findings: z.array(FindingSchema),
  incomplete: z.array(z.object({ files: z.array(z.string()), because: z.string() })),
  aside: z
    .array(z.object({ path: z.string(), reason: z.string() }))
    .nullable()
    .default(null),
});

const Envelope = z.object({ state: z.string(), signature: z.string().nullable() });

/** What signs the state of one pull request's reviews; null where no model needs a key, and then no state is believed. */
export function sealOfReviews(
  secret: string | null,
  { repository, number }: Readonly<{ repository: string; number: number }>,
): Seal | null {
  return secret === null ? null : { secret, purpose: `state of the reviews of ${repository}#${number}` };
}

export function closeReviewState(state: ReviewState, seal: Seal | null): StateText {
  const inner = JSON.stringify(ReviewStateSchema.parse(state));
  return stateText({ state: inner, signature: seal === null ? null : signText(inner, seal) });
}

/** Null for what cannot be read, and for what no review of this pull request with these keys wrote. */
export function openReviewState(stored: string, seal: Seal | null): ReviewState | null {
  const read = readEnvelope(stored);
  if (read === null || seal === null || read.signature === null) return null;
  return isSignedWith(read.signature, read.inner, seal) ? read.state : null;
}

/** What state says, whoever wrote it: enough to ask for a review by, never to spare one. Null for what cannot be read. */
export function readReviewState(stored: string): ReviewState | null {
  return readEnvelope(stored)?.state ?? null;
}

function readEnvelope(
  stored: string,
): Readonly<{ inner: string; signature: string | null; state: ReviewState }> | null {
  try {
    const { state: inner, signature } = Envelope.parse(JSON.parse(stored));
    return { inner, signature, state: ReviewStateSchema.parse(JSON.parse(inner)) };
  } catch {
    return null;
  }
}
