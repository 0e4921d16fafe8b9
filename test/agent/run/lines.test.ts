import { describe, expect, it } from 'vitest';
import { createLines } from '../../../src/agent/opencode/run/lines.ts';

const TEXT = 'first ü😀\n\n{"second":"\u2028"}\r\nlast without an end';
const LINES = ['first ü😀', '{"second":"\u2028"}\r', 'last without an end'];

function read(chunks: readonly Uint8Array[], limit?: number) {
  const lines: string[] = [];
  const reader = createLines((line) => lines.push(line), limit);
  // Readers use their memory again.
  for (const chunk of chunks) {
    const shared = Buffer.from(chunk);
    reader.add(shared);
    shared.fill(0);
  }
  reader.end();
  return { lines, tooLong: reader.tooLong() };
}

describe('lines', () => {
  it.each([1, 2, 3, 7, 1000])('are the same when they come %i bytes at a time', (size) => {
    const bytes = Buffer.from(TEXT);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    expect(read(chunks)).toEqual({ lines: LINES, tooLong: 0 });
  });

  it('that are too long are left out and counted, and the next one is read', () => {
    const chunks = ['12345', '678\n1234567', '\nnext\n', '123456789'].map((text) => Buffer.from(text));
    expect(read(chunks, 7)).toEqual({ lines: ['1234567', 'next'], tooLong: 2 });
  });

  it('with broken bytes are read as far as they go', () => {
    expect(read([Uint8Array.from([0x61, 0xff, 0x62, 0x0a])]).lines).toEqual(['a\uFFFDb']);
  });
});
