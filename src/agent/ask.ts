import type { z } from 'zod';
import { Failure, type FailureCategory } from '../failure.ts';
import type { TurnPurpose } from '../ledger/accounts.ts';
import { findObject } from '../text/find-object.ts';
import type { Turn } from './agent.ts';
import type { Conversation } from './conversation.ts';

/** What came of reading an answer: the value, or what is wrong with it in sentences for the model. */
export type Read<Value> =
  | Readonly<{ kind: 'valid'; value: Value }>
  | Readonly<{
      kind: 'invalid';
      /** It had the right form, and what it says does not hold together. */
      readable: boolean;
      problem: string;
    }>;

export type Asked<Value> =
  | Readonly<{
      kind: 'answer';
      value: Value;
      /** What ended the turn although the answer was there, in words. */
      recovered: string | null;
    }>
  /** Invalid, and invalid again after it was named what is wrong. */
  | Readonly<{ kind: 'invalid'; readable: boolean; problem: string }>
  /** The model answered nothing that could be read, or would not answer. */
  | Readonly<{ kind: 'none'; because: string }>;

export type AskOptions<Value> = Readonly<{
  conversation: Conversation;
  purpose: TurnPurpose;
  prompt: string;
  /** JSON Schema of the answer. */
  schema: Readonly<Record<string, unknown>>;
  /** Reads what came as data, or stood as an object in the text. */
  read: (value: unknown) => Read<Value>;
  /** The prompt that asks for the answer once more, as text. */
  repair: (problem: string) => string;
  onActivity: (what: string) => void;
}>;

/**
 * Asks for data: by schema first; where the model cannot, or the answer is invalid, one request to repair it, in plain
 * text. A valid answer counts whatever ended its turn. What is wrong with the run and not with the answer is thrown.
 */
export async function askForData<Value>(options: AskOptions<Value>): Promise<Asked<Value>> {
  const { conversation, purpose, onActivity, schema } = options;
  const first = await conversation.take({ prompt: options.prompt, schema, onActivity }, purpose);
  const answer = readTurn(first, options);
  if (answer.kind === 'valid') return { kind: 'answer', value: answer.value, recovered: recovered(first) };
  if (first.status === 'failed' && !canBeRepaired(first)) return { kind: 'none', because: lost(first) };
  const second = await conversation.take({ prompt: options.repair(answer.problem), onActivity }, purpose);
  const repaired = readTurn(second, options);
  if (repaired.kind === 'valid') return { kind: 'answer', value: repaired.value, recovered: recovered(second) };
  return second.status === 'failed' ? { kind: 'none', because: lost(second) } : repaired;
}

/** What is wrong with an answer that has another form than was asked for: the first thing, by its place. */
export function notInForm({ issues }: z.ZodError): Extract<Read<never>, { kind: 'invalid' }> {
  const [issue] = issues;
  const problem = `${['the object', ...(issue?.path ?? [])].join('.')}: ${issue?.message ?? 'invalid'}.`;
  return { kind: 'invalid', readable: false, problem };
}

function readTurn<Value>(turn: Turn, { read }: AskOptions<Value>): Read<Value> {
  const value = (turn.status === 'done' ? turn.structured : undefined) ?? findObject(turn.text);
  if (value !== undefined) return read(value);
  return { kind: 'invalid', readable: false, problem: 'there is no JSON object in it.' };
}

function recovered(turn: Turn): string | null {
  return turn.status === 'failed' ? `${turn.category}: ${turn.message}` : null;
}

/** A model that refuses the schema, or answers in prose, can still answer in text. */
function canBeRepaired(turn: Extract<Turn, { status: 'failed' }>): boolean {
  return turn.category === 'bad-output' || turn.category === 'unknown';
}

/** What the model answered, or would not answer, leaves its question open; everything else ends the run. */
const NO_RESULT: readonly FailureCategory[] = ['bad-output', 'unknown', 'context-overflow', 'content-filter'];

function lost(turn: Extract<Turn, { status: 'failed' }>): string {
  if (!NO_RESULT.includes(turn.category)) throw new Failure(turn.category, turn.message, { hint: '' });
  return `${turn.category}: ${turn.message}`;
}
