import type { ModelInfo, Price, Tokens } from '../agent/agent.ts';
import type { Media } from './media.ts';

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

/** Tokens that a picture can take at most, by the most expensive of the providers' rules. */
const PICTURE = 50_000;
/** Tokens of a context where its size is not known; no model that is offered today has a larger one. */
const LARGEST_CONTEXT = 2_000_000;

/**
 * The most that a request can come to. No tokeniser makes more tokens of a text than it has bytes, so the bytes of the body
 * bound its input, and so does the model's context; each token is reckoned at the highest of the prices that it can have.
 * Pictures take more tokens than their bytes tell, and documents as many as the context holds.
 */
export function worstOf(
  request: Readonly<{ bytes: number; media: Media; maxOutput: number }>,
  { price, longPrices, context }: Prices & Pick<ModelInfo, 'context'>,
): Amount {
  const { bytes, maxOutput } = request;
  const input = Math.min(context ?? Number.POSITIVE_INFINITY, bytes + mediaTokens(request.media, context));
  const tokens = input + maxOutput;
  if (price === null) return { cost: null, tokens };
  const prices = [price, ...longPrices.filter(({ above }) => input > above).map((long) => long.price)];
  const highest = (of: (one: Price) => number): number => Math.max(...prices.map(of));
  const into = input * highest((one) => Math.max(one.input, one.cacheRead, one.cacheWrite));
  return { cost: (into + maxOutput * highest((one) => one.output)) / 1_000_000, tokens };
}

function mediaTokens({ pictures, documents }: Media, context: number | null): number {
  return pictures * PICTURE + (documents > 0 ? (context ?? LARGEST_CONTEXT) : 0);
}
