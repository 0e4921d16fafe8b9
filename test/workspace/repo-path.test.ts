import { execa } from 'execa';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRepoPath } from '../../src/workspace/repo-path.ts';
import { saying } from '../support/saying.ts';
import { scratch } from './repository.ts';

test.each([
  ['', 'is empty'],
  ['/etc/passwd', 'is absolute'],
  ['C:/x', 'is absolute'],
  ['c:x', 'is absolute'],
  ['../x', '`..`'],
  ['a/../../x', '`..`'],
  ['a//b', 'empty'],
  ['a/', 'empty'],
  ['./a', '`.`'],
  ['a/./b', '`.`'],
  ['.git/config', 'git’s own'],
  ['.GIT/config', 'git’s own'],
  ['a/.Git/hooks/post-checkout', 'git’s own'],
  ['.git./x', 'git’s own'],
  ['.git /x', 'git’s own'],
  ['.git. ./x', 'git’s own'],
  ['.g\u{200C}it/x', 'git’s own'],
  ['.g\u{206C}it/x', 'git’s own'],
  ['GIT~1/x', 'git’s own'],
  ['git~2', 'git’s own'],
  ['.git::$INDEX_ALLOCATION/x', 'git’s own'],
  ['.git:x/y', 'git’s own'],
  ['.gi\u{FEFF}t', 'nobody sees'],
  ['src/in\u{200B}dex.ts', 'nobody sees'],
  ['src/a\u{E0061}.ts', 'nobody sees'],
  ['a\\b', 'backslash'],
  ['..\\x', 'backslash'],
  ['a\nb', 'control character'],
  ['a\u{0}b', 'control character'],
  ['a\u{1B}[2Jb', 'control character'],
  ['a\u{7F}', 'control character'],
  ['a\u{85}b', 'control character'],
  ['evil\u{202E}txt.exe', 'direction'],
  ['evil\u{200F}txt.exe', 'direction'],
  ['a\u{FFFD}b', 'not valid text'],
  ['a\u{D800}b', 'not valid text'],
  [`a/${'x'.repeat(256)}`, 'too long'],
  ['é'.repeat(128), 'too long'],
  [`${'a/'.repeat(2050)}a`, 'too long'],
])('%j is no path: %s', (path, why) => {
  expect(parseRepoPath(path)).toEqual({ problem: saying(why) });
});

test.each([
  '.gitignore',
  'git',
  'a.git',
  '.github/x',
  'gitty~1x',
  'ünïcode/日本.ts',
  'with space',
  "it's",
  '.git-hooks',
  'x.git/y',
  '...',
  'a..b/c',
  'aux.c',
  '👩\u{200D}👩.png',
  'x'.repeat(255),
])('%j is a path', (path) => {
  expect(parseRepoPath(path)).toBe(path);
});

test('bytes of git are read as UTF-8, and what is none is no path', () => {
  expect(parseRepoPath(Buffer.from('ünïcode'))).toBe('ünïcode');
  expect(parseRepoPath(Buffer.from([0x61, 0xff]))).toEqual({ problem: 'is not UTF-8' });
});

const PIECES = [
  '.git',
  '.GIT',
  'git~1',
  '..',
  '.',
  '',
  '/',
  '\\',
  ':',
  ' ',
  '~1',
  '\u{200C}',
  '\u{FEFF}',
  'é',
  'a',
  'I',
  'ſ',
];
const anyPath = fc
  .oneof(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 6 }))
  .map((pieces) => pieces.join(''));

test('git itself takes every path that is parsed, with its protection for all file systems on', async () => {
  await using place = await scratch();
  const accepted: string[] = [];
  fc.assert(
    fc.property(anyPath, (text) => {
      const parsed = parseRepoPath(text);
      if (typeof parsed === 'string') accepted.push(parsed);
      else expect(parsed.problem).not.toBe('');
    }),
    { numRuns: 10_000, seed: 5 },
  );
  expect(accepted.length).toBeGreaterThan(1000);
  const git = ['-c', 'core.protectHFS=true', '-c', 'core.protectNTFS=true'];
  await execa('git', ['init', '--quiet', place.path]);
  // Each in a folder of its own, so that one does not stand below the other.
  const lines = accepted.map((path, at) => `100644 ${'1'.repeat(40)} 0\tf${at}/${path}\0`).join('');
  const options = { cwd: place.path, input: lines };
  await execa('git', [...git, 'update-index', '-z', '--add', '--index-info'], options);
  const { stdout } = await execa('git', ['ls-files', '-z'], { cwd: place.path });
  expect(stdout.split('\0').filter(Boolean).length).toBe(accepted.length);
});
