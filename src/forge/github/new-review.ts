import type { Forge } from '../forge.ts';
import { attempt } from './attempt.ts';
import type { Client } from './repository.ts';

/** Reviews that Patchwright writes. They comment: it neither approves a change nor asks for another. */
export function newReviewCalls({ octokit, at }: Client): Pick<Forge, 'createReview'> {
  return {
    createReview: (number, { commit, body, comments }) =>
      attempt(
        { to: `review pull request #${number}`, needs: 'pull-requests: write' },
        async () => {
          const { data } = await octokit.rest.pulls.createReview({
            ...at,
            pull_number: number,
            commit_id: commit,
            event: 'COMMENT',
            body,
            comments: comments.map((comment) => ({ ...comment, side: 'RIGHT' })),
          });
          return { kind: 'created' as const, url: data.html_url };
        },
        { 422: (reason) => ({ kind: 'refused' as const, reason }) },
      ),
  };
}
