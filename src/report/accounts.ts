import { countTokens, totalOf, type Total } from '../ledger/ledger.ts';
import { count, formatMoney, formatNumber, reckoned } from './figures.ts';
import type { RunState } from './run.ts';

/** Below this share of what the gateway counted a difference is rounding. */
const WORTH_TELLING = 0.01;

/**
 * That OpenCode's own account of an ended run is another than the gateway's, by how much, and what may be the cause; empty
 * where they agree to one per cent.
 */
export function accountsNote(state: RunState): string {
  const { total, claimed } = state;
  if (claimed === null) return '';
  const differs = Math.max(differenceOf(total, claimed, tokensOf), differenceOf(total, claimed, moneyOf));
  if (differs <= WORTH_TELLING) return '';
  const figures = [`the gateway counted ${amount(total)}`, `OpenCode’s own account has ${amount(claimed)}`];
  const by = differs === Infinity ? '' : ` (a difference of ${(differs * 100).toFixed(1)} %)`;
  return `Two accounts of this run differ: ${figures.join(', ')}${by}. The report and the limits go by the gateway. ${causes(state)}`;
}

/** As a share of what the gateway counted; nothing to compare is no difference. */
function differenceOf(total: Total, claimed: Total, of: (one: Total) => number | null): number {
  const [counted, said] = [of(total), of(claimed)];
  if (counted === null || said === null || counted === said) return 0;
  return counted === 0 ? Infinity : Math.abs(counted - said) / counted;
}

function tokensOf({ tokens }: Total): number {
  return countTokens(tokens);
}

function moneyOf({ cost }: Total): number | null {
  return cost;
}

function amount(total: Total): string {
  if (tokensOf(total) === 0) return 'nothing';
  const tokens = `${reckoned(formatNumber(tokensOf(total)), total)} tokens`;
  return total.cost === null ? tokens : `${tokens} and ${reckoned(formatMoney(total.cost), total)}`;
}

/** What the run itself shows of the causes, then what is left. */
function causes({ ledger, total, agent, failure }: RunState): string {
  const outside = totalOf(ledger.filter(({ phase }) => phase === 'outside'));
  const reasons = [
    outside.requests === 0
      ? ''
      : `${count(outside.requests, 'request')} outside any turn (${formatNumber(tokensOf(outside))} tokens)`,
    total.estimated === 0 ? '' : `${count(total.estimated, 'request')} for which the provider reported no usage`,
    agent?.includes(' over run') ? 'child sessions, which `opencode run` leaves out' : '',
    failure === null ? '' : 'a turn that was cut off',
  ].filter((reason) => reason !== '');
  const known = reasons.length === 0 ? 'turns that were cut off, or requests outside any session' : reasons.join('; ');
  return `Likely causes: ${known}.`;
}
