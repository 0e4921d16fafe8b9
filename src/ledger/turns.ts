import type { Session, Turn, TurnRequest } from '../agent/agent.ts';
import type { Ledger, Phase } from './ledger.ts';

export type TurnPurpose = Readonly<{ phase: Phase; round: number }>;

/** The agent turns of a run: counted, ended by the run's deadline, and entered in the ledger whatever came of them. */
export type Turns = Readonly<{
  /** A turn that may not be taken any more comes back as failed with category `budget` or `timeout`, unpaid. */
  take: (session: Session, request: Omit<TurnRequest, 'deadline'>, purpose: TurnPurpose) => Promise<Turn>;
  used: () => number;
  left: () => number;
}>;

export function createTurns(options: {
  maxTurns: number;
  /** Milliseconds since the epoch. */
  deadline: number;
  ledger: Ledger;
  /** Called after each turn, when there is something new in the ledger. */
  onTaken: () => void;
}): Turns {
  let used = 0;
  return {
    used: () => used,
    left: () => options.maxTurns - used,
    async take(session, request, purpose) {
      if (used >= options.maxTurns) {
        return refused('budget', `The run’s ${options.maxTurns} turns (\`max-turns\`) are used up.`);
      }
      if (Date.now() >= options.deadline) return refused('timeout', 'The time of the run (`max-minutes`) is used up.');
      used += 1;
      const turn = await session.turn({ ...request, deadline: options.deadline });
      options.ledger.add({ ...purpose, role: session.role }, turn.usage);
      options.onTaken();
      return turn;
    },
  };
}

function refused(category: 'budget' | 'timeout', message: string): Turn {
  return { status: 'failed', category, message, text: '', usage: [] };
}
