import { describe, expect, test } from 'vitest';
import { logLines, neutralise, plainLine, shorten } from '../../src/text/neutral.ts';

const Z = '\u200B';

describe('in a title or commit message', () => {
  test.each([
    ['a mention', 'thanks @octocat and @acme/team', `thanks @${Z}octocat and @${Z}acme/team`],
    ['a reference', 'see #12, acme/x#3 and GH-4', `see #${Z}12, acme/x#${Z}3 and GH-${Z}4`],
    [
      'a closing keyword with an address',
      'fixes https://github.com/a/b/issues/1',
      `fixes https://${Z}github.com/a/b/issues/${Z}1`,
    ],
    ['a command', '/opencode fix', `${Z}/opencode fix`],
    [
      'skipped checks',
      'x [skip ci] [ci skip] [no ci] [skip actions] [actions skip]',
      `x [${Z}skip ci] [${Z}ci skip] [${Z}no ci] [${Z}skip actions] [${Z}actions skip]`,
    ],
    ['a trailer', 'Co-authored-by: x <x@y.z>', `Co-authored-by${Z}: x <x@${Z}y.z>`],
    ['a marker', '<!-- patchwright:{} -->', `<!--${Z} patchwright:{} -->`],
  ])('%s is broken up', (_, text, safe) => {
    expect(neutralise(text, 'plain')).toBe(safe);
  });

  test('everything is one line of bounded length', () => {
    expect(plainLine('a\r\nb\n\nCo-authored-by: x')).toBe('a b Co-authored-by: x');
    expect(plainLine('word '.repeat(100), 50).length).toBeLessThanOrEqual(50);
  });
});

describe('in code', () => {
  test.each([
    ['closing keywords', 'fixes #12, Closes: acme/x#3', `fixes #${Z}12, Closes: acme/x#${Z}3`],
    ['skipped checks', '[skip ci]', `[${Z}skip ci]`],
    ['markers', '<!-- patchwright:{"version":1} -->', `<!--${Z} patchwright:{"version":1} -->`],
  ])('%s are broken up', (_, text, safe) => {
    expect(neutralise(text, 'code')).toBe(safe);
  });

  test.each(['npm i @types/node', '@Override', 'git log #12', '::before', '/usr/bin/env'])(
    '%s stays as it is',
    (text) => {
      expect(neutralise(text, 'code')).toBe(text);
    },
  );
});

describe('in a log', () => {
  test.each([
    ['a command', '::set-output name=a::b', `:${Z}:set-output name=a::b`],
    ['an indented one', '\u00A0 ::error::x', `\u00A0 :${Z}:error::x`],
    ['an old one', 'x ##[group]y', `x ##${Z}[group]y`],
    ['one after a carriage return', 'x\r::error::y', `x‹U+000D›:${Z}:error::y`],
    ['one in colours', '\u001B[31m::error::y', `‹U+001B›[31m:${Z}:error::y`],
  ])('%s is broken up', (_, text, safe) => {
    expect(neutralise(text, 'log')).toBe(safe);
  });

  test('each line is its own', () => {
    expect(logLines('a\r\n::add-mask::b')).toEqual(['a', `:${Z}:add-mask::b`]);
  });
});

test('a cut falls at a word and never inside a character', () => {
  expect(shorten('one two three', 9)).toBe('one two…');
  expect(shorten('👍👍👍', 4)).toBe('👍…');
  expect(shorten('short', 5)).toBe('short');
});
