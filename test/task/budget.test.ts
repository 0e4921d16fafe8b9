import { expect, it } from 'vitest';
import { fitContext } from '../../src/task/budget.ts';
import { namedFiles } from '../../src/task/named-files.ts';

const part = (what: string, length: number) => ({
  text: 'x'.repeat(length),
  from: { what, author: 'octocat', at: null },
});

it('keeps everything that fits, in its order', () => {
  const texts = [part('issue title', 10), part('issue body', 400), part('comment', 390)];
  expect(fitContext(texts, 200)).toEqual({ texts, leftOut: [] });
});

it('cuts the body before the comment, in its middle, and says so', () => {
  const { texts, leftOut } = fitContext([part('issue body', 4000), part('comment', 1000)], 500);
  expect(texts[1]?.text).toHaveLength(1000);
  expect(texts[0]?.text).toMatch(/^x{750}\n\[… 3000 characters left out …\]\nx{250}$/);
  expect(leftOut).toEqual(['Left out for length: issue body by octocat, 3000 of 4000 characters from its middle.']);
});

it('leaves out whole what next to nothing would remain of', () => {
  const { texts, leftOut } = fitContext([part('comment', 1000), part('issue body', 4000)], 260);
  expect(texts.map(({ from }) => from.what)).toEqual(['comment']);
  expect(leftOut).toEqual(['Left out for length: issue body by octocat, all 4000 characters.']);
});

it('finds existing files by word, in backticks and in addresses, and nothing else', () => {
  const files = new Set(['src/a.ts', 'Makefile', 'my file.md', 'b.md']);
  const text = 'in ./src/a.ts:3. The Makefile `my file.md` https://github.test/o/r/blob/main/b.md#L1 c.md';
  expect(namedFiles(text, files)).toEqual(['b.md', 'my file.md', 'src/a.ts']);
  expect(namedFiles('`Makefile`', files)).toEqual(['Makefile']);
});
