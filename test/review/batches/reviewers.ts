import type { Session, Turn } from '../../../src/agent/agent.ts';
import { createConversation, type Conversation } from '../../../src/agent/conversation.ts';
import type { FailureCategory } from '../../../src/failure.ts';
import { createAccounts } from '../../../src/ledger/accounts.ts';
import { createTurns } from '../../../src/ledger/turns.ts';
import type { Answer } from '../../../src/review/answer.ts';
import { quietGateway } from '../../ledger/quiet-gateway.ts';

/** What a reviewer does with a prompt: an answer, words, or an end. */
export type Reply =
  | Partial<Answer>
  | string
  | Readonly<{ fails: FailureCategory }>
  | Readonly<{ free: Partial<Answer> }>;

const TOKENS = { input: 100, output: 20, reasoning: 0, cacheRead: 0, cacheWrite: 0 };
const NOTHING = { input: 0, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 };

/** Reviewers whose sessions say what they are told to; the conversations and turns are real. */
export function reviewers(reply: (prompt: string, turn: number) => Reply | Promise<Reply>) {
  const prompts: string[] = [];
  const titles: string[] = [];
  const seen = { now: 0, most: 0 };
  const turns = createTurns({
    maxTurns: 99,
    deadline: Date.now() + 60_000,
    gateway: quietGateway(),
    accounts: createAccounts(),
    onSpent: () => undefined,
  });
  const open = async (): Promise<Session> => {
    let taken = 0;
    const id = `ses_${titles.length}`;
    return {
      id,
      role: 'reviewer',
      hasBegun: () => taken > 0,
      turn: async ({ prompt }) => {
        prompts.push(prompt);
        seen.now += 1;
        seen.most = Math.max(seen.most, seen.now);
        taken += 1;
        const said = await reply(prompt, taken);
        seen.now -= 1;
        return turnOf(said, id);
      },
    };
  };
  const conversation = (title: string): Conversation => {
    titles.push(title);
    return createConversation({ role: 'reviewer', turns, models: ['a/b'], open, onMended: () => undefined });
  };
  return { conversation, prompts, titles, seen };
}

function turnOf(said: Reply, session: string): Turn {
  const usage = (tokens: typeof TOKENS) => [{ session, model: 'a/b', requests: 1, tokens, cost: 0.01 }];
  if (typeof said === 'string')
    return { status: 'done', text: said, structured: undefined, recovered: null, usage: usage(TOKENS) };
  if ('fails' in said) return { status: 'failed', category: said.fails, message: 'It broke.', text: '', usage: [] };
  const [answer, tokens] = 'free' in said ? [said.free, NOTHING] : [said, TOKENS];
  const structured = { summary: '', findings: [], acceptance: [], resolutions: [], ...answer };
  return { status: 'done', text: '', structured, recovered: null, usage: usage(tokens) };
}

/** Number of the part that a prompt is about. */
export function partOf(prompt: string): number {
  return Number(/^# Your part: (\d+) of/m.exec(prompt)?.[1]);
}
