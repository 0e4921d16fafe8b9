import type { Finding } from '../../finding.ts';
import type { Split } from '../../review/batches/batch.ts';
import { mergeBatches, type BatchResult } from '../../review/batches/merge.ts';
import type { PullRequestReview } from '../../review/batches/pull-request-review.ts';
import { computeVerdict } from '../../review/verdict.ts';
import type { BegunReview } from './begin-review.ts';
import type { ReviewState } from './review-state.ts';
import type { Unseen } from './unseen.ts';

/** What a review comes to with these results, be they all of them or those that are there so far. */
export function sumUp(
  begun: BegunReview,
  given: Readonly<{
    head: string;
    split: Split;
    results: readonly BatchResult[];
    /** Of earlier reviews, and of this one before it was cut off. */
    findings: readonly Finding[];
    unseen: Unseen;
  }>,
): PullRequestReview {
  const { head, split, results, unseen } = given;
  const { since, round } = begun;
  const { findings, incomplete: lost } = mergeBatches(results, given.findings, { round });
  const incomplete = [...lost, ...unseen.incomplete];
  const parts = [...begun.parts, ...partsOf(split, results)].map((part, at) => ({ ...part, number: at + 1 }));
  // Where it looked at nothing, nothing but a failure can be told.
  const reviewed = parts.length > 0 && incomplete.length === 0;
  return {
    commit: head,
    since,
    round,
    parts,
    aside: [...split.aside, ...unseen.aside],
    findings,
    incomplete,
    verdict: computeVerdict({ reviewed, findings, checks: [] }),
  };
}

/** What is kept of it as long as nobody was told. */
export function stateOf(
  { commit, round, since, parts, aside, findings, incomplete }: PullRequestReview,
  { base, told, id }: Readonly<{ base: string; told: number; id: string }>,
): ReviewState {
  const untold = { id, since, parts: parts.filter(({ reviewed }) => reviewed) };
  return { v: 1, commit, base, round, told, untold, findings, incomplete, aside };
}

function partsOf({ batches }: Split, results: readonly BatchResult[]): PullRequestReview['parts'] {
  return batches.map(({ number, files, tokens }) => ({
    number,
    tokens,
    reviewed: results.some((result) => result.batch === number && result.kind === 'reviewed'),
    files: files.map(({ path, added, removed, leftOut }) => ({ path, added, removed, leftOut })),
  }));
}
