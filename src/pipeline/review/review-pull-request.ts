import { asFailure, Failure } from '../../failure.ts';
import type { Finding } from '../../finding.ts';
import { placeComments } from '../../publish/review/place-comments.ts';
import { postReview, type PostedReview } from '../../publish/review/post-review.ts';
import { renderReviewBody, renderReviewComment } from '../../report/review/review-body.ts';
import type { Split } from '../../review/batches/batch.ts';
import { describeFiles, readChanges } from '../../review/batches/changed-files.ts';
import { mergeBatches, type BatchResult, type Merged } from '../../review/batches/merge.ts';
import type { PullRequestReview } from '../../review/batches/pull-request-review.ts';
import { splitIntoBatches } from '../../review/batches/split.ts';
import { computeVerdict, type Verdict } from '../../review/verdict.ts';
import { redactAll } from '../../text/redact.ts';
import { look } from './look.ts';
import type { ReviewJob, ReviewOutcome } from './review-job.ts';
import type { ReviewState } from './review-state.ts';
import { findUnseen, type Unseen } from './unseen.ts';
import { findNews } from './what-is-new.ts';

/** What one reviewer is shown of a diff where nothing else is asked for. */
export const BATCH_TOKENS = 30_000;

/**
 * Reviews a pull request, or what of it nobody has reviewed, in parts and in parallel, and posts one review. `retry` is the
 * same at the same commit: then only what was not reviewed is new.
 */
export async function reviewPullRequest(job: ReviewJob): Promise<ReviewOutcome> {
  const { workspace, pullRequest, earlier, settings } = job;
  const head = pullRequest.head.sha;
  const target = pullRequest.base.sha;
  const base = mustBeHere(job, await workspace.mergeBase(target, head));
  const whole = await readChanges(workspace, base, head);
  const { files, since } = await findNews(workspace, { target, head, whole, earlier });
  const round = earlier === null ? 0 : earlier.round + 1;
  const unseen = await findUnseen(workspace, { base, head, whole });
  if (earlier !== null && since !== null && files.length === 0) {
    return { kind: 'nothing-new', state: { ...earlier, commit: head, incomplete: unseen.incomplete } };
  }
  const split = splitIntoBatches(await describeFiles(workspace, files, { base, head }), {
    tokens: settings.batchTokens,
  });
  await workspace.materialise(head, 'snapshot');
  const findings = earlier?.findings ?? [];
  const results = await look(job, { split, since, round, findings: findings.filter((one) => isToBeAsked(one, job)) });
  job.keep('the reviewers’ answers', results);
  const merged = withUnseen(mergeBatches(results, findings, { round }), unseen);
  const review: PullRequestReview = {
    commit: head,
    since,
    round,
    parts: partsOf(split, results),
    aside: [...split.aside, ...unseen.aside],
    ...merged,
    verdict: verdictOf(merged, split.batches.length > 0 || since !== null),
  };
  const told = redactAll(review, job.redact);
  const state: ReviewState = { v: 1, commit: head, round, findings: told.findings, incomplete: told.incomplete };
  // What was paid for is saved whether or not the forge took it.
  const posted = await post(job, told, whole).catch((error: unknown) => ({
    kind: 'unposted' as const,
    failure: asFailure(error),
  }));
  return { kind: 'reviewed', review: told, posted, state };
}

/** At the commit that the last review saw, only what nobody came to look at again can have another answer now. */
function isToBeAsked({ round, history }: Finding, { earlier, pullRequest }: ReviewJob): boolean {
  if (earlier?.commit !== pullRequest.head.sha) return true;
  return round < earlier.round && !history.some((seen) => seen.round === earlier.round);
}

function withUnseen(merged: Merged, { incomplete }: Unseen): Merged {
  return { ...merged, incomplete: [...merged.incomplete, ...incomplete] };
}

/** Where nobody looked at anything nothing can be told. */
function verdictOf({ incomplete, findings }: Merged, isLookedAt: boolean): Verdict {
  return computeVerdict({ reviewed: isLookedAt && incomplete.length === 0, findings, checks: [] });
}

function mustBeHere({ pullRequest }: ReviewJob, base: string | null): string {
  if (base !== null) return base;
  const { number, base: target } = pullRequest;
  throw new Failure(
    'bad-input',
    `The head of pull request #${number} and ${target.branch} have no commit in common here.`,
    {
      hint: 'Check out with `fetch-depth: 0`, so that both are there with their history.',
    },
  );
}

function partsOf({ batches }: Split, results: readonly BatchResult[]): PullRequestReview['parts'] {
  return batches.map(({ number, files, tokens }) => ({
    number,
    tokens,
    reviewed: results.some((result) => result.batch === number && result.kind === 'reviewed'),
    files: files.map(({ path, added, removed, leftOut }) => ({ path, added, removed, leftOut })),
  }));
}

/** New findings are told where they are; those of earlier reviews have their comments already. */
async function post(
  job: ReviewJob,
  review: PullRequestReview,
  whole: Parameters<typeof placeComments>[1],
): Promise<PostedReview> {
  const fresh = review.findings.filter(({ round }) => round === review.round);
  return await postReview({
    forge: job.forge,
    pullRequest: job.pullRequest.number,
    commit: review.commit,
    placed: placeComments(fresh, whole),
    body: (placed) => renderReviewBody({ review, placed, spent: job.spent(), phrase: job.phrase, here: job.here }),
    comment: renderReviewComment,
    log: job.log,
  });
}
