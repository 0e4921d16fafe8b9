import { expect, test } from 'vitest';
import { parseCommand } from '../../src/trigger/command.ts';
import { saying } from '../support/saying.ts';

const PHRASES = ['/opencode', '/oc'];
const parse = (text: string) => parseCommand(text, PHRASES);

test.each([
  ['a word that begins like it', '/octokit is a library'],
  ['a longer word', '/opencoded'],
  ['another letter case', '/OpenCode fix'],
  ['a sign behind it', '/opencode: fix this'],
  ['an address', 'https://example.test/opencode fix'],
  ['an address that begins like it', '/opencode/docs'],
  ['a later word', 'please /opencode fix'],
  ['a quoted line', '> /opencode fix'],
  ['a quoted line before it', '> /opencode fix\n\nwhat a nice command'],
  ['a fenced block', '```\n/opencode fix\n```'],
  ['a code span', '`/opencode fix`'],
  ['indented code', '    /opencode fix'],
  ['indented code after blank lines', '\n\n    /opencode fix'],
  ['code indented by a tab', '\t/opencode fix'],
  ['code indented by a space and a tab', ' \t/opencode fix'],
  ['an HTML comment before it', '<!-- hello -->\n/opencode fix'],
  ['a list', '- /opencode fix'],
  ['an invisible character before it', '\u200B/opencode fix'],
  ['a bold word', '**/opencode** fix'],
  ['an empty text', ''],
  ['blanks alone', ' \n\t\n '],
])('%s is no command', (_, text) => {
  expect(parse(text)).toEqual({ kind: 'none' });
});

test.each([
  ['the phrase alone', '/opencode', null],
  ['the other phrase', '/oc', null],
  ['fix', '/opencode fix', null],
  ['fix in capitals', '/oc FIX', null],
  ['fix with an instruction', '/opencode fix the parser', 'the parser'],
  ['an instruction without fix', '/opencode the parser is wrong', 'the parser is wrong'],
  ['a body of many lines', '/oc fix\n\nThe parser\n\n- first\n- second\n', 'The parser\n\n- first\n- second'],
  ['lines that end as on Windows', '/oc\r\nfix the\r\nparser', 'the\r\nparser'],
  ['a few spaces before it', '\n  /oc fix it', 'it'],
  ['a word that only begins like a command', '/oc fixture loading fails', 'fixture loading fails'],
  ['a command word further on', '/oc fix review comments', 'review comments'],
  ['dashes further on', '/oc fix `npm test -- --watch`', '`npm test -- --watch`'],
  ['a quote in the body', '/oc fix\n> as said', '> as said'],
])('%s is a command to fix', (_, text, instruction) => {
  expect(parse(text)).toEqual({ kind: 'fix', instruction, options: {} });
});

test('options come before the instruction, before or after the command, with a space or an equals sign', () => {
  const options = { model: 'anthropic/claude', maxFixRounds: 0 };
  const expected = { kind: 'fix', instruction: 'the parser --now', options };
  expect(parse('/oc fix --model anthropic/claude --max-fix-rounds 0 the parser --now')).toEqual(expected);
  expect(parse('/oc --model=anthropic/claude fix --max-fix-rounds=0\nthe parser --now')).toEqual(expected);
});

test.each(['-1', '1.5', 'three', '', '99999999999', '0x10'])(
  'a number of rounds that is %o is declined by name',
  (value) => {
    const command = parse(`/oc fix --max-fix-rounds ${value}`);
    if (command.kind !== 'declined') throw new Error('not declined');
    expect(command.reason).toContain('--max-fix-rounds');
    expect(command.reason).toContain('whole number');
    expect(command.reason).toContain(value === '' ? 'none was given' : value);
  },
);

test('an unknown option is declined with the valid ones', () => {
  const command = parse('/oc fix --max-token 3 the parser');
  if (command.kind !== 'declined') throw new Error('not declined');
  expect(command.reason).toMatch(/`--max-token`.*`--model PROVIDER\/MODEL`.*`--max-fix-rounds N`/);
});

test('an option without its value is declined', () => {
  expect(parse('/oc --model --max-fix-rounds 3')).toMatchObject({ kind: 'declined', reason: saying('needs a value') });
});

test('a reply repeats nothing that could act in Markdown', () => {
  const command = parse('/oc --`@octocat`![x](y) fix');
  if (command.kind !== 'declined') throw new Error('not declined');
  expect(command.reason).not.toMatch(/@octocat|!\[/);
});

test.each([
  'auto',
  'task',
  'plan',
  'review',
  'ask',
  'search',
  'explain',
  'approve',
  'retry',
  'accept',
  'abandon',
  'stop',
  'help',
  'Stop',
])('the command %s is declined with the one that works', (word) => {
  for (const text of [`/opencode ${word}`, `/opencode\n${word} this`]) {
    const command = parse(text);
    if (command.kind !== 'declined') throw new Error('not declined');
    expect(command.reason).toContain('`/opencode fix`');
  }
});

test('a long run of blanks is read quickly', () => {
  const started = Date.now();
  parse(`${' \n'.repeat(30_000)} x`);
  parse(' '.repeat(60_000));
  expect(Date.now() - started).toBeLessThan(500);
});
