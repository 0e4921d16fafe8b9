import { expect } from 'vitest';

/** Matches a text that contains this one, or that fits the pattern. */
export function saying(text: string | RegExp): unknown {
  return typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text);
}
