import { expect, test } from 'vitest';
import { readNamedPaths } from '../../../src/pipeline/words/named-paths.ts';

const DIGEST = '0123456789abcdef0123456789abcdef';

test.each([
  ['.npmrc', [['.npmrc', null]]],
  [`.npmrc@${DIGEST}`, [['.npmrc', DIGEST]]],
  [
    `.npmrc@${DIGEST.toUpperCase()}  b.ts`,
    [
      ['.npmrc', DIGEST],
      ['b.ts', null],
    ],
  ],
  [
    `"with space.md"@${DIGEST} \`b c\``,
    [
      ['with space.md', DIGEST],
      ['b c', null],
    ],
  ],
  ['packages/@scope/a.json', [['packages/@scope/a.json', null]]],
  [`packages/@scope/a@${DIGEST}`, [['packages/@scope/a', DIGEST]]],
])('%s names paths and what was seen there', (text, named) => {
  expect(readNamedPaths(text)).toEqual(named.map(([path, digest]) => ({ path, digest })));
});

test.each([
  ['../x', 'component'],
  ['/etc/passwd', 'is absolute'],
  ['.git/config', 'git’s own'],
  [`.npmrc@${DIGEST.slice(0, 12)}`, 'a digest is not whole'],
  [`.npmrc@${DIGEST}00`, 'a digest is not whole'],
  ['a '.repeat(101), 'more than 100'],
])('%s is not understood', (text, problem) => {
  expect(JSON.stringify(readNamedPaths(text))).toContain(problem);
});
