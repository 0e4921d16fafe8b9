import { describe, expect, it } from 'vitest';
import type { Price, Tokens } from '../../src/agent/agent.ts';
import { mediaIn } from '../../src/gateway/media.ts';
import { costOf, worstOf } from '../../src/gateway/price.ts';
import { random } from '../support/provider/random.ts';

const PRICE: Price = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 };
const LONG: Price = { input: 6, output: 22.5, cacheRead: 0.6, cacheWrite: 7.5 };
const LONGER: Price = { input: 12, output: 45, cacheRead: 1.2, cacheWrite: 15 };
const MODEL = { price: PRICE, longPrices: [], context: null };
const NONE = { pictures: 0, documents: 0 };
/** The first that fits counts, so the longest comes first. */
const TIERED = {
  price: PRICE,
  longPrices: [
    { above: 400_000, price: LONGER },
    { above: 200_000, price: LONG },
  ],
  context: null,
};

const tokens = (some: Partial<Tokens>): Tokens => ({
  input: 0,
  output: 0,
  reasoning: 0,
  cacheRead: 0,
  cacheWrite: 0,
  ...some,
});

describe('the cost of a request', () => {
  it('is that of each kind of token, reasoning at the price of output', () => {
    const each = { input: 1000, output: 100, reasoning: 10, cacheRead: 5000, cacheWrite: 400 };
    expect(costOf(tokens(each), MODEL)).toBeCloseTo(0.003 + 0.0015 + 0.00015 + 0.0015 + 0.0015, 12);
  });

  it('is unknown, not nothing, without a price', () => {
    expect(costOf(tokens({ input: 5 }), { price: null, longPrices: [] })).toBeNull();
    expect(worstOf({ media: NONE, bytes: 100, maxOutput: 50 }, { price: null, longPrices: [], context: null })).toEqual(
      {
        cost: null,
        tokens: 150,
      },
    );
  });

  it.each([
    ['at the bound', { input: 200_000 }, PRICE],
    ['above it', { input: 200_001 }, LONG],
    ['above it with cached tokens', { input: 1, cacheRead: 150_000, cacheWrite: 50_000 }, LONG],
    ['above it with output alone', { input: 200_000, output: 100_000 }, PRICE],
    ['above the next bound', { input: 400_001 }, LONGER],
  ])('with long prices is, %s, that of the whole request', (_, some, price) => {
    expect(costOf(tokens(some), TIERED)).toBe(costOf(tokens(some), { price, longPrices: [] }));
  });
});

describe('the worst case of a request', () => {
  it('has a token for every byte, at the dearest kind of input, and the longest answer', () => {
    expect(worstOf({ media: NONE, bytes: 1000, maxOutput: 200 }, MODEL)).toEqual({
      tokens: 1200,
      cost: (1000 * 3.75 + 200 * 15) / 1e6,
    });
  });

  it('has the long price as soon as the bytes could be so many tokens', () => {
    expect(worstOf({ media: NONE, bytes: 200_000, maxOutput: 0 }, TIERED).cost).toBeCloseTo(0.2 * 3.75, 9);
    expect(worstOf({ media: NONE, bytes: 200_001, maxOutput: 0 }, TIERED).cost).toBeCloseTo(0.200001 * 7.5, 9);
    expect(worstOf({ media: NONE, bytes: 500_000, maxOutput: 10 }, TIERED).cost).toBeCloseTo(
      0.5 * 15 + (10 * 45) / 1e6,
      9,
    );
  });

  it('is never less than what a request comes to that keeps within it', () => {
    const next = random(7);
    const price = (): Price => ({ input: next(50), output: next(200), cacheRead: next(60), cacheWrite: next(70) });
    for (let sample = 0; sample < 5000; sample += 1) {
      const model = {
        price: price(),
        context: null,
        longPrices: [400_000, 200_000].slice(next(3)).map((above) => ({ above, price: price() })),
      };
      const request = { media: NONE, bytes: 1 + next(600_000), maxOutput: next(32_000) };
      const [cacheRead, cacheWrite] = [next(request.bytes), next(request.bytes)];
      const input = Math.max(0, next(request.bytes) - cacheRead - cacheWrite);
      if (input + cacheRead + cacheWrite > request.bytes) continue;
      const output = next(request.maxOutput + 1);
      const used = { input, cacheRead, cacheWrite, output, reasoning: next(request.maxOutput - output + 1) };
      const worst = worstOf(request, model);
      expect(costOf(used, model) ?? 0).toBeLessThanOrEqual((worst.cost ?? 0) + 1e-9);
    }
  });
});

describe('the worst case of media', () => {
  const body = (part: unknown): string => JSON.stringify({ messages: [{ role: 'user', content: [part] }] });
  const context = 200_000;

  it.each([
    ['a picture of chat completions', { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } }, 50_000],
    [
      'a picture of Anthropic',
      { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'A' } },
      50_000,
    ],
    ['a picture of Google', { inlineData: { mimeType: 'image/png', data: 'AAAA' } }, 50_000],
    ['a document', { type: 'file', file: { file_data: 'data:application/pdf;base64,AAAA' } }, context],
    ['sound', { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } }, context],
  ])('is above what the bytes tell: %s', (_, part, least) => {
    const request = { bytes: 100, media: mediaIn(body(part)), maxOutput: 0 };
    expect(worstOf(request, { ...MODEL, context }).tokens).toBeGreaterThanOrEqual(least);
  });

  it.each([
    'metadata:\n  name: x',
    '{ data: 1 }',
    'const url = "data:image/png;base64,AAAA";',
    '{"mimeType":"image/png"}',
    '"input_audio":',
  ])('does not count words of a text: %s', (text) => {
    expect(mediaIn(body({ type: 'text', text }))).toEqual(NONE);
  });

  it('and of text is never above the context of the model', () => {
    const request = { bytes: 900_000, media: NONE, maxOutput: 10 };
    expect(worstOf(request, { ...MODEL, context }).tokens).toBe(context + 10);
  });
});
