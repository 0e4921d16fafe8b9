import { diffFiles, diffPatch } from './diff.ts';
import { unprocessable } from './failure.ts';
import type { PullIssue, Review, ReviewComment, Side } from './state.ts';
import type { World } from './world.ts';

export type NewComment = {
  body: string;
  path: string;
  line?: number;
  side?: Side;
  start_line?: number;
  start_side?: Side;
  position?: number;
};

export function addReview(
  { state, now }: World,
  issue: PullIssue,
  review: Pick<Review, 'author' | 'body' | 'state' | 'commitId'>,
): Review {
  const added: Review = {
    id: state.nextId(),
    pull: issue.number,
    submittedAt: review.state === 'PENDING' ? null : now(),
    editedAt: null,
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

/** Adds an answer to a thread, in a review of its own as at GitHub. */
export function addReply(
  world: World,
  issue: PullIssue,
  { to, author, body }: { readonly to: ReviewComment; readonly author: string; readonly body: string },
): ReviewComment {
  const review = addReview(world, issue, { author, body: '', state: 'COMMENTED', commitId: to.commitId });
  const now = world.now();
  const reply: ReviewComment = {
    ...to,
    id: world.state.nextId(),
    review: review.id,
    author,
    body,
    inReplyTo: to.inReplyTo ?? to.id,
    createdAt: now,
    updatedAt: now,
  };
  world.state.reviewComments.set(reply.id, reply);
  return reply;
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
