import type { Tokens } from '../../agent/agent.ts';
import { at, countAt, tokensOf, type Totals } from './reading.ts';

/**
 * How OpenCode's client for a provider counts. `compatible`: totals include cached and reasoning tokens, writes to the
 * cache are not told. `cache-writes`: they are. `uncached`: cached tokens are counted as any others. `reasoning-apart`:
 * reasoning is not in the output's total. `mistral`: no reasoning, and a cache count of another name.
 */
export type ChatCounts = 'compatible' | 'cache-writes' | 'uncached' | 'reasoning-apart' | 'mistral';

/** The usage in a part of an answer, or null for a part without one. */
export function chatTokens(part: unknown, counts: ChatCounts): Tokens | null {
  const usage = at(part, 'x_groq', 'usage') ?? at(part, 'usage');
  const [input, output] = [countAt(usage, 'prompt_tokens'), countAt(usage, 'completion_tokens')];
  if (input === null && output === null) return null;
  const totals = {
    input: input ?? 0,
    output: output ?? 0,
    reasoning: countAt(usage, 'completion_tokens_details', 'reasoning_tokens') ?? 0,
    cacheRead: cachedOf(usage) ?? countAt(usage, 'prompt_cache_hit_tokens') ?? 0,
    cacheWrite: 0,
  };
  return tokensOf(COUNTED[counts](totals, usage));
}

const COUNTED: Readonly<Record<ChatCounts, (totals: Totals, usage: unknown) => Totals>> = {
  compatible: (totals) => totals,
  'cache-writes': (totals, usage) => ({
    ...totals,
    cacheWrite: countAt(usage, 'prompt_tokens_details', 'cache_write_tokens') ?? 0,
  }),
  uncached: (totals) => ({ ...totals, cacheRead: 0 }),
  // xAI's input leaves the cached tokens out where there are more of them than of it.
  'reasoning-apart': (totals) => ({
    ...totals,
    input: totals.cacheRead > totals.input ? totals.input + totals.cacheRead : totals.input,
    output: totals.output + totals.reasoning,
  }),
  mistral: (totals, usage) => ({
    ...totals,
    reasoning: 0,
    cacheRead: countAt(usage, 'num_cached_tokens') ?? cachedOf(usage) ?? 0,
  }),
};

const cachedOf = (usage: unknown): number | null =>
  countAt(usage, 'prompt_tokens_details', 'cached_tokens') ?? countAt(usage, 'prompt_token_details', 'cached_tokens');
