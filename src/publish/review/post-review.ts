import { Failure } from '../../failure.ts';
import type { Forge } from '../../forge/forge.ts';
import { asComment, type ReviewText, logLine, type Log } from '../../text/sinks.ts';
import { mark } from '../marker.ts';
import { withoutComments, type Placed } from './place-comments.ts';

export type PostOptions = Readonly<{
  forge: Pick<Forge, 'createReview' | 'createComment'>;
  pullRequest: number;
  /** The commit that was reviewed. */
  commit: string;
  /** Stands in it, hidden, so that it is found again. */
  id: string;
  placed: Placed;
  /** The review's text, given what is told in comments beside it. */
  body: (placed: Placed) => ReviewText;
  /** The text of one comment. */
  comment: (finding: Placed['rest'][number]) => ReviewText;
  log: Log;
}>;

/** Where a review stands now. */
export type PostedReview = Readonly<{
  kind: 'review' | 'comment';
  url: string;
  /** Comments on lines. */
  comments: number;
}>;

/**
 * Writes one review, which comments and never approves. What the forge does not take as comments on lines it takes as text;
 * where it takes no review of that commit, because the branch was rewritten meanwhile, the text becomes a plain comment. The
 * markers keep the texts from being taken for commands, whatever they quote and whosever token wrote them.
 */
export async function postReview(options: PostOptions): Promise<PostedReview> {
  const { forge, pullRequest, commit, id, placed, log } = options;
  const text = (now: Placed): ReviewText => mark({ v: 1, kind: 'review', id }, options.body(now));
  const tries = placed.inline.length === 0 ? [placed] : [placed, withoutComments(placed)];
  let refusal = '';
  for (const now of tries) {
    const comments = now.inline.map(({ finding, path, line }) => ({
      path,
      line,
      body: mark({ v: 1, kind: 'reply' }, options.comment(finding)),
    }));
    const creation = await forge.createReview(pullRequest, { commit, body: text(now), comments });
    if (creation.kind === 'created') return { kind: 'review', url: creation.url, comments: comments.length };
    refusal = creation.reason;
    log(logLine(`GitHub does not take the review with ${comments.length} comments on lines: ${refusal}`));
  }
  const { url } = await forge
    .createComment(pullRequest, asComment(text(withoutComments(placed))))
    .catch((error: unknown) => {
      const hint = 'The log of the run has the review; give the job `permissions: pull-requests: write`.';
      throw new Failure('forge', `Could not review pull request #${pullRequest}: ${refusal}`, { hint, cause: error });
    });
  return { kind: 'comment', url, comments: 0 };
}
