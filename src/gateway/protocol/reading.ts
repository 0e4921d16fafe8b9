import type { Tokens } from '../../agent/agent.ts';
import { isRecord } from '../../text/is-record.ts';
import type { AnswerReader, Reading } from './protocol.ts';

type Part = Readonly<Record<string, unknown>>;

/** What a reader has found so far. */
export type Found = { -readonly [Key in keyof Reading]: Reading[Key] };

/** A reader that hands each part of an answer, parsed, to `take`, which notes what it finds. */
export function readParts(take: (part: Part, found: Found) => void): AnswerReader {
  const found: Found = { tokens: null, outputBytes: 0, complete: false, closed: false, fault: null, finished: false };
  return {
    read(data) {
      const text = data.trim();
      if (text === '') return;
      if (text === '[DONE]') found.complete = found.closed = true;
      else
        try {
          for (const part of parsed(text)) take(part, found);
        } catch {
          // Whatever is wrong with it, nested until the stack ends or no JSON at all, the answer passes on unread.
          found.fault ??= 'the answer holds a part that is not a JSON object';
        }
    },
    result: () => ({
      tokens: found.tokens,
      outputBytes: found.outputBytes,
      complete: found.complete,
      finished: found.finished,
      closed: found.closed,
      fault: found.fault,
    }),
  };
}

/** The number at a path, as OpenCode counts: null where there is none, nothing below zero. */
export function countAt(value: unknown, ...path: readonly string[]): number | null {
  const found = at(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? Math.max(0, found) : null;
}

/** What stands at a path, undefined where there is nothing. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

/** The list at a path, empty where there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found: unknown = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** UTF-8 bytes of all strings among the values. */
export function bytesOf(...values: readonly unknown[]): number {
  return values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? Buffer.byteLength(value) : 0), 0);
}

/** Counts of which `input` includes the cached tokens and `output` the reasoning. */
export type Totals = Tokens;

/** OpenCode's counts from totals, with nothing below zero where a provider's numbers do not fit together. */
export function tokensOf(totals: Totals): Tokens {
  const { input, output, reasoning, cacheRead, cacheWrite } = totals;
  return {
    input: Math.max(0, input - cacheRead - cacheWrite),
    output: Math.max(0, output - reasoning),
    reasoning,
    cacheRead,
    cacheWrite,
  };
}

/** What an error part says, in one line. */
export function faultOf(error: unknown): string {
  const message = at(error, 'message');
  const said = typeof message === 'string' ? message : JSON.stringify(error ?? 'an error without a message');
  return said.replaceAll(/\s+/gu, ' ').slice(0, 300);
}

/** The objects of a text: one, or the elements of a list, as Google streams without events. Throws for anything else. */
function parsed(text: string): readonly Part[] {
  const value: unknown = JSON.parse(text);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!values.every(isRecord)) throw new TypeError('not an object');
  return values;
}
