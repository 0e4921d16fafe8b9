import type { JournalEntry } from './journal.ts';
import { totalUsage, type UsageTotals } from './usage.ts';

export type ModelTotals = UsageTotals & {
  /** Every request that arrived, faults and refusals included. */
  readonly received: number;
  readonly byModel: Readonly<Record<string, UsageTotals>>;
  /** By the role in the prompt; sessions without one are `child`. */
  readonly byRole: Readonly<Record<string, UsageTotals>>;
  /** By the session's id. */
  readonly bySession: Readonly<Record<string, UsageTotals>>;
};

/** Adds up the usage that was sent. */
export function modelTotals(journal: readonly JournalEntry[]): ModelTotals {
  return {
    ...totalOf(journal),
    received: journal.length,
    byModel: totalsBy(journal, (entry) => entry.model),
    byRole: totalsBy(journal, (entry) => entry.role ?? 'child'),
    bySession: totalsBy(journal, (entry) => entry.session ?? ''),
  };
}

function totalsBy(journal: readonly JournalEntry[], key: (entry: JournalEntry) => string) {
  const groups = Map.groupBy(
    journal.filter((entry) => entry.usage !== undefined),
    key,
  );
  return Object.fromEntries([...groups].map(([name, entries]) => [name, totalOf(entries)]));
}

function totalOf(entries: readonly JournalEntry[]): UsageTotals {
  return totalUsage(entries.flatMap((entry) => entry.usage ?? []));
}
