import { tailOf } from './output.ts';

/** At most 4 KiB. */
const LIMIT = 4 * 1024;

/** First lines of failures, most telling first: of the first pattern that matches, every match counts. */
const STARTS: readonly RegExp[] = [
  // node:test (spec reporter), its closing list of failures
  /^✖ failing tests:$/u,
  // vitest and jest
  /^\s*(?:FAIL {1,2}\S|● )/u,
  // pytest: `____ test_name ____`, then its summary
  /^_{3,} .+ _{3,}$/,
  /^(?:FAILED|ERROR) \S+/,
  // go
  /^\s*--- FAIL:/,
  // cargo
  /^---- .+ stdout ----$/,
  // node:test (TAP), mocha, rspec, unittest, phpunit, mix
  /^\s*not ok \d+/,
  /^\s+\d+\) .+/,
  /^(?:FAIL|ERROR): \S+/,
  // JUnit under Maven and Gradle
  /^\[ERROR\] .+(?:FAILURE|ERROR)!|\bFAILED$/,
  // compilers and linters: a place and a word
  /^\S+[:(]\d+[:,]\d+\)?:?.*\b(?:error|Error)\b/,
  /^error(?:\[\w+\])?[: ]/i,
  // whatever throws
  /^\s*(?:\w+\.)*(?:\w*Error|Exception|AssertionError|Traceback|panic)\b/,
];

/** Lines shown before a start, for the command or the file that it belongs to. */
const BEFORE = 2;

/** The part of a failed check's output that tells what failed: from the first failures on, else its end. */
export function failingPart(output: string): string {
  const lines = output.split('\n');
  for (const start of STARTS) {
    const first = lines.findIndex((line) => start.test(line));
    if (first !== -1)
      return headOf(
        lines
          .slice(Math.max(0, first - BEFORE))
          .join('\n')
          .trim(),
      );
  }
  return tailOf(output.trim(), LIMIT);
}

/** Failures come first and summaries last; both matter more than what is between. */
function headOf(text: string): string {
  if (Buffer.byteLength(text) <= LIMIT) return text;
  const end = tailOf(text, LIMIT / 4);
  const note = '\n[…]\n';
  const room = LIMIT - Buffer.byteLength(end) - Buffer.byteLength(note);
  const start = Buffer.from(text)
    .subarray(0, room)
    .toString()
    .replace(/\uFFFD+$/, '');
  const lineEnd = start.lastIndexOf('\n');
  return `${lineEnd > room / 2 ? start.slice(0, lineEnd) : start}${note}${end}`;
}
