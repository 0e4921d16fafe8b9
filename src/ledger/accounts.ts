import type { Role, Session, Turn } from '../agent/agent.ts';
import { serverOf } from '../agent/server-of.ts';
import type { MeteredRequest } from '../gateway/messages.ts';
import { countTokens, createLedger, type LedgerRow, type Phase, type Total } from './ledger.ts';

export type TurnPurpose = Readonly<{ phase: Phase; round: number }>;

/** Two accounts of one run, kept apart: the gateway's, which is what was spent, and OpenCode's own. */
export type Accounts = Readonly<{
  /** From now on the requests of the session's family count for this purpose, until the returned function is called. */
  begin: (session: Session, purpose: TurnPurpose) => () => void;
  /** One request as the gateway counted it. */
  meter: (request: MeteredRequest) => void;
  /** What a turn used by OpenCode's own account. */
  claim: (session: Session, purpose: TurnPurpose, turn: Turn) => void;
  rows: () => readonly LedgerRow[];
  total: () => Total;
  /** Tokens that the gateway counted for a session's family; null while the session's own id is not known. */
  tokensOf: (session: string) => number | null;
  /** Takes over what another job says that it spent, and what OpenCode's own account of it came to. */
  adopt: (rows: readonly LedgerRow[], claimed: Total | null) => void;
  /** What OpenCode's own account comes to; null where what was claimed before is not known. */
  claimed: () => Total | null;
}>;

type Active = Readonly<{ session: Session; purpose: TurnPurpose }>;

/** `spent` is what was spent before. */
export function createAccounts(spent: readonly LedgerRow[] = []): Accounts {
  const metered = createLedger();
  for (const row of spent) metered.add(row, [row]);
  const claimed = createLedger();
  const active = new Set<Active>();
  const tokens = new Map<string, number>();
  let adopted: Total | null | undefined;
  return {
    adopt(rows, total) {
      for (const row of rows) metered.add(row, [row]);
      adopted = total;
    },
    begin(session, purpose) {
      const one = { session, purpose };
      active.add(one);
      return () => void active.delete(one);
    },
    meter(request) {
      const used = { ...request, requests: 1, estimated: request.estimated ? 1 : 0 };
      metered.add(entryOf(request, [...active]), [used]);
      if (request.root !== null)
        tokens.set(request.root, (tokens.get(request.root) ?? 0) + countTokens(request.tokens));
    },
    claim: (session, purpose, turn) => claimed.add({ ...purpose, role: session.role }, turn.usage),
    rows: metered.rows,
    total: metered.total,
    tokensOf: (session) => (isNamed({ id: session }) ? (tokens.get(session) ?? 0) : null),
    claimed: () => {
      if (adopted !== undefined) return adopted;
      return spent.length > 0 ? null : claimed.total();
    },
  };
}

/** Whether a session has OpenCode's own id already; a transport that learns it late has a name of its own until then. */
export function isNamed({ id }: Pick<Session, 'id'>): boolean {
  return id.startsWith('ses_');
}

/**
 * The turn that a request belongs to: that of its session's family. While a session's id is not known yet, its server tells.
 * Who asks without naming a session, or names one that nobody opened, is in no turn.
 */
function entryOf({ role, session, root }: MeteredRequest, active: readonly Active[]): TurnPurpose & { role: Role } {
  const there = active.filter((one) => serverOf(one.session.role) === serverOf(role));
  const named = there.find((one) => one.session.id === root);
  const unnamed = there.filter((one) => !isNamed(one.session));
  const found = named ?? (unnamed.length === 1 ? unnamed[0] : undefined);
  if (found === undefined || session === null) return { phase: 'outside', round: there[0]?.purpose.round ?? 0, role };
  return { ...found.purpose, role: found.session.role };
}
