import type { ReviewFile } from '../../../src/review/batches/batch.ts';
import { readDiff } from '../../../src/workspace/read-diff.ts';

/** A diff of one file as git writes it, with a hunk for each list of lines (with their marks). */
export function diffOf(path: string, ...hunks: readonly (readonly string[])[]): string {
  let start = 1;
  const texts = hunks.map((lines) => {
    const [old, fresh] = ['-', '+'].map(
      (mark) => lines.filter((line) => line.startsWith(mark) || line.startsWith(' ')).length,
    );
    const text = `@@ -${start},${old} +${start},${fresh} @@\n${lines.join('\n')}\n`;
    start += 100 + lines.length;
    return text;
  });
  return `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n${texts.join('')}`;
}

export function filesOf(diff: string, rest: Partial<ReviewFile> = {}): readonly ReviewFile[] {
  return readDiff(diff).map((file) => ({ ...file, generated: null, opening: '', ...rest }));
}

/** One changed file with so many added lines of that length. */
export function changed(path: string, lines = 3, rest: Partial<ReviewFile> & { line?: string } = {}): ReviewFile {
  const { line = `+const ${'x'.repeat(20)} = 1;`, ...more } = rest;
  const [file] = filesOf(
    diffOf(
      path,
      Array.from({ length: lines }, () => line),
    ),
    more,
  );
  if (file === undefined) throw new Error(`no diff of ${path}`);
  return file;
}
