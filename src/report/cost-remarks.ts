import type { Role } from '../agent/agent.ts';
import { type LedgerRow, countTokens, type Total, totalOf } from '../ledger/ledger.ts';
import { codeSpan } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { count, formatMoney, formatNumber, formatShare } from './figures.ts';
import type { RunState } from './run.ts';

/** Who judges the work; everybody else does it. */
const JUDGES: readonly Role[] = ['planner', 'reviewer', 'advisor'];

/** What there is to say of the ledger's figures, a sentence or two each. */
export function costRemarks(state: RunState): readonly string[] {
  const { total, ledger } = state;
  const outside = totalOf(ledger.filter(({ phase }) => phase === 'outside'));
  const all = [
    sharesText(state),
    estimateText(state),
    budgetText(state),
    within(total),
    total.estimated === 0
      ? ''
      : `≈: ${count(total.estimated, 'request is', 'requests are')} reckoned from ${total.estimated === 1 ? 'its' : 'their'} size, because the provider did not say what ${total.estimated === 1 ? 'it' : 'they'} used.`,
    outside.requests === 0
      ? ''
      : `Outside any turn: ${count(outside.requests, 'request')} that no session of the run made, as when the agent calls the model from a script.`,
    total.cost === null ? unpriced(ledger) : '',
  ];
  return all.filter((sentence) => sentence !== '');
}

/** A model as it shows anywhere: what answers from a script says so. */
export function modelName(model: string): string {
  return `${codeSpan(shorten(model, 80))}${model.startsWith('scripted/') ? ' (scripted)' : ''}`;
}

/** What was used for doing the work, and for planning and judging it. */
export function shares({ ledger }: RunState): readonly [Total, Total] {
  const judging = ledger.filter(({ role }) => JUDGES.includes(role));
  return [totalOf(ledger.filter((row) => !judging.includes(row))), totalOf(judging)];
}

function sharesText(state: RunState): string {
  const [doing, judging] = shares(state);
  const tokens = countTokens(state.total.tokens);
  const share = (one: Total): string => {
    const money =
      priced(state.total) && one.cost !== null
        ? ` and ${formatShare(one.cost, state.total.cost ?? 0)} of the money`
        : '';
    return `${formatShare(countTokens(one.tokens), tokens)} of the tokens${money}`;
  };
  const isPlanned = state.ledger.some(({ role }) => role === 'planner');
  return `Doing the work took ${share(doing)}, ${isPlanned ? 'planning and judging' : 'judging'} it ${share(judging)}.`;
}

function priced({ cost }: Total): boolean {
  return cost !== null && cost > 0;
}

function estimateText({ estimate, total }: RunState): string {
  if (estimate === null) return '';
  const spent = priced(total) ? ` The run took ${formatShare(total.cost ?? 0, estimate.cost)} of that.` : '';
  return `Estimate: the same tokens all on ${modelName(estimate.model)}, ${formatMoney(estimate.cost)}.${spent} It is no measurement: another model takes other tokens and other steps for the same work.`;
}

/** How much of each limit is used; money alone bounds nothing where a model has no price. */
function budgetText({ budget, total }: RunState): string {
  if (budget === null) return '';
  const parts = [
    total.cost === null ? '' : `${formatShare(total.cost, budget.cost)} of ${formatMoney(budget.cost)}`,
    `${formatShare(countTokens(total.tokens), budget.tokens)} of ${formatNumber(budget.tokens)} tokens`,
    `${formatNumber(total.requests)} of ${formatNumber(budget.requests)} requests`,
  ];
  return `Budget used: ${parts.filter((part) => part !== '').join(', ')}.`;
}

function within({ tokens: { cacheWrite, reasoning } }: Total): string {
  return [
    cacheWrite > 0 ? `Input includes ${formatNumber(cacheWrite)} tokens written to the cache.` : '',
    reasoning > 0 ? `Output includes ${formatNumber(reasoning)} tokens of reasoning.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function unpriced(ledger: readonly LedgerRow[]): string {
  const models = [...new Set(ledger.filter((row) => row.cost === null).map((row) => row.model))].slice(0, 5);
  return `Unpriced means that no price is known for ${models.map(modelName).join(', ')}, not that it is free.`;
}
