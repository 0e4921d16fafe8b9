import { patience, type Seen } from './play.ts';
import type { FaultRow, Range } from './row.ts';

/** Part of all tokens by which the estimate of an answer may fall short of what its provider says. */
const ESTIMATED = 0.01;

/** Everything about a run that is not as its row says, a line each; empty when all of it is. */
export function deviations(row: FaultRow, seen: Seen): readonly string[] {
  const { ending } = row;
  const draft = ending.leaves === 'draft';
  const published = ending.leaves === 'nothing' ? null : { changed: ['M\tsrc/calc.js'], mended: ending.mended };
  return [
    ...differs('outcome', seen.outcome, ending.outcome),
    ...differs('category', seen.category, ending.category ?? ''),
    ...differs('exit code', seen.exitCode, ending.outcome === 'failed' ? 1 : 0),
    ...differs('branch', seen.branch, published),
    ...differs('pull requests that are drafts', seen.drafts, ending.leaves === 'nothing' ? [] : [draft]),
    ...outside('model requests', seen.requests, rangeOf(row.requests)),
    ...differs('script', seen.notPlayed, ''),
    ...(row.answeredBy === undefined ? [] : differs('model', seen.coderModels.at(-1), row.answeredBy)),
    ...(row.says === undefined || seen.report.includes(row.says) ? [] : [`the report does not say “${row.says}”`]),
    // What was never reported is estimated on top, and so is an answer that nobody was there any more to take to its end.
    ...outside('tokens', seen.tokens, { atLeast: seen.reported * (1 - ESTIMATED), ...row.used?.tokens }),
    ...outside('cost', seen.cost, row.used?.cost),
    ...outside('seconds', seen.seconds, { atMost: patience(row) / 1000 }),
    ...differs('processes left', seen.left, []),
    ...differs('violations of GitHub’s API', seen.violations, []),
    ...differs('places with the key', seen.keyIn, []),
  ];
}

function rangeOf(requests: FaultRow['requests']): Range {
  return typeof requests === 'number' ? { atLeast: requests, atMost: requests } : requests;
}

function differs(what: string, seen: unknown, stated: unknown): readonly string[] {
  const [is, should] = [JSON.stringify(seen), JSON.stringify(stated)];
  return is === should ? [] : [`${what}: ${is}, not ${should}`];
}

/** What is not a number is outside of every range. */
function outside(what: string, seen: number, range: Range | undefined): readonly string[] {
  if (range === undefined) return [];
  const { atLeast = -Infinity, atMost = Infinity } = range;
  return seen >= atLeast && seen <= atMost ? [] : [`${what}: ${seen}, not from ${atLeast} to ${atMost}`];
}
