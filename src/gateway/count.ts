import type { Tokens } from '../agent/agent.ts';
import type { Reading } from './protocol/protocol.ts';

/** Tokens of one request; `estimated` when the provider did not say all of them. */
export type Count = Readonly<{ tokens: Tokens; estimated: boolean }>;

/** UTF-8 bytes of a token on average, for what nobody counted. */
const BYTES_PER_TOKEN = 4;

/** A request that was turned down or never arrived. */
export const NOT_CHARGED: Count = {
  tokens: { input: 0, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 },
  estimated: false,
};

/**
 * The tokens of a request that was charged: what the answer says, else what its bytes suggest. An answer that broke off
 * may have said what went in, and cannot have said all that came out.
 */
export function countOf(sent: number, reading: Reading | null): Count {
  const received = toTokens(reading?.outputBytes ?? 0);
  if (reading === null || reading.tokens === null)
    return { tokens: { ...NOT_CHARGED.tokens, input: toTokens(sent), output: received }, estimated: true };
  const { tokens, complete } = reading;
  if (complete) return { tokens, estimated: false };
  return { tokens: { ...tokens, output: Math.max(tokens.output, received - tokens.reasoning) }, estimated: true };
}

/** All tokens of any kind. */
export function sumOf({ input, output, reasoning, cacheRead, cacheWrite }: Tokens): number {
  return input + output + reasoning + cacheRead + cacheWrite;
}

function toTokens(bytes: number): number {
  return Math.ceil(bytes / BYTES_PER_TOKEN);
}
