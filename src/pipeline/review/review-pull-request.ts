import { asFailure, Failure } from '../../failure.ts';
import { isOpen, type Finding } from '../../finding.ts';
import { placeComments } from '../../publish/review/place-comments.ts';
import { postReview, type PostedReview } from '../../publish/review/post-review.ts';
import { renderReviewBody, renderReviewComment } from '../../report/review/review-body.ts';
import { describeFiles, readChanges } from '../../review/batches/changed-files.ts';
import type { BatchResult } from '../../review/batches/merge.ts';
import type { PullRequestReview } from '../../review/batches/pull-request-review.ts';
import { unreviewed } from '../../review/batches/review-batches.ts';
import { splitIntoBatches } from '../../review/batches/split.ts';
import { redactAll } from '../../text/redact.ts';
import type { FileDiff } from '../../workspace/read-diff.ts';
import { asTold, beginReview } from './begin-review.ts';
import { look } from './look.ts';
import type { ReviewJob, ReviewOutcome } from './review-job.ts';
import type { ReviewState } from './review-state.ts';
import { stateOf, sumUp } from './sum-up.ts';
import { findUnseen } from './unseen.ts';
import { findNews } from './what-is-new.ts';

/** What one reviewer is shown of a diff where nothing else is asked for. */
export const BATCH_TOKENS = 30_000;

/**
 * Reviews a pull request, or what of it nobody has reviewed, in parts and in parallel, and posts one review. What each part
 * came to is kept when it is done. `retry` is the same at the same commit: then only what was not reviewed is new.
 */
export async function reviewPullRequest(job: ReviewJob): Promise<ReviewOutcome> {
  const { workspace, pullRequest, settings } = job;
  const head = pullRequest.head.sha;
  const target = pullRequest.base.sha;
  const base = mustBeHere(job, await workspace.mergeBase(target, head));
  const whole = await readChanges(workspace, base, head);
  const earlier = await asTold(job);
  const { files, aside, since } = await findNews(workspace, { target, head, whole, earlier, redact: job.redact });
  const unseen = await findUnseen(workspace, { base, head, whole });
  const described = await describeFiles(workspace, [...files, ...aside], { base, head });
  const split = splitIntoBatches(described, { tokens: settings.batchTokens });
  const isNew = files.length > 0 || split.batches.length > 0;
  if (earlier !== null && earlier.untold === null && since !== null && !isNew) {
    const unread = { incomplete: unseen.incomplete, aside: [...split.aside, ...unseen.aside] };
    const state = { ...earlier, commit: head, base, ...redactAll(unread, job.redact) };
    await job.save(state);
    return { kind: 'nothing-new', state };
  }
  const begun = beginReview(earlier, { head, since, files });
  const { round } = begun;
  await workspace.materialise(head, 'snapshot');
  const findings = earlier?.findings ?? [];
  const asked = findings.filter((one) => since === null || isToBeAsked(one, { head, earlier }));
  const told = earlier?.told ?? -1;
  const sum = (results: readonly BatchResult[]): Summed => {
    const review = sumUp(begun, { head, split, results, findings, unseen });
    const safe = redactAll(review, job.redact);
    return { review: safe, state: stateOf(safe, { base, told, id: begun.id }) };
  };
  const keep = async (results: readonly BatchResult[]): Promise<void> => void (await job.save(sum(results).state));
  if (split.batches.length > 0) await keep(unreviewed(split));
  const results = await look(job, { split, since, round, findings: asked, onReviewed: keep });
  job.keep('the reviewers’ answers', results);
  return await tell(job, sum(results), { told, whole });
}

type Summed = Readonly<{ review: PullRequestReview; state: ReviewState }>;

/** Posts a review. What was paid for is kept before, whether or not the forge takes it or the run lives to see that. */
async function tell(
  job: ReviewJob,
  { review, state }: Summed,
  { told, whole }: Readonly<{ told: number; whole: readonly FileDiff[] }>,
): Promise<ReviewOutcome> {
  const kept = await job.save(state);
  try {
    const posted = await post(job, review, { id: state.untold?.id ?? '', told, whole, kept });
    const after: ReviewState = { ...state, told: review.round, untold: null };
    await job.save(after);
    return { kind: 'reviewed', review, posted, state: after, kept };
  } catch (error) {
    return { kind: 'reviewed', review, posted: { kind: 'unposted', failure: asFailure(error) }, state, kept };
  }
}

/** At the commit that the last review saw, only what nobody came to look at again can have another answer now. */
function isToBeAsked(
  { round, history }: Finding,
  { head, earlier }: Readonly<{ head: string; earlier: ReviewState | null }>,
): boolean {
  if (earlier?.commit !== head) return true;
  return round < earlier.round && !history.some((seen) => seen.round === earlier.round);
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

type Posting = Readonly<{ id: string; told: number; whole: readonly FileDiff[]; kept: boolean }>;

/** New findings are told where they are; those of reviews that were posted have their comments already. */
async function post(job: ReviewJob, review: PullRequestReview, posting: Posting): Promise<PostedReview> {
  const { id, told, whole, kept } = posting;
  const fresh = review.findings.filter((one) => one.round > told && (isOpen(one) || one.round === review.round));
  return await postReview({
    forge: job.forge,
    pullRequest: job.pullRequest.number,
    commit: review.commit,
    id,
    placed: placeComments(fresh, whole),
    body: (placed) =>
      renderReviewBody({
        review,
        placed,
        spent: job.spent(),
        phrase: job.phrase,
        here: job.here,
        kept,
        redact: job.redact,
      }),
    comment: (finding) => renderReviewComment(finding, job.redact),
    log: job.log,
  });
}
