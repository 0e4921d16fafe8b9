import type { Fault, Session, Turn, TurnRequest } from '../agent/agent.ts';
import { serverOf } from '../agent/server-of.ts';
import type { FailureCategory } from '../failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { RequestFault } from '../gateway/listeners.ts';
import { isNamed, type Accounts, type TurnPurpose } from './accounts.ts';

/** The agent turns of a run: counted, bounded by the run's limits, and entered in both accounts whatever came of them. */
export type Turns = Readonly<{
  /** A turn that may not be taken any more comes back as failed with category `budget` or `timeout`, unpaid. */
  take: (session: Session, request: Omit<TurnRequest, 'deadline' | 'stop'>, purpose: TurnPurpose) => Promise<TakenTurn>;
  used: () => number;
  left: () => number;
}>;

/** A turn that was stopped because of its requests is `final`: trying it again was tried. */
export type TakenTurn = Turn & Readonly<{ final: boolean }>;

export type TurnsOptions = Readonly<{
  maxTurns: number;
  /** Milliseconds since the epoch. */
  deadline: number;
  gateway: Pick<Gateway, 'watch' | 'settled'>;
  accounts: Accounts;
  /** Called when there is something new in the accounts. */
  onSpent: () => void;
}>;

type Running = Readonly<{
  session: Session;
  stop: AbortController;
  /** What last went wrong with the turn's requests, null when the last one went well. */
  fault: { last: Fault | null };
}>;

export function createTurns(options: TurnsOptions): Turns {
  const { gateway, accounts, onSpent } = options;
  const running = new Set<Running>();
  /** Why no turn can be taken any more. */
  let exhausted: Fault | null = null;
  let used = 0;
  gateway.watch({
    onRequest(request) {
      accounts.meter(request);
      for (const turn of running) if (isOf(turn, request) && request.status < 300) turn.fault.last = null;
      onSpent();
    },
    onFault(fault) {
      const told: Fault = { category: fault.category, message: fault.message };
      if (fault.category === 'budget' || fault.role === null) exhausted = told;
      for (const turn of running) {
        if (!isOf(turn, fault)) continue;
        turn.fault.last = told;
        if (fault.final) turn.stop.abort(told);
      }
    },
  });
  return {
    used: () => used,
    left: () => options.maxTurns - used,
    async take(session, request, purpose) {
      if (used >= options.maxTurns)
        return refused('budget', `The run’s ${options.maxTurns} turns (\`max-turns\`) are used up.`);
      if (exhausted !== null) return refused(exhausted.category, exhausted.message);
      if (Date.now() >= options.deadline) return refused('timeout', 'The time of the run (`max-minutes`) is used up.');
      used += 1;
      const turn: Running = { session, stop: new AbortController(), fault: { last: null } };
      running.add(turn);
      const end = accounts.begin(session, purpose);
      try {
        const taken = await session.turn({ ...request, deadline: options.deadline, stop: turn.stop.signal });
        await gateway.settled(session.role);
        accounts.claim(session, purpose, taken);
        return { ...explained(taken, turn.fault.last), final: turn.stop.signal.aborted };
      } finally {
        running.delete(turn);
        end();
        onSpent();
      }
    },
  };
}

function isOf({ session }: Running, request: Pick<RequestFault, 'role' | 'root'>): boolean {
  if (request.role !== null && serverOf(request.role) !== serverOf(session.role)) return false;
  return request.root === null || request.root === session.id || !isNamed(session);
}

/** The gateway saw what happened to the requests; OpenCode often has no more than a word for it. */
function explained(turn: Turn, fault: Fault | null): Turn {
  if (turn.status === 'done' || fault === null) return turn;
  const vague = turn.category === 'unknown' || turn.category === 'stream-lost' || turn.category === 'bad-output';
  return vague || fault.category === 'budget' ? { ...turn, ...fault } : turn;
}

function refused(category: FailureCategory, message: string): TakenTurn {
  return { status: 'failed', category, message, text: '', usage: [], final: true };
}
