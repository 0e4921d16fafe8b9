import type { FailureCategory } from '../../failure.ts';
import type { Fault } from '../agent.ts';
import { faultOf } from './faults.ts';
import type { Answer } from './messages.ts';

export type TurnEnd =
  | Readonly<{ kind: 'done'; text: string; structured: unknown; recovered: Fault | null }>
  | Readonly<{ kind: 'failed'; fault: Fault; text: string }>;

/** Null while the turn may still go on. */
export function endOf(fresh: readonly Answer[]): TurnEnd | null {
  const last = fresh.at(-1);
  if (last === undefined || last.info.time.completed === undefined) return null;
  const text = textOf(fresh);
  if (last.info.error !== undefined) return { kind: 'failed', fault: faultOf(last.info.error), text };
  if (last.info.structured !== undefined)
    return { kind: 'done', text, structured: last.info.structured, recovered: null };
  const pending = fresh
    .flatMap(({ parts }) => parts)
    .some((part) => part.type === 'tool' && isPending(part.state.status));
  if (pending || last.info.finish === undefined || last.info.finish === 'tool-calls') return null;
  if (last.info.finish === 'content-filter')
    return failed('content-filter', 'The provider’s filter ended the answer.', text);
  if (last.info.finish === 'length')
    return failed('bad-output', 'The answer was cut off at the model’s output limit.', text);
  return { kind: 'done', text, structured: undefined, recovered: null };
}

function isPending(status: string): boolean {
  return status === 'pending' || status === 'running';
}

/** The words of the last answer. */
export function textOf(fresh: readonly Answer[]): string {
  const texts = (fresh.at(-1)?.parts ?? []).filter((part) => part.type === 'text').map((part) => part.text);
  return texts.join('\n').trim();
}

/** The last answer is over, whatever it was. */
export function isWhole(fresh: readonly Answer[]): boolean {
  return fresh.at(-1)?.info.time.completed !== undefined;
}

export function failed(category: FailureCategory, message: string, text: string): TurnEnd {
  return { kind: 'failed', fault: { category, message }, text };
}
