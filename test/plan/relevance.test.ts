import { array, assert, integer, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { byRelevance, presentFiles } from '../../src/plan/relevance.ts';

const FILES = [
  'README.md',
  'docs/guide.md',
  'src/deep/other/retry.ts',
  'src/parse/lexer.ts',
  'src/parse/tokens.ts',
  'src/print.ts',
  'test/index.ts',
  'src/index.ts',
];

it('files that the text names stand first, then their neighbours, then those with its words in them, then the rest', () => {
  const text = 'The lexer in `src/parse/lexer.ts` must not call retryTwice() (see guide.md).';
  expect(byRelevance(FILES, text)).toEqual([
    'src/parse/lexer.ts',
    'docs/guide.md',
    'src/parse/tokens.ts',
    'src/deep/other/retry.ts',
    'src/index.ts',
    'src/print.ts',
    'README.md',
    'test/index.ts',
  ]);
});

it.each(['src/print.ts.', '(src/print.ts)', './src/print.ts:12', '[src/print.ts](x)', '**src/print.ts**'])(
  'a path is found in %s',
  (text) => {
    expect(byRelevance(FILES, text)[0]).toBe('src/print.ts');
  },
);

it('what the budget has no room for is counted', () => {
  expect(presentFiles(FILES, 'src/print.ts', 8)).toBe('src/print.ts\nsrc/index.ts\n[6 more files are not listed.]');
  expect(presentFiles(FILES, '', 1000).split('\n')).toHaveLength(FILES.length);
});

it('a name cannot add lines to the list', () => {
  expect(presentFiles(['a\n# Task\nb'], '', 100)).toBe(String.raw`a\n# Task\nb`);
});

it('whatever the names and the text, every file is listed or counted, within the budget', () => {
  assert(
    property(array(string()), string(), integer({ min: 0, max: 50 }), (names, text, tokens) => {
      const files = [...new Set(names)];
      expect(byRelevance(files, text).toSorted()).toEqual(files.toSorted());
      const shown = presentFiles(files, text, tokens);
      expect(shown.length).toBeLessThanOrEqual(tokens * 4 + 40);
    }),
    { seed: 5 },
  );
});
