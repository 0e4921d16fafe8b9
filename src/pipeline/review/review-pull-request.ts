import { asFailure, Failure } from '../../failure.ts';
import { isOpen, type Finding } from '../../finding.ts';
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
import type { FileDiff } from '../../workspace/read-diff.ts';
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
  const unseen = await findUnseen(workspace, { base, head, whole });
  const isRead = earlier !== null && since !== null && files.length === 0;
  if (isRead && earlier.told >= earlier.round) {
    const state = { ...earlier, commit: head, base, incomplete: unseen.incomplete };
    await job.save(state);
    return { kind: 'nothing-new', state };
  }
  // What was read and never told is told now, as the review that it was.
  const round = earlier === null ? 0 : earlier.round + (isRead ? 0 : 1);
  const split = splitIntoBatches(await describeFiles(workspace, files, { base, head }), {
    tokens: settings.batchTokens,
  });
  await workspace.materialise(head, 'snapshot');
  const findings = earlier?.findings ?? [];
  const asked = findings.filter((one) => since === null || isToBeAsked(one, job));
  const results = await look(job, { split, since, round, findings: asked });
  job.keep('the reviewers’ answers', results);
  const merged = withUnseen(mergeBatches(results, findings, { round }), unseen);
  const review: PullRequestReview = {
    commit: head,
    since,
    round,
    parts: partsOf(split, results),
    aside: [...split.aside, ...unseen.aside],
    ...merged,
    verdict: verdictOf(merged, split.batches.length > 0),
  };
  return await tell(job, redactAll(review, job.redact), { base, whole });
}

/** Posts a review. What was paid for is kept before, whether or not the forge takes it or the run lives to see that. */
async function tell(
  job: ReviewJob,
  review: PullRequestReview,
  { base, whole }: Readonly<{ base: string; whole: readonly FileDiff[] }>,
): Promise<ReviewOutcome> {
  const { commit, round, findings, incomplete } = review;
  const state: ReviewState = { v: 1, commit, base, round, told: job.earlier?.told ?? -1, findings, incomplete };
  await job.save(state);
  try {
    const posted = await post(job, review, whole);
    const told = { ...state, told: round };
    await job.save(told);
    return { kind: 'reviewed', review, posted, state: told };
  } catch (error) {
    return { kind: 'reviewed', review, posted: { kind: 'unposted', failure: asFailure(error) }, state };
  }
}

/** At the commit that the last review saw, only what nobody came to look at again can have another answer now. */
function isToBeAsked({ round, history }: Finding, { earlier, pullRequest }: ReviewJob): boolean {
  if (earlier?.commit !== pullRequest.head.sha) return true;
  return round < earlier.round && !history.some((seen) => seen.round === earlier.round);
}

function withUnseen(merged: Merged, { incomplete }: Unseen): Merged {
  return { ...merged, incomplete: [...merged.incomplete, ...incomplete] };
}

/** Where this review looked at nothing, nothing but a failure can be told. */
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

/** New findings are told where they are; those of reviews that were posted have their comments already. */
async function post(job: ReviewJob, review: PullRequestReview, whole: readonly FileDiff[]): Promise<PostedReview> {
  const told = job.earlier?.told ?? -1;
  const fresh = review.findings.filter((one) => one.round > told && (isOpen(one) || one.round === review.round));
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
