import type { Fault } from '../agent/agent.ts';
import { categoryOfStatus } from '../agent/provider-status.ts';
import type { FailureCategory } from '../failure.ts';
import { inOneLine } from './words.ts';

/** Kept of what a provider says of a fault, in characters. */
const SAID = 300;

/** Whether the same request may well be answered a moment later. */
export function isTransient(status: number): boolean {
  return status === 0 || status === 408 || status === 409 || status === 429 || status >= 500;
}

/**
 * What a provider's refusal means for a run; null for a 400 that says nothing which is known.
 * `location` is where the provider sends to, if it does: a key is not taken there.
 */
export function faultOfStatus(status: number, body: string, location: string | null = null): Fault | null {
  if (location !== null && status >= 300 && status < 400) {
    const moved = inOneLine(location.replace(/\?.*$/u, ''), SAID);
    return { category: 'bad-input', message: `The provider answered ${status}: \`base-url\` has moved to ${moved}.` };
  }
  const category = categoryOf(status, body);
  if (category === null) return null;
  const said = saidIn(body);
  return { category, message: `The provider answered ${status}${said === '' ? '' : `: ${said}`}` };
}

/** What providers call a request that is too long, and one that a filter turned down. */
const TOO_LONG =
  /context_length_exceeded|context[ _]window|maximum context length|prompt is too long|input token count.{0,40}exceeds|exceed.{0,20}context/iu;
const FILTERED = /content_filter|content_policy|content management policy|responsible ?ai/iu;

function categoryOf(status: number, body: string): FailureCategory | null {
  if ((status === 400 || status === 413 || status === 422) && TOO_LONG.test(body)) return 'context-overflow';
  if (status === 400 && FILTERED.test(body)) return 'content-filter';
  return categoryOfStatus(status) ?? (isTransient(status) ? 'stream-lost' : null);
}

/** The error's own words, wherever the provider puts them. */
function saidIn(body: string): string {
  return inOneLine(message(parse(body)) ?? body, SAID);
}

function message(value: unknown): string | null {
  if (Array.isArray(value)) return message(value[0]);
  if (typeof value !== 'object' || value === null) return null;
  if ('message' in value && typeof value.message === 'string') return value.message;
  if ('error' in value && typeof value.error === 'string') return value.error;
  return 'error' in value ? message(value.error) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
