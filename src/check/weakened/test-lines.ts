import type { FileDiff } from '../../workspace/read-diff.ts';
import type { TestLanguage } from './language.ts';

/** A line of a diff that says something about tests. */
export type TestLine = Readonly<{
  side: 'added' | 'removed';
  /** Line of the file as it is after the change: its own, or the one that now stands where it was. */
  line: number;
  text: string;
  /** The test that is defined there, null where none is; empty when its name stands elsewhere. */
  defines: string | null;
  skips: 'this' | 'others' | null;
}>;

/** Characters of a line that are looked at: what is longer was not written by hand. */
const LONGEST = 500;

/** Lines that were added or removed and define, skip or single out tests. */
export function testLines({ hunks }: Pick<FileDiff, 'hunks'>, language: TestLanguage): readonly TestLine[] {
  return hunks.flatMap((hunk) => {
    const lines = hunk.text.split('\n').slice(1);
    const found: TestLine[] = [];
    let line = hunk.start;
    for (const [at, marked] of lines.entries()) {
      const mark = marked.charAt(0);
      if (mark === '+' || mark === '-') {
        const side = mark === '+' ? 'added' : 'removed';
        const text = marked.slice(1, LONGEST);
        const defines = definedBy(text, { language, below: lines.slice(at + 1), mark });
        const skips = isComment(text) ? null : skippedBy(text, language);
        if (defines !== null || skips !== null)
          found.push({ side, line: Math.max(1, line), text: text.trim(), defines, skips });
      }
      if (mark === '+' || mark === ' ') line += 1;
    }
    return found;
  });
}

function definedBy(
  text: string,
  { language, below, mark }: Readonly<{ language: TestLanguage; below: readonly string[]; mark: string }>,
): string | null {
  if (language.attribute?.test(text) === true) return nameBelow(below, mark);
  for (const pattern of language.definitions) {
    const match = pattern.exec(text);
    if (match !== null) return match.groups?.['name'] ?? nameOnNextLine(below, mark);
  }
  return null;
}

/** The function that an attribute stands above: other attributes and comments may be between. */
function nameBelow(below: readonly string[], mark: string): string {
  for (const line of ownLines(below, mark).slice(0, 8)) {
    if (/^\s*(?:@|#\[|\[|\/\/|\*|\/\*)/.test(line)) continue;
    const [, name] = /(`[^`]+`|[\w$]+)\s*(?:<[^>]*>)?\s*\(/.exec(line) ?? [];
    if (name !== undefined) return name;
  }
  return '';
}

/** Formatters put a long name below the word that it belongs to. */
function nameOnNextLine(below: readonly string[], mark: string): string {
  return /^\s*(["'`])(?<name>.*)\1/.exec(ownLines(below, mark)[0] ?? '')?.groups?.['name'] ?? '';
}

/** Lines of one side of the diff: its own and those that both sides have. */
function ownLines(lines: readonly string[], mark: string): readonly string[] {
  return lines
    .slice(0, 40)
    .filter((line) => line.startsWith(mark) || line.startsWith(' '))
    .map((line) => line.slice(1, LONGEST));
}

function skippedBy(text: string, { skips, only = [] }: TestLanguage): TestLine['skips'] {
  if (skips.some((pattern) => pattern.test(text))) return 'this';
  return only.some((pattern) => pattern.test(text)) ? 'others' : null;
}

function isComment(text: string): boolean {
  return /^\s*(?:\/\/(?!go:build)|#(?!\[)|\*|\/\*|--)/.test(text);
}
