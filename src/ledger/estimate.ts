import type { ModelInfo } from '../agent/agent.ts';
import { costOf } from '../gateway/price.ts';
import { totalOf, type LedgerRow } from './ledger.ts';

export type Estimate = Readonly<{ model: string; cost: number }>;

/**
 * What the same tokens would have cost on one model alone; null where its price is not known or nothing ran on another
 * one. An estimate: another model takes other tokens for the same work, and other steps.
 */
export function estimateOn(model: ModelInfo | null, rows: readonly LedgerRow[]): Estimate | null {
  if (model === null || rows.every((row) => row.model === model.name)) return null;
  const cost = costOf(totalOf(rows).tokens, { price: model.price, longPrices: [] });
  return cost === null ? null : { model: model.name, cost };
}
