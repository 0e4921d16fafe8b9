import type { Finding } from '../../finding.ts';
import type { Split } from '../../review/batches/batch.ts';
import type { BatchResult } from '../../review/batches/merge.ts';
import { reviewBatches } from '../../review/batches/review-batches.ts';
import { shorten } from '../../text/neutral.ts';
import { quote } from '../../text/quote.ts';
import type { ReviewJob } from './review-job.ts';

const LONGEST_DESCRIPTION = 12_000;

/** The reviewers' look at the parts of a pull request, told what its author wrote of it and what was asked for. */
export async function look(
  job: ReviewJob,
  given: Readonly<{
    split: Split;
    since: string | null;
    round: number;
    findings: readonly Finding[];
    onReviewed: (results: readonly BatchResult[]) => Promise<void>;
  }>,
): Promise<readonly BatchResult[]> {
  if (given.split.batches.length === 0) return [];
  const { workspace, pullRequest, settings, boundary, asked, tokensOf } = job;
  const from = { what: `pull request #${pullRequest.number}`, author: pullRequest.author, at: null };
  const text = shorten(`${pullRequest.title}\n\n${pullRequest.body}`, LONGEST_DESCRIPTION);
  return await reviewBatches({
    ...given,
    boundary,
    instructions: settings.instructions,
    about: [{ text, from }, ...asked].map((one) => quote(one, boundary)).join('\n\n'),
    conversation: (title) => job.conversation(`Review of #${pullRequest.number}: ${title}`),
    maxParallel: settings.maxParallel,
    digest: () => workspace.digest('snapshot'),
    ...(tokensOf === undefined ? {} : { tokensOf }),
    onActivity: job.onProgress,
  });
}
