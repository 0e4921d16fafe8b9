import { notFound, unprocessable } from '../failure.ts';
import { listReply } from '../page.ts';
import { renderReview, renderReviewComment } from '../render/pull.ts';
import { addReply, addReview, addReviewComment, type NewComment } from '../review-threads.ts';
import type { PullIssue, Review, ReviewComment } from '../state.ts';
import { param, type Call, type Routes } from '../world.ts';
import { checkLength } from './comments.ts';
import { findPull } from './pulls.ts';

type NewReview = {
  commit_id?: string;
  body?: string;
  event?: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';
  comments?: NewComment[];
};

const STATES = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

export const reviewRoutes: Routes = {
  'pulls/list-reviews': (call) => {
    const { number } = findPull(call);
    return listReply(
      call,
      [...call.world.state.reviews.values()].filter((review) => review.pull === number),
      (review) => renderReview(call.world, review),
    );
  },

  'pulls/get-review': (call) => ({ status: 200, body: renderReview(call.world, findReview(call)) }),

  'pulls/create-review': async (call: Call<NewReview>) => {
    const { world, actor, body } = call;
    const issue = findPull(call);
    refuseReview(call, issue);
    await refuseCommit(call, issue);
    const review = addReview(world, issue, {
      author: actor.login,
      body: body.body ?? '',
      state: body.event ? STATES[body.event] : 'PENDING',
      commitId: body.commit_id ?? issue.pull.headSha,
    });
    try {
      for (const comment of body.comments ?? [])
        await addReviewComment(world, issue, {
          ...comment,
          author: actor.login,
          review: review.id,
          commitId: review.commitId,
        });
    } catch (error) {
      // All or nothing: of a review with a comment that GitHub does not take nothing is left.
      world.state.reviews.delete(review.id);
      for (const { id } of [...world.state.reviewComments.values()].filter(({ review: of }) => of === review.id))
        world.state.reviewComments.delete(id);
      throw error;
    }
    return { status: 200, body: renderReview(world, review) };
  },

  'pulls/list-comments-for-review': (call) => {
    const { id } = findReview(call);
    return listReply(
      call,
      [...call.world.state.reviewComments.values()].filter((comment) => comment.review === id),
      (comment) => renderReviewComment(call.world, comment),
    );
  },

  'pulls/list-review-comments': (call) => {
    const { number } = findPull(call);
    const { since, sort, direction } = call.query;
    const comments = [...call.world.state.reviewComments.values()].filter(
      (comment) => comment.pull === number && (!since || comment.updatedAt >= since),
    );
    return listReply(call, sort && direction === 'desc' ? comments.toReversed() : comments, (comment) =>
      renderReviewComment(call.world, comment),
    );
  },

  'pulls/get-review-comment': (call) => ({
    status: 200,
    body: renderReviewComment(call.world, findReviewComment(call)),
  }),

  'pulls/create-review-comment': async (call: Call<NewComment & { commit_id: string }>) => {
    const { world, actor, body } = call;
    const issue = findPull(call);
    const review = addReview(world, issue, {
      author: actor.login,
      body: '',
      state: 'COMMENTED',
      commitId: body.commit_id,
    });
    const comment = await addReviewComment(world, issue, {
      ...body,
      author: actor.login,
      review: review.id,
      commitId: body.commit_id,
    });
    return { status: 201, body: renderReviewComment(world, comment) };
  },

  'pulls/create-reply-for-review-comment': (call: Call<{ body: string }>) => {
    const { world, actor, body } = call;
    const issue = findPull(call);
    const reply = addReply(world, issue, { to: findReviewComment(call), author: actor.login, body: body.body });
    return { status: 201, body: renderReviewComment(world, reply) };
  },
};

export function findReviewComment(call: Call): ReviewComment {
  const comment = call.world.state.reviewComments.get(Number(param(call, 'comment_id')));
  if (!comment) throw notFound();
  return comment;
}

function refuseReview({ world, actor, body: { event, body, comments } }: Call<NewReview>, issue: PullIssue): void {
  const deed = event === 'APPROVE' ? 'approve' : 'request changes on';
  if (event !== undefined && event !== 'COMMENT' && issue.author === actor.login) {
    throw unprocessable(`Can not ${deed} your own pull request`);
  }
  if (event === 'APPROVE' && actor.type === 'Bot' && !world.state.settings.actionsMayCreatePullRequests) {
    throw unprocessable('GitHub Actions is not permitted to approve pull requests.');
  }
  const needsText = event === 'COMMENT' || event === 'REQUEST_CHANGES';
  if (needsText && !body && !comments?.length) throw unprocessable('Validation Failed');
  for (const text of [body, ...(comments ?? []).map((comment) => comment.body)]) checkLength(text);
}

async function refuseCommit(
  { world, body: { commit_id: commit } }: Call<NewReview>,
  { pull }: PullIssue,
): Promise<void> {
  if (commit === undefined) return;
  const known = await world.git.text(['rev-list', pull.headSha, '--']);
  if (!known.split('\n').includes(commit)) throw unprocessable('commit_id is not part of the pull request');
}

function findReview(call: Call): Review {
  const { number } = findPull(call);
  const review = call.world.state.reviews.get(Number(param(call, 'review_id')));
  if (review?.pull !== number) throw notFound();
  return review;
}
