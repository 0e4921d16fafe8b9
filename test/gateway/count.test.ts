import { describe, expect, it } from 'vitest';
import { countOf, NOT_CHARGED, sumOf } from '../../src/gateway/count.ts';

const SAID = { input: 100, output: 20, reasoning: 5, cacheRead: 1000, cacheWrite: 7 };

describe('the tokens of a request', () => {
  it('are what a whole answer says', () => {
    const reading = { tokens: SAID, outputBytes: 4000, complete: true, finished: false, closed: false, fault: null };
    expect(countOf(9999, reading)).toEqual({ tokens: SAID, estimated: false });
    expect(sumOf(SAID)).toBe(1132);
  });

  it('are a quarter of the bytes where nobody says, and marked', () => {
    const tokens = { ...NOT_CHARGED.tokens, input: 26, output: 11 };
    expect(
      countOf(101, { tokens: null, outputBytes: 41, complete: true, finished: false, closed: false, fault: null }),
    ).toEqual({
      tokens,
      estimated: true,
    });
    expect(countOf(101, null)).toEqual({ tokens: { ...tokens, output: 0 }, estimated: true });
  });

  it('of an answer that broke off are at least what had come of it', () => {
    const reading = { tokens: SAID, outputBytes: 400, complete: false, finished: false, closed: false, fault: null };
    expect(countOf(101, reading)).toEqual({ tokens: { ...SAID, output: 95 }, estimated: true });
    expect(countOf(101, { ...reading, outputBytes: 8 })).toEqual({ tokens: SAID, estimated: true });
  });

  it('are none for a request that was turned down', () => {
    expect([sumOf(NOT_CHARGED.tokens), NOT_CHARGED.estimated]).toEqual([0, false]);
  });
});
