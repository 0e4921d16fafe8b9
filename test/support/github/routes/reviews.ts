import { diffFiles, diffPatch } from '../diff.ts';
import { notFound, unprocessable } from '../failure.ts';
import { listReply } from '../page.ts';
import { renderReview, renderReviewComment } from '../render/pull.ts';
import type { PullIssue, Review, ReviewComment, Side } from '../state.ts';
import { param, type Call, type Routes, type World } from '../world.ts';
import { findPull } from './pulls.ts';

type NewComment = {
  body: string;
  path: string;
  line?: number;
  side?: Side;
  start_line?: number;
  start_side?: Side;
  position?: number;
};
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
    if (body.event !== undefined && body.event !== 'COMMENT' && issue.author === actor.login) {
      throw unprocessable(
        `Can not ${body.event === 'APPROVE' ? 'approve' : 'request changes on'} your own pull request`,
      );
    }
    if (body.event === 'APPROVE' && actor.type === 'Bot' && !world.state.settings.actionsMayCreatePullRequests) {
      throw unprocessable('GitHub Actions is not permitted to approve pull requests.');
    }
    if ((body.event === 'COMMENT' || body.event === 'REQUEST_CHANGES') && !body.body && !body.comments?.length)
      throw unprocessable('Validation Failed');
    const review = addReview(world, issue, {
      author: actor.login,
      body: body.body ?? '',
      state: body.event ? STATES[body.event] : 'PENDING',
      commitId: body.commit_id ?? issue.pull.headSha,
    });
    for (const comment of body.comments ?? [])
      await addReviewComment(world, issue, {
        ...comment,
        author: actor.login,
        review: review.id,
        commitId: review.commitId,
      });
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
    const parent = findReviewComment(call);
    const review = addReview(world, issue, {
      author: actor.login,
      body: '',
      state: 'COMMENTED',
      commitId: parent.commitId,
    });
    const now = world.now();
    const reply: ReviewComment = {
      ...parent,
      id: world.state.nextId(),
      review: review.id,
      author: actor.login,
      body: body.body,
      inReplyTo: parent.inReplyTo ?? parent.id,
      createdAt: now,
      updatedAt: now,
    };
    world.state.reviewComments.set(reply.id, reply);
    return { status: 201, body: renderReviewComment(world, reply) };
  },
};

export function findReviewComment(call: Call): ReviewComment {
  const comment = call.world.state.reviewComments.get(Number(param(call, 'comment_id')));
  if (!comment) throw notFound();
  return comment;
}

export function addReview(
  { state, now }: World,
  issue: PullIssue,
  review: Pick<Review, 'author' | 'body' | 'state' | 'commitId'>,
): Review {
  const added: Review = {
    id: state.nextId(),
    pull: issue.number,
    submittedAt: review.state === 'PENDING' ? null : now(),
    ...review,
  };
  state.reviews.set(added.id, added);
  return added;
}

export type ReviewCommentText = NewComment & Pick<ReviewComment, 'author' | 'review' | 'commitId'>;

/** Adds a comment on a line of the diff; GitHub refuses a path or a line that the diff does not hold. */
export async function addReviewComment(
  world: World,
  { number, pull }: PullIssue,
  text: ReviewCommentText,
): Promise<ReviewComment> {
  const { git, state } = world;
  const start = await git.text(['merge-base', pull.baseSha, pull.headSha]);
  const file = (await diffFiles(git, start, pull.headSha)).find(({ path }) => path === text.path);
  if (!file)
    throw unprocessable('Validation Failed', [
      { resource: 'PullRequestReviewComment', code: 'invalid', field: 'path' },
    ]);
  const patch = (await diffPatch(git, start, pull.headSha, file)) ?? '';
  const side = text.side ?? 'RIGHT';
  const hunk = text.line === undefined ? patch : hunkAt(patch, text.line, side);
  if (hunk === undefined)
    throw unprocessable('Validation Failed', [
      {
        resource: 'PullRequestReviewComment',
        code: 'custom',
        field: 'pull_request_review_thread.line',
        message: 'pull_request_review_thread.line must be part of the diff',
      },
    ]);
  const now = world.now();
  const comment: ReviewComment = {
    id: state.nextId(),
    pull: number,
    review: text.review,
    author: text.author,
    body: text.body,
    path: text.path,
    commitId: text.commitId,
    diffHunk: hunk,
    line: text.line ?? null,
    side,
    startLine: text.start_line ?? null,
    startSide: text.start_line === undefined ? null : (text.start_side ?? side),
    inReplyTo: null,
    createdAt: now,
    updatedAt: now,
  };
  state.reviewComments.set(comment.id, comment);
  return comment;
}

function findReview(call: Call): Review {
  const { number } = findPull(call);
  const review = call.world.state.reviews.get(Number(param(call, 'review_id')));
  if (review?.pull !== number) throw notFound();
  return review;
}

/** The hunk that holds a line of one side, up to that line, as GitHub quotes it. */
function hunkAt(patch: string, line: number, side: Side): string | undefined {
  for (const hunk of patch.split(/^(?=@@ )/m)) {
    const [header = '', ...lines] = hunk.split('\n');
    const starts = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(header);
    let at = Number(starts?.[side === 'LEFT' ? 1 : 2]) - 1;
    for (const [place, text] of lines.entries()) {
      if (text.startsWith(side === 'LEFT' ? '-' : '+') || text.startsWith(' ')) at += 1;
      else continue;
      if (at === line) return [header, ...lines.slice(0, place + 1)].join('\n');
    }
  }
  return undefined;
}
