import type { Remark } from '../../forge/discussion.ts';
import { shortComment, untrusted } from './discussion.ts';
import type { Entry } from './fit.ts';

/** What people said on the pull request and on none of its lines, newest first. */
export function conversationEntries(comments: readonly Remark[]): readonly Entry[] {
  const told = comments.filter(({ body }) => body.trim() !== '');
  return told.toReversed().map((comment) => ({
    kind: 'conversation',
    name: `the comment by ${comment.author} of ${comment.at}`,
    texts: [untrusted(comment, shortComment(comment.body), 'comment on the pull request')],
  }));
}
