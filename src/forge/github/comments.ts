import type { Remark } from '../discussion.ts';
import type { Comment, Forge } from '../forge.ts';
import { attempt } from './attempt.ts';
import type { Identity } from './identity.ts';
import type { Client } from './repository.ts';

type CommentCalls = Pick<
  Forge,
  | 'isClosed'
  | 'comments'
  | 'conversation'
  | 'createComment'
  | 'updateComment'
  | 'deleteComment'
  | 'react'
  | 'unreact'
  | 'addLabels'
  | 'removeLabel'
>;

const NEEDS = 'issues: write, pull-requests: write';

/** What is written on issues and pull requests, which have one and the same API for it. */
export function commentCalls({ octokit, at }: Client, identity: Identity): CommentCalls {
  const { issues } = octokit.rest;
  return {
    ...reactionCalls({ octokit, at }),
    isClosed: (issue) =>
      attempt({ to: `look at #${issue}`, needs: 'issues: read' }, async () => {
        const { data } = await issues.get({ ...at, issue_number: issue });
        return data.state === 'closed';
      }),
    comments: (issue) =>
      attempt({ to: `read the comments of #${issue}`, needs: 'issues: read' }, async () => {
        const comments = await octokit.paginate(issues.listComments, { ...at, issue_number: issue, per_page: 100 });
        return comments.map(commentOf);
      }),
    conversation: (issue) =>
      attempt({ to: `read the comments of #${issue}`, needs: 'issues: read' }, async () => {
        const comments = await octokit.paginate(issues.listComments, { ...at, issue_number: issue, per_page: 100 });
        return comments.map(remarkOf);
      }),
    createComment: (issue, body) =>
      attempt({ to: `comment on #${issue}`, needs: NEEDS }, async () => {
        const { data } = await issues.createComment({ ...at, issue_number: issue, body });
        if (data.user) identity.learn(data.user.login);
        return commentOf(data);
      }),
    updateComment: (id, body) =>
      attempt(
        { to: `edit the comment ${id}`, needs: NEEDS },
        async () => {
          await issues.updateComment({ ...at, comment_id: id, body });
          return true;
        },
        { 404: () => false },
      ),
    deleteComment: (id) =>
      attempt(
        { to: `delete the comment ${id}`, needs: NEEDS },
        async () => void (await issues.deleteComment({ ...at, comment_id: id })),
        { 404: () => {} },
      ),
    addLabels: (issue, labels) =>
      attempt({ to: `label #${issue}`, needs: 'pull-requests: write' }, async () => {
        await issues.addLabels({ ...at, issue_number: issue, labels: [...labels] });
      }),
    removeLabel: (issue, label) =>
      attempt(
        { to: `take the label ${label} off #${issue}`, needs: NEEDS },
        async () => void (await issues.removeLabel({ ...at, issue_number: issue, name: label })),
        { 404: () => {} },
      ),
  };
}

function reactionCalls({ octokit, at }: Client): Pick<Forge, 'react' | 'unreact'> {
  const { reactions } = octokit.rest;
  return {
    react: (to, content) =>
      attempt({ to: 'react', needs: NEEDS }, async () => {
        if ('issue' in to) return (await reactions.createForIssue({ ...at, issue_number: to.issue, content })).data.id;
        if ('comment' in to) {
          return (await reactions.createForIssueComment({ ...at, comment_id: to.comment, content })).data.id;
        }
        const inline = { ...at, comment_id: to.inlineComment, content };
        return (await reactions.createForPullRequestReviewComment(inline)).data.id;
      }),
    unreact: (to, reaction) =>
      attempt(
        { to: 'take a reaction back', needs: NEEDS },
        async () => {
          const which = { ...at, reaction_id: reaction };
          if ('issue' in to) await reactions.deleteForIssue({ ...which, issue_number: to.issue });
          else if ('comment' in to) await reactions.deleteForIssueComment({ ...which, comment_id: to.comment });
          else await reactions.deleteForPullRequestComment({ ...which, comment_id: to.inlineComment });
        },
        { 404: () => {} },
      ),
  };
}

type CommentData = Readonly<{
  id: number;
  body?: string;
  user: Readonly<{ login: string }> | null;
  html_url: string;
  created_at: string;
  updated_at: string;
  author_association?: string;
}>;

function commentOf({ id, body, user, html_url: url, created_at: createdAt }: CommentData): Comment {
  return { id, body: body ?? '', author: user?.login ?? 'ghost', url, createdAt };
}

function remarkOf(data: CommentData): Remark {
  const { body, author, createdAt: at } = commentOf(data);
  const editedAt = data.updated_at === at ? null : data.updated_at;
  return { body, author, association: data.author_association ?? 'NONE', at, editedAt };
}
