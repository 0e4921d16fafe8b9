import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/finding.ts';
import { placeComments, withoutComments } from '../../../src/publish/review/place-comments.ts';
import { readDiff } from '../../../src/workspace/read-diff.ts';
import { finding } from './findings.ts';

const DIFF = readDiff(`diff --git a/src/a.ts b/src/a.ts
--- a/src/a.ts
+++ b/src/a.ts
@@ -1,3 +1,4 @@
 one
+two
 three
 four
@@ -40,3 +41,2 @@
 forty-one
-gone
 forty-two
diff --git a/old.ts b/new.ts
similarity index 90%
rename from old.ts
rename to new.ts
--- a/old.ts
+++ b/new.ts
@@ -9,2 +9,2 @@
 nine
-ten
+TEN
diff --git a/gone.ts b/gone.ts
deleted file mode 100644
--- a/gone.ts
+++ /dev/null
@@ -1,2 +0,0 @@
-a
-b
diff --git a/pic.png b/pic.png
Binary files a/pic.png and b/pic.png differ
`);

const at = (path: string | null, line: number | null): string => {
  const { inline } = placeComments([finding('F1', { path, line })], DIFF);
  return inline.map((comment) => `${comment.path}:${comment.line}`)[0] ?? 'body';
};

describe('a finding', () => {
  it.each([
    ['an added line', 'src/a.ts', 2, 'src/a.ts:2'],
    ['a line around a change', 'src/a.ts', 4, 'src/a.ts:4'],
    ['a line of a later hunk, as numbered after the change', 'src/a.ts', 42, 'src/a.ts:42'],
    ['a file that was renamed', 'new.ts', 10, 'new.ts:10'],
    ['a renamed file by its old name', 'old.ts', 10, 'new.ts:10'],
    ['a path as a shell would give it', './src/a.ts', 1, 'src/a.ts:1'],
  ])('on %s is told there', (_, path, line, place) => {
    expect(at(path, line)).toBe(place);
  });

  it.each([
    ['a line between two hunks', 'src/a.ts', 20],
    ['the line after a hunk', 'src/a.ts', 43],
    ['a line before the first', 'src/a.ts', 5],
    ['a file that is gone', 'gone.ts', 1],
    ['a file outside of the diff', 'src/b.ts', 2],
    ['a binary file', 'pic.png', 1],
    ['a file as a whole', 'src/a.ts', null],
    ['nothing in particular', null, null],
  ])('on %s is told in the body', (_, path, line) => {
    expect(at(path, line)).toBe('body');
  });

  it('that is settled is told nowhere', () => {
    const settled = [finding('F1', { resolution: 'resolved' }), finding('F2', { resolution: 'disputed' })];
    expect(placeComments(settled, DIFF)).toEqual({ inline: [], rest: [] });
  });
});

it('no more than 50 are told on lines, the gravest first', () => {
  const many = Array.from({ length: 70 }, (_, index) =>
    finding(`F${index}`, { severity: index < 60 ? 'low' : 'critical' }),
  );
  const { inline, rest } = placeComments(many, DIFF);
  expect([inline.length, rest.length]).toEqual([50, 20]);
  expect(inline.slice(0, 10).every((comment) => comment.finding.severity === 'critical')).toBe(true);
});

it('every open finding is told once, on a line of the right side or in the body, whatever it names', () => {
  const paths = constantFrom('src/a.ts', 'old.ts', 'new.ts', 'gone.ts', 'pic.png', '', '../a', null);
  const shown = new Set([
    'src/a.ts:1',
    'src/a.ts:2',
    'src/a.ts:3',
    'src/a.ts:4',
    'src/a.ts:41',
    'src/a.ts:42',
    'new.ts:9',
    'new.ts:10',
  ]);
  assert(
    property(array(paths, { maxLength: 60 }), integer({ min: 0, max: 60 }), (all, line) => {
      const findings = all.map((path, index): Finding => finding(`F${index}`, { path, line: line - (index % 3) }));
      const placed = placeComments(findings, DIFF);
      for (const comment of placed.inline) expect(shown).toContain(`${comment.path}:${comment.line}`);
      const told = [...placed.inline.map((comment) => comment.finding.id), ...placed.rest.map(({ id }) => id)];
      expect(new Set(told)).toEqual(new Set(findings.map(({ id }) => id)));
      expect(told).toHaveLength(findings.length);
      expect(withoutComments(placed).rest).toHaveLength(findings.length);
    }),
    { seed: 5, numRuns: 200 },
  );
});
