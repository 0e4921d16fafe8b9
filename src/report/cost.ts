import { type LedgerRow, countTokens, type Total } from '../ledger/ledger.ts';
import { type Column, details, paragraphs, table } from '../text/markdown.ts';
import { costRemarks, modelName, shares } from './cost-remarks.ts';
import { type Detail, firstRows } from './detail.ts';
import { formatMoney, formatNumber, formatShare, reckoned } from './figures.ts';
import { costText } from './headline.ts';
import { list } from './notice.ts';
import { tokenPlot } from './plots.ts';
import type { RunState } from './run.ts';

const COLUMNS: readonly Column[] = [
  { title: 'round', align: 'right' },
  { title: 'phase' },
  { title: 'role' },
  { title: 'model' },
  { title: 'requests', align: 'right' },
  { title: 'input', align: 'right' },
  { title: 'cached', align: 'right' },
  { title: 'output', align: 'right' },
  { title: 'cost', align: 'right' },
];

/** Tokens and money by round, phase, role and model, folded. */
export function costSection(state: RunState, detail: Detail): string {
  if (state.ledger.length === 0 || !detail.folded) return '';
  return details(`Cost: ${costSummary(state)}`, costTable(state, detail));
}

/** The rows of the ledger and what there is to say of them. */
export function costTable(state: RunState, detail: Detail): string {
  const { shown, more } = firstRows(state.ledger, detail);
  const total = ['**total**', '', '', '', ...figures(state.total).map((figure) => `**${figure}**`)];
  const rows = [
    ...shown.map((row) => [String(row.round), phaseName(row), row.role, modelName(row.model), ...figures(row)]),
    total,
  ];
  return paragraphs(table(COLUMNS, rows), more, list(costRemarks(state)), detail.plots ? tokenPlot(state) : '');
}

/** `$0.084, 61,240 tokens; coder 74 % of them, judges 26 %`. */
export function costSummary(state: RunState): string {
  const { total } = state;
  const tokens = countTokens(total.tokens);
  const [doing, judging] = shares(state);
  const text = costText(state);
  const amount = total.cost === null ? text : `${text}, ${reckoned(formatNumber(tokens), total)} tokens`;
  return `${amount}; coder ${formatShare(countTokens(doing.tokens), tokens)} of them, judges ${formatShare(countTokens(judging.tokens), tokens)}`;
}

function phaseName({ phase }: LedgerRow): string {
  return phase === 'outside' ? 'outside any turn' : phase;
}

function figures(row: Total): readonly string[] {
  const [input, output] = [row.tokens.input + row.tokens.cacheWrite, row.tokens.output + row.tokens.reasoning];
  return [
    formatNumber(row.requests),
    reckoned(formatNumber(input), row),
    formatNumber(row.tokens.cacheRead),
    reckoned(formatNumber(output), row),
    reckoned(formatMoney(row.cost), row),
  ];
}
