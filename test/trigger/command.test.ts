import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCommand } from '../../src/trigger/command.ts';
import { COMMANDS } from '../../src/trigger/trigger.ts';
import { VOCABULARY } from '../../src/trigger/vocabulary.ts';
import { saying } from '../support/saying.ts';

const PHRASES = ['/opencode', '/oc'];
const parse = (text: string) => parseCommand(text, PHRASES);

function reasonOf(text: string): string {
  const command = parse(text);
  if (command.kind !== 'declined') throw new Error(`not declined: ${JSON.stringify(command)}`);
  return command.reason;
}

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
  ['fix with a colon', '/oc fix: the parser', 'the parser'],
  ['dashes after two dashes alone', '/oc fix -- --watch is ignored', '--watch is ignored'],
  ['a long dash before a word', '/oc fix —please', '—please'],
])('%s is a command to fix', (_, text, instruction) => {
  expect(parse(text)).toEqual({ kind: 'command', command: 'fix', instruction, options: {} });
});

test.each(COMMANDS)('%s is read by its name and its aliases, in any letter case', (command) => {
  for (const word of [command, ...VOCABULARY[command].aliases, command.toUpperCase(), `${command}!`]) {
    expect(parse(`/oc ${word}`)).toEqual({ kind: 'command', command, instruction: null, options: {} });
  }
});

test.each([
  ['task', 'auto'],
  ['search', 'ask'],
  ['explain', 'ask'],
])('%s is another word for %s', (word, command) => {
  expect(parse(`/opencode ${word} the parser\nand more`)).toMatchObject({
    command,
    instruction: 'the parser\nand more',
  });
});

test('options come before the instruction, before or after the command, with a space or an equals sign', () => {
  const options = { model: 'anthropic/claude', maxFixRounds: 0, maxCost: 1.5 };
  const expected = { kind: 'command', command: 'fix', instruction: 'the parser --now', options };
  expect(parse('/oc fix --model anthropic/claude --max-fix-rounds 0 --max-cost 1.50 the parser --now')).toEqual(
    expected,
  );
  expect(parse('/oc --model=anthropic/claude fix --max-fix-rounds=0 —max-cost=1.5\nthe parser --now')).toEqual(
    expected,
  );
});

test.each([
  ['--plan docs/plan.md', { file: 'docs/plan.md', feature: null }, null],
  ['--plan ./docs/plan.md 2', { file: 'docs/plan.md', feature: '2' }, null],
  ['--plan=docs/plan.md 2 and keep it small', { file: 'docs/plan.md', feature: '2' }, 'and keep it small'],
  [
    '--plan `docs/plan.md` "Days in durations" please',
    { file: 'docs/plan.md', feature: 'Days in durations' },
    'please',
  ],
  ['--plan docs/plan.md “Days”', { file: 'docs/plan.md', feature: 'Days' }, null],
  ['--plan docs/plan.md Days are lost', { file: 'docs/plan.md', feature: null }, 'Days are lost'],
  ['--plan docs/plan.md\n2 days are lost', { file: 'docs/plan.md', feature: null }, '2 days are lost'],
  ['--plan docs/plan.md 2days', { file: 'docs/plan.md', feature: null }, '2days'],
])('a plan is a file and a number or a title in quotation marks: %s', (text, plan, instruction) => {
  expect(parse(`/oc fix ${text}`)).toEqual({ kind: 'command', command: 'fix', instruction, options: { plan } });
});

test.each(['/etc/passwd', '../secret.md', 'docs/../../secret.md', '"a\u0007b.md"'])(
  'a plan outside the repository is declined: %s',
  (file) => expect(reasonOf(`/oc fix --plan ${file}`)).toContain('path of a file in the repository'),
);

test.each([
  ['lint', ['lint'], null],
  ['lint,test the parser', ['lint', 'test'], 'the parser'],
  ['lint, test the parser', ['lint', 'test'], 'the parser'],
  ['"unit tests,lint" now', ['unit tests', 'lint'], 'now'],
  ['lint,lint,', ['lint'], null],
])('checks are names with commas between them: %s', (text, checks, instruction) => {
  expect(parse(`/oc fix --checks ${text}`)).toMatchObject({ options: { checks }, instruction });
});

test.each([
  ['--plan', 'needs a value'],
  ['--checks ,', 'needs a name'],
  ['--plan docs/plan.md "Days', 'quotation mark'],
  ['--plan "docs/plan.md\n"', 'quotation mark'],
  ['--model\nanthropic/claude', 'needs a value'],
  ['--max-cost 0', 'US dollars above 0'],
  ['--max-cost 1e3', 'US dollars above 0'],
])('an option with something else than it takes is declined: %s', (text, words) => {
  expect(reasonOf(`/oc fix ${text}`)).toContain(words);
});

test.each(['-1', '1.5', 'three', '99999999999', '0x10'])(
  'a number of rounds that is %o is declined by name',
  (value) => {
    expect(reasonOf(`/oc fix --max-fix-rounds ${value}`)).toMatch(/`--max-fix-rounds`.*whole number/);
    expect(reasonOf(`/oc fix --max-fix-rounds ${value}`)).toContain(value);
  },
);

test('an unknown option is declined with the valid ones', () => {
  expect(reasonOf('/oc fix --max-token 3 the parser')).toMatch(
    /`--max-token`.*`--model PROVIDER\/MODEL`.*`--max-fix-rounds N`.*`--plan FILE \[FEATURE\]`/,
  );
});

test('an option without its value is declined', () => {
  expect(parse('/oc --model --max-fix-rounds 3')).toMatchObject({ kind: 'declined', reason: saying('needs a value') });
});

test.each([
  ['/oc stop --model a/b', 'no options'],
  ['/oc --model a/b stop', 'no options'],
  ['/oc review --plan docs/plan.md', '`--model PROVIDER/MODEL`'],
  ['/oc ask --max-fix-rounds 1 why', '`--max-cost USD`'],
])('an option that the command does not take is declined with those that it does: %s', (text, words) => {
  expect(reasonOf(text)).toContain('does not take');
  expect(reasonOf(text)).toContain(words);
});

test.each(['approve', 'abandon', 'stop'])('%s takes no words on its line, and leaves further lines alone', (word) => {
  expect(reasonOf(`/oc ${word} the server when it hangs`)).toContain('put `fix` before');
  expect(parse(`/oc ${word}\n\nThanks, this is fine.`)).toEqual({
    kind: 'command',
    command: word,
    instruction: null,
    options: {},
  });
});

test('accept takes paths on its line, and leaves further lines alone', () => {
  expect(parse('/oc accept .npmrc@0123 b.ts\n\nThanks.')).toMatchObject({
    command: 'accept',
    instruction: '.npmrc@0123 b.ts',
  });
  expect(parse('/oc accept\n\nThanks, this is fine.')).toMatchObject({ command: 'accept', instruction: null });
});

test('help takes the name of a command', () => {
  expect(parse('/oc help stop please\nand more')).toMatchObject({ command: 'help', instruction: 'stop' });
});

test('a reply repeats nothing that could act in Markdown', () => {
  expect(reasonOf('/oc --`@octocat`![x](y) fix')).not.toMatch(/@octocat|!\[/);
  const alone = parseCommand('@octocat stop it', ['@octocat']);
  expect(alone.kind === 'declined' ? alone.reason : '@octocat').not.toContain('@octocat');
});

test('any text whatever is a command, declined with a sentence, or none', () => {
  const words = fc.constantFrom(
    '/oc',
    '/opencode',
    ...COMMANDS,
    'task',
    '--model',
    '--plan',
    '--plan=',
    '--checks',
    '--max-cost',
    '--max-fix-rounds=',
    '--',
    '—',
    'docs/plan.md',
    '"',
    '“',
    '`',
    ',',
    '2',
    '\r\n',
    '\n',
    '\u0000',
    '\u2028',
    '\uFEFF',
    '\uD800',
    '    ',
  );
  const text = fc.array(fc.oneof({ weight: 3, arbitrary: words }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, fc.constantFrom('', '/oc ', '/opencode\n'), (parts, start) => {
      const command = parse(start + parts.join(' '));
      if (command.kind === 'declined') {
        expect(command.reason).toMatch(/^[A-Z].*\.$/s);
        expect(command.reason.length).toBeLessThan(600);
      }
      if (command.kind !== 'command') return;
      const { options, instruction } = command;
      expect(COMMANDS).toContain(command.command);
      expect(instruction).not.toBe('');
      if (options.plan) expect(options.plan.file).not.toMatch(/^\/|\.\.\//);
      if (options.checks) expect(options.checks.length).toBeGreaterThan(0);
      if (options.maxCost !== undefined) expect(options.maxCost).toBeGreaterThan(0);
    }),
    { numRuns: 10_000, seed: 20_261_121 },
  );
});

test('a comment as long as GitHub allows is read quickly, whatever it is made of', () => {
  const started = Date.now();
  parse(`${' \n'.repeat(30_000)} x`);
  parse(' '.repeat(60_000));
  parse(`/oc ${'--model a '.repeat(6000)}`);
  parse(`/oc --checks ${'a, '.repeat(20_000)}`);
  parse(`/oc --plan ${'"'.repeat(60_000)}`);
  expect(Date.now() - started).toBeLessThan(10_000);
});
