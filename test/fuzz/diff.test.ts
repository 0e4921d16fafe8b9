import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDiff } from '../../src/workspace/read-diff.ts';

const RUNS = { numRuns: 10_000, seed: 5 } as const;

/** Lines that mean something in a diff, where they stand or where they do not. */
const LINE = fc.oneof(
  fc.constantFrom(
    'diff --git a/x b/x',
    'diff --git "a/\\303\\244" "b/\\303\\244"',
    'diff --git',
    'index 1..2 100644',
    'new file mode 120000',
    'deleted file mode 100644',
    'rename from x',
    'rename to y',
    'Binary files a/x and b/x differ',
    '--- a/x',
    '+++ b/x',
    '--- /dev/null',
    '@@ -1 +1 @@',
    '@@ -0,0 +1,3 @@',
    '@@ -1,99999999999999999999 +1,2 @@',
    '@@ -1,2 +1,2',
    '\\ No newline at end of file',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `+${text}`),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `-${text}`),
  fc.string({ maxLength: 20 }),
);

test('any text is read without an error, twice as the same, and nothing is told that is not in it', () => {
  fc.assert(
    fc.property(fc.array(LINE, { maxLength: 30 }), (lines) => {
      const diff = lines.join('\n');
      const files = readDiff(diff);
      expect(readDiff(diff)).toEqual(files);
      for (const { hunks, added, removed } of files) {
        expect(Math.min(added, removed)).toBeGreaterThanOrEqual(0);
        for (const hunk of hunks) {
          expect(Number.isSafeInteger(hunk.start) && Number.isSafeInteger(hunk.length)).toBe(true);
          expect(`${diff}\n`).toContain(hunk.text);
        }
      }
    }),
    RUNS,
  );
});

test('what a file holds is its content, however much it looks like a diff', () => {
  const content = fc.array(
    LINE.map((line) => line.replaceAll('\n', ' ')),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(fc.array(content, { minLength: 1, maxLength: 4 }), (contents) => {
      const diff = contents.map((lines, at) => newFile(`file-${at}`, lines)).join('');
      const files = readDiff(diff);
      expect(files.map(({ path }) => path)).toEqual(contents.map((_, at) => `file-${at}`));
      expect(files.map(({ added, removed }) => [added, removed])).toEqual(contents.map((lines) => [lines.length, 0]));
    }),
    RUNS,
  );
});

function newFile(path: string, lines: readonly string[]): string {
  const head = [`diff --git a/${path} b/${path}`, 'new file mode 100644', '--- /dev/null', `+++ b/${path}`];
  return [...head, `@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`), ''].join('\n');
}
