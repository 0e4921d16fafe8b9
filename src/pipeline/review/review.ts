import { Failure } from '../../failure.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { askedFor } from '../ask/asked.ts';
import { openReading, type ReadingRun } from '../reading.ts';
import type { Running } from '../running.ts';
import { asPeopleAsked } from '../site/own-words.ts';
import { openKeptReviews } from './kept-reviews.ts';
import type { ReviewOutcome } from './review-job.ts';
import { BATCH_TOKENS, reviewPullRequest } from './review-pull-request.ts';

const DOUBTED =
  'What earlier reviews left is not signed with the model keys of this run, so nothing of it counts and all is reviewed.';

const NOT_KEPT =
  'The next review cannot go by this one and looks at all of it again: what is kept counts only where a model key signs it and the forge takes it.';

/** Reviews a pull request and says so on it; changes nothing, and neither approves nor blocks. */
export async function review(given: Invocation, run: ReadingRun): Promise<void> {
  const { deps, story } = run;
  const invocation = await asPeopleAsked(given, deps.forge);
  const { target } = invocation;
  if (target.kind !== 'pull-request') throw new TypeError('Only a pull request can be reviewed.');
  await using open = new AsyncDisposableStack();
  const { models, workspace, crew, settings, boundary } = await openReading(invocation, run, open);
  const pullRequest = await deps.forge.pullRequest(target.number);
  const snapshot = target.snapshot ?? pullRequest;
  const kept = await openKeptReviews(target.number, models.secret, deps);
  if (kept.isDoubted) story.note(DOUBTED);
  const asked = askedFor(invocation);
  for (const sentence of asked.leftOut) story.note(sentence);
  const line = story.begin('Review');
  const outcome = await reviewPullRequest({
    forge: deps.forge,
    workspace,
    // What was allowed is what stood there then.
    pullRequest: {
      ...pullRequest,
      title: target.title.text,
      body: target.body.text,
      head: { ...pullRequest.head, sha: snapshot.head.sha },
      base: snapshot.base,
    },
    conversation: (title) => crew.talk('reviewer', { directory: workspace.snapshot, title }),
    settings: {
      batchTokens: BATCH_TOKENS,
      maxParallel: Math.min(settings.maxParallel, crew.atOnce),
      instructions: settings.instructions.reviewer,
    },
    boundary,
    asked: asked.texts,
    earlier: kept.state,
    save: kept.save,
    tokensOf: story.accounts.tokensOf,
    spent: () => story.state().total,
    here: target.snapshot?.here === true,
    phrase: story.state().phrase,
    redact: deps.redact,
    keep: story.keep,
    onProgress: line.note,
    log: deps.log,
  });
  tell(outcome, { line, run });
}

function tell(
  outcome: ReviewOutcome,
  { line, run: { story } }: Readonly<{ line: ReturnType<Running['story']['begin']>; run: Running }>,
): void {
  if (outcome.kind === 'nothing-new') {
    const { incomplete } = outcome.state;
    if (incomplete.length > 0) {
      line.failed('Review: nothing new since the last one, which is incomplete');
      story.update({ outcome: 'needs-human', reason: `The review is incomplete: ${reasonsOf(incomplete)}` });
      return;
    }
    line.done('Review: nothing new since the last one');
    story.update({
      outcome: 'answered',
      summary: 'Everything in this pull request was reviewed before; nothing was paid for.',
    });
    return;
  }
  const { review: done, posted, kept } = outcome;
  if (!kept) story.note(NOT_KEPT);
  const files = done.parts.reduce((sum, part) => sum + part.files.length, 0);
  const what = `${files} ${files === 1 ? 'file' : 'files'} in ${done.parts.length} ${done.parts.length === 1 ? 'part' : 'parts'}`;
  story.update({ findings: done.findings, verdict: done.verdict });
  if (posted.kind === 'unposted') {
    line.failed('Review: it could not be posted');
    story.fail(new Failure(posted.failure.code, posted.failure.message, { hint: posted.failure.hint }));
    return;
  }
  if (done.incomplete.length > 0) {
    line.failed(`Review: incomplete, ${what}`);
    story.update({ outcome: 'needs-human', reason: `The review is incomplete: ${reasonsOf(done.incomplete)}` });
    return;
  }
  line.done(`Review: ${what}`);
  story.update({ outcome: 'answered', summary: `Reviewed ${what}; what was found stands in the review.` });
}

function reasonsOf(incomplete: ReviewOutcome['state']['incomplete']): string {
  return incomplete.map(({ because }) => because).join(' ');
}
