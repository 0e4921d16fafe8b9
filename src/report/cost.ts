import { type LedgerRow, countTokens, type Total, totalOf } from '../ledger/ledger.ts';
import { type Column, codeSpan, details, paragraphs, table } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { type Detail, firstRows } from './detail.ts';
import { formatMoney, formatNumber, formatShare } from './figures.ts';
import { costText } from './headline.ts';
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

export function costTable(state: RunState, detail: Detail): string {
  const { shown, more } = firstRows(state.ledger, detail);
  const total = ['**total**', '', '', '', ...figures(state.total).map((figure) => `**${figure}**`)];
  const rows = [
    ...shown.map((row) => [String(row.round), row.phase, row.role, modelName(row.model), ...figures(row)]),
    total,
  ];
  return paragraphs(table(COLUMNS, rows), more, ...remarks(state), detail.plots ? tokenPlot(state) : '');
}

/** `$0.084, 61,240 tokens; coder 74 % of them, judges 26 %`. */
export function costSummary(state: RunState): string {
  const tokens = countTokens(state.total.tokens);
  const coder = countTokens(totalOf(state.ledger.filter((row) => row.role === 'coder')).tokens);
  const amount =
    state.total.cost === null ? costText(state) : `${formatMoney(state.total.cost)}, ${formatNumber(tokens)} tokens`;
  return `${amount}; coder ${formatShare(coder, tokens)} of them, judges ${formatShare(tokens - coder, tokens)}`;
}

/** A model as it shows anywhere: what answers from a script says so. */
function modelName(model: string): string {
  return `${codeSpan(shorten(model, 80))}${model.startsWith('scripted/') ? ' (scripted)' : ''}`;
}

function figures(row: Total): readonly string[] {
  return [
    formatNumber(row.requests),
    formatNumber(row.tokens.input + row.tokens.cacheWrite),
    formatNumber(row.tokens.cacheRead),
    formatNumber(row.tokens.output + row.tokens.reasoning),
    formatMoney(row.cost),
  ];
}

function remarks(state: RunState): readonly string[] {
  const { cacheWrite, reasoning } = state.total.tokens;
  const within = [
    cacheWrite > 0 ? `Input includes ${formatNumber(cacheWrite)} tokens written to the cache.` : '',
    reasoning > 0 ? `Output includes ${formatNumber(reasoning)} tokens of reasoning.` : '',
  ];
  const { estimate } = state;
  return [
    [
      ...within,
      estimate === null
        ? ''
        : `Estimate: the same tokens all on ${modelName(estimate.model)}, ${formatMoney(estimate.cost)}.`,
      state.total.cost === null ? unpriced(state.ledger) : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  ];
}

function unpriced(ledger: readonly LedgerRow[]): string {
  const models = [...new Set(ledger.filter((row) => row.cost === null).map((row) => row.model))].slice(0, 5);
  return `Unpriced means that no price is known for ${models.map(modelName).join(', ')}, not that it is free.`;
}
