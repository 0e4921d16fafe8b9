import { describe, expect, it } from 'vitest';
import { quiet } from '../../../src/gateway/protocol/quiet.ts';

const seen = (text: string): string => text.replaceAll('\u2060', '');

describe('an error in quiet words', () => {
  it.each([
    'The budget of $500 is used.',
    'Model gpt-4290 is not allowed.',
    'Rate limit: too many requests, resource exhausted.',
    'The service is temporarily unavailable, try again later.',
    'fetch failed: socket hang up (ECONNRESET), connection refused',
    'The prompt is too long: it exceeds the limit of 5 tokens of the context window.',
  ])('reads as it was written and holds nothing to ask again for: %s', (message) => {
    expect(seen(quiet(message))).toBe(message);
    expect(quiet(message)).not.toMatch(
      /429|500|502|503|504|524|rate limit|too many|exhausted|unavailable|fetch failed|socket|ECONNRESET|refused\b.*connection refused|too long|exceeds the limit|try again|context window/iu,
    );
  });

  it('is left alone where it holds none of it', () => {
    const message = 'The budget of $2.00 for this run is used up.';
    expect(quiet(message)).toBe(message);
  });
});
