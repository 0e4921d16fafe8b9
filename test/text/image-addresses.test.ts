import { expect, test } from 'vitest';
import { imageAddresses } from '../../src/text/image-addresses.ts';

test('images are found in the order in which a reader sees them, in every way to write them', () => {
  const text = [
    '![one](https://a.example/1.png "title") and <img width="400" alt="two" src="https://a.example/2.png?a=1&amp;b=2">',
    '',
    '- nested ![three][ref]',
    '',
    "<details><summary>x</summary>\n<IMG SRC='https://a.example/4.png' />\n</details>",
    '',
    '[![five](https://a.example/5.png)](https://b.example)',
    '',
    '[ref]: https://a.example/3.png',
  ].join('\n');
  expect(imageAddresses(text)).toEqual(
    [1, '2.png?a=1&b=2', 3, 4, 5].map((name) => `https://a.example/${name}${typeof name === 'number' ? '.png' : ''}`),
  );
});

test.each([
  ['a fence', '```\n![a](https://a.example/1.png)\n```'],
  ['a code span', '`![a](https://a.example/1.png)`'],
  ['a comment', '<!-- ![a](https://a.example/1.png) <img src="https://a.example/1.png"> -->'],
  ['a link', '[a](https://a.example/1.png)'],
  ['a tag without a source', '<img alt="x">'],
])('%s shows no image', (_, text) => {
  expect(imageAddresses(text)).toEqual([]);
});

test('text made to take long does not', () => {
  const before = performance.now();
  for (const part of ['![', '<img ', '> ', '![a](', '*_', '<!--'])
    expect(Array.isArray(imageAddresses(part.repeat(20_000)))).toBe(true);
  expect(performance.now() - before).toBeLessThan(10_000);
});
