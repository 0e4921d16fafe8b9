import type { Turn } from '../../src/agent/agent.ts';
import { createConversation, type Conversation } from '../../src/agent/conversation.ts';
import type { FailureCategory } from '../../src/failure.ts';
import { createAccounts } from '../../src/ledger/accounts.ts';
import { createTurns } from '../../src/ledger/turns.ts';
import { quietGateway } from '../ledger/quiet-gateway.ts';

/** What a turn comes to: data, words, or a failure with words that had arrived before. */
export type Answer =
  | Readonly<{ data: unknown }>
  | Readonly<{ says: string }>
  | Readonly<{ fails: FailureCategory; says?: string }>;

export type Talk = Readonly<{
  conversation: Conversation;
  asked: { prompt: string; bySchema: boolean }[];
}>;

/** A conversation whose session answers like this, one turn after another. */
export function talk(role: 'planner' | 'searcher', answers: readonly Answer[], onTurn = (): void => undefined): Talk {
  const asked: { prompt: string; bySchema: boolean }[] = [];
  const left = [...answers];
  const turns = createTurns({
    maxTurns: 99,
    deadline: Date.now() + 60_000,
    gateway: quietGateway(),
    accounts: createAccounts(),
    onSpent: () => undefined,
  });
  const conversation = createConversation({
    role,
    turns,
    models: ['a/b'],
    open: async () => ({
      id: `ses_${role}`,
      role,
      hasBegun: () => asked.length > 0,
      turn: async ({ prompt, schema }) => {
        asked.push({ prompt, bySchema: schema !== undefined });
        onTurn();
        return turnOf(left.shift() ?? { says: 'Nothing is left to say.' });
      },
    }),
    onMended: () => undefined,
  });
  return { conversation, asked };
}

function turnOf(answer: Answer): Turn {
  if ('fails' in answer)
    return { status: 'failed', category: answer.fails, message: 'It broke.', text: answer.says ?? '', usage: [] };
  const given = 'data' in answer ? { structured: answer.data, text: '' } : { structured: undefined, text: answer.says };
  return { status: 'done', recovered: null, usage: [], ...given };
}
