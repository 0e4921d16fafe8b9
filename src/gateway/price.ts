import type { ModelInfo, Price, Tokens } from '../agent/agent.ts';

/** US dollars and tokens of one request; the dollars are null when the model has no known price. */
export type Amount = Readonly<{ cost: number | null; tokens: number }>;

type Prices = Readonly<Pick<ModelInfo, 'price' | 'longPrices'>>;

/** US dollars of these tokens by OpenCode's own rule: reasoning at the price of output; null without a known price. */
export function costOf(tokens: Tokens, { price, longPrices }: Prices): number | null {
  if (price === null) return null;
  const whole = tokens.input + tokens.cacheRead + tokens.cacheWrite;
  const by = longPrices.find(({ above }) => whole > above)?.price ?? price;
  const sum =
    tokens.input * by.input +
    (tokens.output + tokens.reasoning) * by.output +
    tokens.cacheRead * by.cacheRead +
    tokens.cacheWrite * by.cacheWrite;
  return sum / 1_000_000;
}

/**
 * The most that a request can come to. No tokeniser makes more tokens of a text than it has bytes, so the bytes of the body
 * bound its input; each is reckoned at the highest of the prices that it can have.
 */
export function worstOf(
  request: Readonly<{ bytes: number; maxOutput: number }>,
  { price, longPrices }: Prices,
): Amount {
  const { bytes, maxOutput } = request;
  const tokens = bytes + maxOutput;
  if (price === null) return { cost: null, tokens };
  const prices = [price, ...longPrices.filter(({ above }) => bytes > above).map((long) => long.price)];
  const highest = (of: (one: Price) => number): number => Math.max(...prices.map(of));
  const input = bytes * highest((one) => Math.max(one.input, one.cacheRead, one.cacheWrite));
  return { cost: (input + maxOutput * highest((one) => one.output)) / 1_000_000, tokens };
}
