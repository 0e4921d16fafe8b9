/** Takes keys out of an answer that comes in pieces. */
export type KeyHider = Readonly<{
  /** What of the answer may go on: the end of a piece that could be the beginning of a key waits for the next one. */
  pass: (piece: Uint8Array) => Uint8Array;
  /** What was still waiting when the answer ended. */
  rest: () => Uint8Array;
}>;

/** A shorter one, or one of letters alone, may be a word like `ollama`, which stands in ordinary text. */
const SHORTEST = 8;
const WORD = /^[a-z]+$/iu;

/**
 * Replaces these keys by as many stars wherever an answer holds them: providers repeat keys in what they say of them,
 * and what an answer says goes to the agent.
 */
export function createKeyHider(keys: readonly string[]): KeyHider {
  const hidden = keys
    .map((key) => Buffer.from(key))
    .filter((key) => key.byteLength >= SHORTEST && !WORD.test(key.toString()));
  let waiting = Buffer.alloc(0);
  return {
    pass(piece) {
      const bytes = Buffer.concat([waiting, piece]);
      for (const key of hidden) overwrite(bytes, key);
      const end = bytes.byteLength - Math.max(0, ...hidden.map((key) => begun(bytes, key)));
      waiting = bytes.subarray(end);
      return bytes.subarray(0, end);
    },
    rest: () => waiting,
  };
}

function overwrite(bytes: Buffer, key: Buffer): void {
  for (let at = bytes.indexOf(key); at !== -1; at = bytes.indexOf(key, at)) bytes.fill('*', at, at + key.byteLength);
}

/** Length of the longest end of the bytes that is the beginning of the key. */
function begun(bytes: Buffer, key: Buffer): number {
  let length = Math.min(bytes.byteLength, key.byteLength - 1);
  while (length > 0 && !bytes.subarray(bytes.byteLength - length).equals(key.subarray(0, length))) length -= 1;
  return length;
}
