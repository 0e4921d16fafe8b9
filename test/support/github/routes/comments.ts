import { notFound, unprocessable } from '../failure.ts';
import { listReply } from '../page.ts';
import { renderComment } from '../render/issue.ts';
import type { Comment } from '../state.ts';
import { param, shownHtml, type Call, type Routes, type World } from '../world.ts';
import { findIssue } from './issues.ts';

const MAX_BODY = 65_536;

export const commentRoutes: Routes = {
  'issues/list-comments': (call) => {
    const { number } = findIssue(call);
    return listReply(
      call,
      since(call).filter((comment) => comment.issue === number),
      (comment) => renderComment(call.world, comment),
    );
  },

  'issues/list-comments-for-repo': (call) => {
    const { sort, direction } = call.query;
    const comments = since(call);
    const sorted = sort === 'updated' ? comments.toSorted((a, b) => a.updatedAt.localeCompare(b.updatedAt)) : comments;
    return listReply(call, sort && direction === 'desc' ? sorted.toReversed() : sorted, (comment) =>
      renderComment(call.world, comment),
    );
  },

  'issues/get-comment': (call) => {
    const comment = findComment(call);
    return { status: 200, body: { ...renderComment(call.world, comment), ...shownHtml(call, comment) } };
  },

  'issues/create-comment': (call: Call<{ body: string }>) => {
    const { number } = findIssue(call);
    checkLength(call.body.body);
    return {
      status: 201,
      body: renderComment(
        call.world,
        addComment(call.world, { issue: number, author: call.actor.login, body: call.body.body }),
      ),
    };
  },

  'issues/update-comment': (call: Call<{ body: string }>) => {
    const comment = findComment(call);
    checkLength(call.body.body);
    comment.body = call.body.body;
    comment.updatedAt = call.world.now();
    return { status: 200, body: renderComment(call.world, comment) };
  },

  'issues/delete-comment': (call) => {
    call.world.state.comments.delete(findComment(call).id);
    return { status: 204 };
  },
};

export function findComment(call: Call): Comment {
  const comment = call.world.state.comments.get(Number(param(call, 'comment_id')));
  if (!comment) throw notFound();
  return comment;
}

export function addComment(
  { state, now }: World,
  text: Pick<Comment, 'issue' | 'author' | 'body'> & Partial<Pick<Comment, 'createdAt'>>,
): Comment {
  const createdAt = text.createdAt ?? now();
  const comment: Comment = { id: state.nextId(), updatedAt: createdAt, ...text, createdAt };
  state.comments.set(comment.id, comment);
  return comment;
}

/** GitHub's limit on every body, which the description leaves out. */
export function checkLength(body: string | null | undefined): void {
  if (body && body.length > MAX_BODY) {
    throw unprocessable('Validation Failed', [
      {
        resource: 'IssueComment',
        code: 'unprocessable',
        field: 'data',
        message: `Body is too long (maximum is ${MAX_BODY} characters)`,
      },
    ]);
  }
}

function since({ world, query }: Call): Comment[] {
  return [...world.state.comments.values()].filter((comment) => !query['since'] || comment.updatedAt >= query['since']);
}
