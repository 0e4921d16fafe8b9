/** Longest line that is kept: 16 MiB. One answer or one tool's result is a line. */
const LONGEST_LINE = 16 * 1024 * 1024;

const NEWLINE = 0x0a;

export type Lines = Readonly<{
  /** Takes bytes as they come, cut anywhere. */
  add: (bytes: Uint8Array) => void;
  /** Takes what has no newline after it as the last line. */
  end: () => void;
  /** Lines that were too long to be kept. */
  tooLong: () => number;
}>;

/** Puts lines together from bytes. A line longer than the limit is left out, and the next one is read as usual. */
export function createLines(onLine: (line: string) => void, limit: number = LONGEST_LINE): Lines {
  let parts: Uint8Array[] = [];
  let length = 0;
  let tooLong = 0;
  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts = [];
  };
  const finish = (): void => {
    if (length > limit) tooLong += 1;
    else if (length > 0) onLine(Buffer.concat(parts).toString('utf8'));
    [parts, length] = [[], 0];
  };
  return {
    add(bytes) {
      let rest = bytes;
      for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
        keep(rest.subarray(0, end));
        finish();
        rest = rest.subarray(end + 1);
      }
      // A copy, since whoever read the bytes may read the next ones into the same memory.
      if (rest.length > 0) keep(Uint8Array.from(rest));
    },
    end: finish,
    tooLong: () => tooLong,
  };
}
