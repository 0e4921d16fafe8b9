import type { Finding } from '../../finding.ts';
import type { Verdict } from '../verdict.ts';
import type { LeftOut, SetAside } from './batch.ts';
import type { Incomplete } from './merge.ts';

/** One part of a pull request as it was reviewed, or was to be. */
export type ReviewedPart = Readonly<{
  number: number;
  reviewed: boolean;
  /** Of what was shown of its files, reckoned. */
  tokens: number;
  files: readonly Readonly<{ path: string; added: number; removed: number; leftOut: readonly LeftOut[] }>[];
}>;

/** What a review of a pull request came to. */
export type PullRequestReview = Readonly<{
  /** The commit that was reviewed. */
  commit: string;
  /** The commit up to which it had been reviewed before; null when all of it was looked at. */
  since: string | null;
  /** 0 for the first review of this pull request. */
  round: number;
  parts: readonly ReviewedPart[];
  aside: readonly SetAside[];
  /** What nobody has reviewed as it is now. A review with any of it is incomplete. */
  incomplete: readonly Incomplete[];
  /** All findings so far, with what became of them; those of this review have its round. */
  findings: readonly Finding[];
  verdict: Verdict;
}>;
