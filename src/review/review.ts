import type { Finding } from '../finding.ts';
import type { Verdict } from './verdict.ts';

/** One acceptance item of the task, as the reviewer saw it. */
export type Acceptance = Readonly<{
  item: string;
  status: 'verified' | 'not-verified' | 'not-verifiable';
  evidence: string;
}>;

/** What the reviewing of one round came to. */
export type Review = Readonly<{
  /** Session id of the reviewer. */
  session: string;
  /** False when the answer was invalid after its repair, or the reviewer changed the tree. */
  reviewed: boolean;
  /** Why it was not, null otherwise. */
  voidBecause: string | null;
  summary: string;
  /** All findings so far with their present resolution. */
  findings: readonly Finding[];
  acceptance: readonly Acceptance[];
  /** What ended the reviewer's turn although its answer was there, null for a turn that ended by itself. */
  recovered: string | null;
  /** The model's own words on it, kept for the record and used for nothing. */
  claimed: unknown;
}>;

/** One round as the report tells it: 0 is the first attempt and its review. */
export type Round = Readonly<{
  number: number;
  coderSession: string;
  reviewerSession: string | null;
  /** A review that counts was made. */
  reviewed: boolean;
  /** Tree digest that was checked and reviewed. */
  tree: string;
  filesChanged: number;
  verdict: Verdict;
  openFindings: readonly string[];
  resolvedFindings: readonly string[];
  brokenChecks: readonly string[];
  /** The coder was told to take another approach. */
  pivoted: boolean;
  seconds: number;
}>;
