import { tailOf } from './output.ts';

/** At most 4 KiB. */
const LIMIT = 4 * 1024;

/** The first line of a failure; `owner` is what stands before it and belongs to it, such as the name of the file. */
type Start = Readonly<{ line: RegExp; owner?: RegExp }>;

/** Most telling first: of the first pattern that matches, every match counts. */
const STARTS: readonly Start[] = [
  // node:test (spec reporter), its closing list of failures
  { line: /^✖ failing tests:$/u },
  // vitest and jest
  { line: /^\s*(?:FAIL {1,2}\S|● )/u },
  // pytest: `____ test_name ____`, then its summary
  { line: /^_{3,} .+ _{3,}$/ },
  { line: /^(?:FAILED|ERROR) \S+/ },
  // go, which prints what a test said above its name when it is asked for more words
  { line: /^\s*--- FAIL:/, owner: /^=== RUN\s/ },
  // cargo
  { line: /^---- .+ stdout ----$/ },
  // node:test (TAP), mocha, rspec, unittest, phpunit, mix
  { line: /^\s*not ok \d+/ },
  { line: /^\s*\d+\) \S/ },
  { line: /^(?:FAIL|ERROR): \S+/ },
  // JUnit under Maven and Gradle
  { line: /^\[ERROR\] .+(?:FAILURE|ERROR)!|\bFAILED$/ },
  { line: /^\[ERROR\] (?:COMPILATION ERROR|\S+\.\w+:\[\d)/ },
  // dotnet test, GoogleTest, dart
  { line: /^\s+Failed \S.* \[[<\d]|\[FAIL\]$|^\S+:\d+: Failure$|^\d\d:\d\d .* \[E\]$/ },
  // compilers and linters: a place and a word
  { line: /^\S+[:(]\d+[:,]\d+\)?:?.*\b(?:error|Error)\b|^\S+:\d+: (?:fatal )?error\b/ },
  { line: /^\s+\d+:\d+\s+error\b/, owner: /^\S/ },
  { line: /^\S+\.go:\d+:\d+: /, owner: /^# / },
  { line: /^error(?:\[\w+\])?[: ]/i },
  // whatever throws
  { line: /^\s*(?:\w+\.)*(?:\w*Error|Exception|AssertionError|Traceback|panic)\b/ },
];

/** Lines shown before a start, for the command or the file that it belongs to. */
const BEFORE = 2;
/** Lines in which an owner is looked for. */
const OWNED = 60;

/** Frames of a stack that are nobody's own code: of Node, of test runners, of language runtimes. */
const FOREIGN_FRAME =
  /^\s+(?:at )?.*\(node:\w|^\s+(?:at|❯) .*(?:\bnode:|\/node_modules\/)|^\s+at (?:java\.|jdk\.|sun\.|org\.junit\.|org\.apache\.maven\.|org\.gradle\.)|^\s+(?:at (?:async )?)?.*\/site-packages\/.*:\d+:|^\s+\d+: (?:core|std|alloc|test|__rustc|rust_begin_unwind|<fn\(\)|<alloc|<core|<std)\b|^\s+at \/rustc\//;

/** What a report says of tests that pass, and of how to run a build tool. */
const PASSING =
  /^\s*(?:[✓✔√] |ok \d+\b|--- PASS:|PASS\b|PASSED\b)|^test .* \.\.\. ok$|^\[INFO\]|^\[ERROR\]\s*(?:$|-> \[Help|To see the full stack|Re-run Maven|For more information|\[Help)/u;

/** The part of a failed check's output that tells what failed: from the first failures on, else its end. */
export function failingPart(output: string): string {
  const lines = withoutConsole(output.split('\n')).filter((line) => !FOREIGN_FRAME.test(line) && !PASSING.test(line));
  for (const { line: start, owner } of STARTS) {
    const first = lines.findIndex((line) => start.test(line));
    if (first === -1) continue;
    const from = owner === undefined ? -1 : lines.findLastIndex((line, at) => at < first && owner.test(line));
    const begin = from !== -1 && first - from <= OWNED ? from : Math.max(0, first - BEFORE);
    return headOf(lines.slice(begin).join('\n').trim());
  }
  return tailOf(output.trim(), LIMIT);
}

/** Jest prints what tests wrote to the console under a heading that looks like a failure's. */
function withoutConsole(lines: readonly string[]): readonly string[] {
  let inside = false;
  return lines.filter((line) => {
    if (/^\s*● Console$/u.test(line)) inside = true;
    else if (/^(?:PASS|FAIL) |^\s*● |^Tests?(?: Suites)?:/u.test(line)) inside = false;
    return !inside;
  });
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
