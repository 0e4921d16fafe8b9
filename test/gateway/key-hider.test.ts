import { describe, expect, it } from 'vitest';
import { createKeyHider } from '../../src/gateway/key-hider.ts';
import { random } from '../support/provider/random.ts';

const KEY = 'sk-live-aab-aac-0123456789';
const STARS = '*'.repeat(KEY.length);

/** What comes out of these pieces, piece by piece. */
function through(keys: readonly string[], pieces: readonly Uint8Array[]): readonly string[] {
  const hider = createKeyHider(keys);
  return [...pieces.map((piece) => hider.pass(piece)), hider.rest()].map((bytes) =>
    Buffer.from(bytes).toString('latin1'),
  );
}

const text = (...pieces: readonly string[]): readonly Uint8Array[] => pieces.map((piece) => Buffer.from(piece));

describe('a key in an answer', () => {
  it('becomes as many stars, wherever the answer is cut', () => {
    const whole = `before ${KEY}${KEY} after sk-live-`;
    for (let first = 0; first <= whole.length; first += 1) {
      for (let second = first; second <= whole.length; second += 5) {
        const pieces = text(whole.slice(0, first), whole.slice(first, second), whole.slice(second));
        expect(through([KEY], pieces).join('')).toBe(`before ${STARS}${STARS} after sk-live-`);
      }
    }
  });

  it('is found among several, one of which begins another', () => {
    const longer = `${KEY}-and-more-of-it`;
    expect(through([longer, KEY], text(`${longer} ${KEY}`)).join('')).toBe(`${'*'.repeat(longer.length)} ${STARS}`);
  });

  it('keeps back nothing of an answer that could not be its beginning', () => {
    expect(through([KEY], text('data: {}\n\n', 'data: s', 'afe\n\n'))).toEqual([
      'data: {}\n\n',
      'data: ',
      'safe\n\n',
      '',
    ]);
  });

  it('that is as short as a word is left alone', () => {
    expect(through(['ollama', ''], text('ollama'))).toEqual(['ollama', '']);
  });
});

it('an answer without a key is what it was, whatever its bytes are', () => {
  const next = random(3);
  for (let sample = 0; sample < 300; sample += 1) {
    // Letters of the key alone, so that it often nearly stands there.
    const bytes = Buffer.from(Array.from({ length: next(400) }, () => KEY.charCodeAt(next(12))));
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length;) {
      const size = 1 + next(20);
      pieces.push(Buffer.from(bytes.subarray(at, at + size)));
      at += size;
    }
    expect(through([KEY], pieces).join('')).toBe(bytes.toString('latin1'));
  }
});
