import type { Role, Tokens } from '../agent/agent.ts';

/** `outside` is for requests that no turn made. */
export type Phase = 'plan' | 'search' | 'implement' | 'review' | 'fix' | 'advise' | 'answer' | 'outside';

/** Tokens and money of one phase, role, model and round. */
export type LedgerRow = Readonly<{
  phase: Phase;
  role: Role;
  model: string;
  round: number;
  requests: number;
  /** Requests whose tokens are reckoned, because the provider did not say. */
  estimated: number;
  tokens: Tokens;
  /** US dollars; null when any of it is unpriced. */
  cost: number | null;
}>;

/** What some requests to one model used. */
export type Used = Readonly<{
  model: string;
  requests: number;
  estimated?: number;
  tokens: Tokens;
  cost: number | null;
}>;

export type Ledger = Readonly<{
  add: (entry: Readonly<{ phase: Phase; role: Role; round: number }>, usage: readonly Used[]) => void;
  /** Rows in the order in which they first occurred. */
  rows: () => readonly LedgerRow[];
  total: () => Total;
}>;

export type Total = Readonly<{ requests: number; estimated: number; tokens: Tokens; cost: number | null }>;

const NOTHING: Tokens = { input: 0, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 };
const ZERO: Total = { requests: 0, estimated: 0, tokens: NOTHING, cost: 0 };

export function createLedger(): Ledger {
  const rows = new Map<string, LedgerRow>();
  return {
    add(entry, usage) {
      for (const used of usage) {
        const key = JSON.stringify([entry.phase, entry.role, used.model, entry.round]);
        const row = rows.get(key) ?? { ...entry, model: used.model, ...ZERO };
        rows.set(key, { ...row, ...sum(row, { estimated: 0, ...used }) });
      }
    },
    rows: () => [...rows.values()],
    total: () => totalOf([...rows.values()]),
  };
}

/** Sum of some rows; unpriced as soon as one of them is. */
export function totalOf(rows: readonly Total[]): Total {
  return rows.reduce(sum, ZERO);
}

/** All tokens of any kind. */
export function countTokens(tokens: Tokens): number {
  return tokens.input + tokens.output + tokens.reasoning + tokens.cacheRead + tokens.cacheWrite;
}

function sum(left: Total, right: Total): Total {
  return {
    requests: left.requests + right.requests,
    estimated: left.estimated + right.estimated,
    tokens: {
      input: left.tokens.input + right.tokens.input,
      output: left.tokens.output + right.tokens.output,
      reasoning: left.tokens.reasoning + right.tokens.reasoning,
      cacheRead: left.tokens.cacheRead + right.tokens.cacheRead,
      cacheWrite: left.tokens.cacheWrite + right.tokens.cacheWrite,
    },
    cost: left.cost === null || right.cost === null ? null : left.cost + right.cost,
  };
}
