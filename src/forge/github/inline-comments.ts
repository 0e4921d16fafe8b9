import type { Forge, InlineRemark } from '../forge.ts';
import { attempt } from './attempt.ts';
import type { Client } from './repository.ts';

/** The comments on lines of a pull request. Of REST's lists, only this one tells for each the line as it is at the head. */
export function inlineCommentCalls({ octokit, at }: Client): Pick<Forge, 'inlineComments'> {
  const { pulls } = octokit.rest;
  return {
    inlineComments: (pull) =>
      attempt({ to: `read the comments on the lines of #${pull}`, needs: 'pull-requests: read' }, async () => {
        const query = { ...at, pull_number: pull, sort: 'created', direction: 'asc', per_page: 100 } as const;
        return (await octokit.paginate(pulls.listReviewComments, query)).map(remarkOf);
      }),
  };
}

type CommentData = Readonly<{
  id: number;
  in_reply_to_id?: number;
  pull_request_review_id: number | null;
  path: string;
  line?: number | null;
  diff_hunk: string;
  body: string;
  user: Readonly<{ login: string }> | null;
  author_association: string;
  created_at: string;
  updated_at: string;
}>;

function remarkOf(data: CommentData): InlineRemark {
  return {
    id: data.id,
    thread: data.in_reply_to_id ?? data.id,
    review: data.pull_request_review_id,
    path: data.path,
    line: data.line ?? null,
    hunk: data.diff_hunk,
    body: data.body,
    author: data.user?.login ?? 'ghost',
    association: data.author_association,
    createdAt: data.created_at,
    updatedAt: data.updated_at,
  };
}
