import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/trigger/command.ts';
import { readOptions } from '../../src/trigger/options.ts';
import { leadingPhrase } from '../../src/trigger/phrase.ts';
import { CORPUS } from '../text/hostile-corpus.ts';
import { NO_COMMANDS } from '../text/no-commands.ts';

const RUNS = { numRuns: 10_000, seed: 5 } as const;
const PHRASES = ['/opencode', '/oc'];
const COMMANDS = ['fix', 'review', 'ask', 'plan', 'approve', 'retry', 'accept', 'abandon', 'stop', 'help'];

const PIECES = [
  ...PHRASES,
  ...COMMANDS,
  ...CORPUS.map(({ text }) => text),
  ...'--model --max-cost --max-fix-rounds --plan --checks -- — = " “ ” ` , 3 -1 1e9 99999999999 ../x /etc docs/plan.md test,lint'.split(
    ' ',
  ),
  ' ',
  '\n',
  '\r',
  '\t',
  '    ',
  '> ',
  '```\n',
  '\u00A0',
  '\u200B',
  '\uFEFF',
  '\u2028',
  '\u0000',
];
const text = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 10,
  })
  .map((pieces) => pieces.join(''));

test('any text is read as a command, as none or as one that is declined, and twice as the same', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map((rest) => `/opencode ${rest}`),
      ),
      (said) => {
        const command = parseCommand(said, PHRASES);
        expect(parseCommand(said, PHRASES)).toEqual(command);
        if (command.kind !== 'command') return;
        expect(PHRASES).toContain(leadingPhrase(said, PHRASES));
        expect(COMMANDS).toContain(command.command);
        const { maxCost = 1, maxFixRounds = 0, plan } = command.options;
        expect(maxCost > 0 && maxCost < 1_000_000 && Number.isInteger(maxFixRounds) && maxFixRounds >= 0).toBe(true);
        expect(plan?.file ?? 'x').not.toMatch(/^\/|(?:^|[/\\])\.\.(?:[/\\]|$)|\p{Cc}/u);
      },
    ),
    RUNS,
  );
});

test('the reason for which a command is declined repeats nothing that could act', () => {
  fc.assert(
    fc.property(text, (rest) => {
      const command = parseCommand(`/opencode ${rest}`, PHRASES);
      if (command.kind === 'declined') expect(command.reason).not.toMatch(/[@<>!\p{Cc}\p{Cf}]|https?:\/\//u);
    }),
    RUNS,
  );
});

test('options read no more than there is', () => {
  fc.assert(
    fc.property(text, (given) => {
      const read = readOptions(given);
      if (!('declined' in read)) expect(given.endsWith(read.rest)).toBe(true);
    }),
    RUNS,
  );
});

describe('what only looks like a command is none', () => {
  test.each(NO_COMMANDS)('%j', (said) => {
    expect(parseCommand(said, PHRASES)).toEqual({ kind: 'none' });
  });

  test('with a letter of another script or an invisible character anywhere in its phrase', () => {
    const strange = fc.constantFrom(
      ...Array.from('аеорсԁοеⲟ／∕⁄\u200B\u200C\u200D\u2060\u00AD\uFE0F\u202E\u034F\u3164\u{E0061}'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...PHRASES), fc.nat(9), strange, fc.boolean(), (phrase, at, letter, replaces) => {
        const place = Math.min(at, phrase.length - 1);
        const forged = phrase.slice(0, place) + letter + phrase.slice(place + (replaces ? 1 : 0));
        expect(parseCommand(`${forged} fix it`, PHRASES)).toEqual({ kind: 'none' });
      }),
      RUNS,
    );
  });

  test('quoted, fenced, listed or indented, however deep', () => {
    const around = fc.constantFrom(
      '> ',
      '>',
      '- ',
      '* ',
      '1. ',
      '    ',
      '\t',
      ' \t',
      '```\n',
      '~~~~\n',
      '`',
      '<!--',
      '<p>',
      '# ',
      '| ',
    );
    fc.assert(
      fc.property(fc.array(around, { minLength: 1, maxLength: 4 }), text, (marks, rest) => {
        expect(parseCommand(`${marks.join('')}/opencode fix ${rest}`, PHRASES)).toEqual({ kind: 'none' });
      }),
      RUNS,
    );
  });
});
