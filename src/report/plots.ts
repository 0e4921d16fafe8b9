import { countTokens, totalOf } from '../ledger/ledger.ts';
import type { RunState } from './run.ts';
import { fixRounds } from './standing.ts';

/** A pie of all tokens by role and round; empty where there is nothing to compare. Labels are our own words: the language has no escapes. */
export function tokenPlot(state: RunState): string {
  const slices = Map.groupBy(state.ledger, (row) =>
    row.phase === 'outside' ? `${row.role}, outside any turn` : `${row.role}, round ${row.round}`,
  );
  const lines = [...slices]
    .map(([label, rows]) => ({ label, tokens: countTokens(totalOf(rows).tokens) }))
    .filter((slice) => slice.tokens > 0)
    .slice(0, 12)
    .map((slice) => `  "${slice.label}" : ${slice.tokens}`);
  if (lines.length < 2) return '';
  return ['```mermaid', 'pie showData title Tokens by role and round', ...lines, '```'].join('\n');
}

/** A bar for each round from its start to its end; empty when there is only one. */
export function roundsPlot(state: RunState): string {
  if (fixRounds(state) === 0) return '';
  let start = 0;
  const lines = state.rounds.flatMap((round) => {
    const from = start;
    start += Math.max(1, Math.round(round.seconds));
    const mark = round.verdict === 'fail' || round.verdict === 'inconclusive' ? 'crit, ' : 'done, ';
    return [`  section Round ${round.number}`, `  ${round.verdict} :${mark}r${round.number}, ${from}, ${start}`];
  });
  return [
    '```mermaid',
    'gantt',
    '  title Rounds, minutes and seconds',
    '  dateFormat X',
    '  axisFormat %M:%S',
    ...lines,
    '```',
  ].join('\n');
}
