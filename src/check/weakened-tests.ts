import type { ChangedFile } from '../workspace/change.ts';
import { readDiff, type FileDiff } from '../workspace/read-diff.ts';
import { isTestFile, testLanguageOf } from './weakened/languages.ts';
import { lostDefinitions, type Definition } from './weakened/lost.ts';
import { testLines, type TestLine } from './weakened/test-lines.ts';

/** A test that is weaker after the change than before it. What it quotes of the change is text from outside. */
export type WeakenedTest = Readonly<{
  path: string;
  /** Line of the file as it is after the change, null for a file that is gone. */
  line: number | null;
  /** What became of it, in a sentence without a place. */
  what: string;
}>;

/** Told at most; of more the number is. */
const TOLD = 20;

/**
 * Tests that the change deletes, skips, or silences by singling out others, by the conventions of each ecosystem. That may
 * well be right, which is why it is pointed out and no more. `diff` is the unified diff of the whole change.
 */
export function findWeakenedTests({
  files,
  diff,
}: Readonly<{ files: readonly ChangedFile[]; diff: string }>): readonly WeakenedTest[] {
  const read = readDiff(diff).flatMap((file): ReadFile[] => {
    const language = testLanguageOf(file.previous ?? file.path) ?? testLanguageOf(file.path);
    return language === null ? [] : [{ file, lines: testLines(file, language) }];
  });
  const lost = lostDefinitions(definitions(read, 'removed'), definitions(read, 'added'));
  const deleted: readonly string[] = files.flatMap((file) => (isGone(file, files) ? [file.path] : []));
  const skipsBefore = read.flatMap(({ lines }) => lines.filter(({ side }) => side === 'removed'));
  return [
    ...deleted.flatMap((path) => deletedFile(path, { read, lost })),
    ...read.flatMap(({ file, lines }) => [
      ...movedAway(file),
      ...(deleted.includes(file.path) ? [] : removedTests(file.path, lost)),
      ...skippedTests(file.path, lines, skipsBefore),
    ]),
  ];
}

/** One sentence each, with the place in front: `test/a.test.ts:12: …`. */
export function describeWeakenedTests(weakened: readonly WeakenedTest[]): readonly string[] {
  const told = weakened
    .slice(0, TOLD)
    .map(({ path, line, what }) => `${path}${line === null ? '' : `:${line}`}: ${what}`);
  const more = weakened.length - told.length;
  return more > 0 ? [...told, `And ${more} more tests that the change deletes or skips.`] : told;
}

type ReadFile = Readonly<{ file: FileDiff; lines: readonly TestLine[] }>;

function definitions(read: readonly ReadFile[], side: TestLine['side']): readonly Definition[] {
  return read.flatMap(({ file, lines }) =>
    lines.filter((line) => line.side === side && line.defines !== null).map((line) => ({ path: file.path, line })),
  );
}

/** A file that was moved is not gone. */
function isGone(file: ChangedFile, files: readonly ChangedFile[]): boolean {
  return file.status === 'deleted' && !files.some((one) => one.status === 'added' && one.renamedFrom === file.path);
}

/** A test file that is gone, and whose tests stand nowhere else now. */
function deletedFile(
  path: string,
  { read, lost }: Readonly<{ read: readonly ReadFile[]; lost: readonly Definition[] }>,
): readonly WeakenedTest[] {
  const lines = read.find(({ file }) => file.path === path)?.lines ?? [];
  const had = lines.some(({ defines }) => defines !== null);
  const count = lost.filter((definition) => definition.path === path).length;
  // In a folder of tests, a file without any test may be a support file; its own name tells.
  const isTest = had ? count > 0 : isTestFile(path) && /test|spec/i.test(path.slice(path.lastIndexOf('/') + 1));
  if (!isTest) return [];
  const tests = had ? `, with ${count} ${count === 1 ? 'test' : 'tests'} in it` : '';
  return [{ path, line: null, what: `the test file was deleted${tests}.` }];
}

/** A test file that was moved to where its runner does not look for tests. */
function movedAway({ previous, path }: FileDiff): readonly WeakenedTest[] {
  if (previous === null || !isTestFile(previous) || isTestFile(path)) return [];
  return [{ path, line: null, what: `the test file ${previous} was moved to where it is no test any more.` }];
}

/** Definitions that are gone from a file that is still there. */
function removedTests(path: string, lost: readonly Definition[]): readonly WeakenedTest[] {
  return lost
    .filter((definition) => definition.path === path)
    .map(({ line: { line, defines } }) => ({
      path,
      line,
      what: `${defines === null || defines === '' ? 'a test' : `the test “${cut(defines)}”`} was removed.`,
    }));
}

/** Skips that were not there before, in whichever file. */
function skippedTests(path: string, lines: readonly TestLine[], before: readonly TestLine[]): readonly WeakenedTest[] {
  return lines.flatMap(({ side, line, text, skips }) => {
    if (side !== 'added' || skips === null) return [];
    if (before.some((one) => one.skips === skips && one.text === text)) return [];
    const quoted = `“${cut(text)}”`;
    const what =
      skips === 'this' ? `a test is skipped now: ${quoted}.` : `every other test is left out now: ${quoted}.`;
    return [{ path, line, what }];
  });
}

function cut(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}
