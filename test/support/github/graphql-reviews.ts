import { nodeId } from './render/node-id.ts';
import { authorAssociation, renderUser } from './render/user.ts';
import type { PullIssue, Review, ReviewComment } from './state.ts';
import type { World } from './world.ts';

type Paging = {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
};

/** What GraphQL alone tells of a pull request's reviews: whether they were edited, and which threads are resolved. */
export function resolveReviews(world: World, { number }: PullIssue) {
  const { state } = world;
  const comments = [...state.reviewComments.values()].filter(({ pull }) => pull === number);
  return {
    reviews: (paging: Paging) =>
      connection(
        [...state.reviews.values()].filter(({ pull }) => pull === number),
        paging,
        (review) => resolveReview(world, review),
      ),
    reviewThreads: (paging: Paging) =>
      connection(
        comments.filter(({ inReplyTo }) => inReplyTo === null),
        paging,
        (opening) => ({
          id: nodeId('PRRT', opening.id),
          isResolved: state.resolvedThreads.has(opening.id),
          path: opening.path,
          line: opening.line,
          comments: (within: Paging) =>
            connection([opening, ...comments.filter(({ inReplyTo }) => inReplyTo === opening.id)], within, (comment) =>
              resolveComment(world, comment),
            ),
        }),
      ),
  };
}

/** A page of items; GitHub refuses one of unknown or of more than a hundred items. */
function connection<Item>(all: readonly Item[], { first, last, after }: Paging, resolve: (item: Item) => unknown) {
  const count = first ?? last;
  if (!count || count > 100) throw new Error('a connection needs `first` or `last` of at most 100');
  const from = after ? Number(Buffer.from(after, 'base64').toString()) : 0;
  const start = first ? from : Math.max(from, all.length - count);
  const end = Math.min(all.length, start + count);
  return {
    totalCount: all.length,
    nodes: all.slice(start, end).map(resolve),
    pageInfo: { hasNextPage: end < all.length, endCursor: Buffer.from(String(end)).toString('base64') },
  };
}

function resolveReview(world: World, review: Review) {
  return {
    id: nodeId('PRR', review.id),
    state: review.state,
    submittedAt: review.submittedAt,
    ...resolveText(world, review),
  };
}

function resolveComment(world: World, comment: ReviewComment) {
  const edited = comment.updatedAt === comment.createdAt ? null : comment.updatedAt;
  return {
    id: nodeId('PRRC', comment.id),
    createdAt: comment.createdAt,
    diffHunk: comment.diffHunk,
    ...resolveText(world, { ...comment, editedAt: edited }),
  };
}

function resolveText(
  world: World,
  { body, author, editedAt }: { readonly body: string; readonly author: string; readonly editedAt: string | null },
) {
  const { type, login } = renderUser(world, author);
  return {
    body,
    authorAssociation: authorAssociation(world, author),
    lastEditedAt: editedAt,
    // GraphQL leaves out the suffix that bots have everywhere else.
    author: { __typename: type, login: login.replace(/\[bot\]$/, '') },
  };
}
