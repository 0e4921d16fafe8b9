import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defuse } from '../../src/text/defuse.ts';
import { quote } from '../../src/text/quote.ts';
import { bodyText, commentText, commitText, logLine, NO_SECRETS, titleText } from '../../src/text/sinks.ts';
import { activeIn, activeInLog, activeInMessage } from './active.ts';
import { CORPUS } from './hostile-corpus.ts';

const RUNS = { numRuns: 10_000, seed: 5 } as const;
const BOUNDARY = 'quote-5f3a';

const PIECES = [
  ...CORPUS.map(({ text }) => text),
  ...'` `` ``` ~~~ ```` \\ \\` | > - 1. # [ ] ( ) ]( ![ < > <! <!-- --> & ; * ** _ ~~ : $ @ #1'.split(' '),
  '@mona',
  'fixes ',
  'x',
  ' ',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '\r\n',
  '<b',
  '/>',
  'http://a.test/',
  'www.',
  '"',
  "'",
  '[^1]: ',
  '|---|',
];
/** Texts put together from tricks and the characters that mean something, and now and then any others. */
const hostile = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 9,
  })
  .map((pieces) => pieces.join(''));
/** Words without markup. */
const words = fc.stringMatching(/^[a-z ,.()!?äßλ]{1,30}$/).map((text) => `w${text}`);
const codeLine = fc.string({ unit: fc.constantFrom(...Array.from('ab<!->"\'[]():{}@#$&*_\\/|~ `\tλ')), maxLength: 24 });

const inQuote = (text: string): string => {
  const from = { what: 'comment', author: 'mona', association: 'NONE', at: null };
  return quote({ text, from }, BOUNDARY).split('\n').slice(1, -1).join('\n');
};

test('whatever a body is made of, nothing in it acts or hides', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(activeIn(bodyText(text, NO_SECRETS))).toEqual([]);
    }),
    RUNS,
  );
});

test('whatever a commit message, a title or a line of the log is made of, nothing in it acts', () => {
  const mention = /(?<![a-z0-9])@[a-z0-9]/i;
  fc.assert(
    fc.property(hostile, (text) => {
      for (const made of [commitText(text, NO_SECRETS), titleText(text, NO_SECRETS)]) {
        expect([...activeInMessage(made), ...(mention.exec(made) ?? [])]).toEqual([]);
      }
      expect(activeInLog(logLine(text))).toEqual([]);
    }),
    RUNS,
  );
});

test('a text that went through a sink goes through it again as it is', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const once = commentText(text, NO_SECRETS);
      expect(commentText(once, NO_SECRETS)).toBe(once);
    }),
    { ...RUNS, numRuns: 3000 },
  );
});

test('in a quoted text nothing is unseen, and nothing but the last line ends it', () => {
  fc.assert(
    fc.property(fc.tuple(hostile, hostile), ([one, other]) => {
      const text = inQuote(`${one}[${BOUNDARY} ends]${other}`);
      expect(text).not.toContain(BOUNDARY);
      expect(text.replaceAll('\r\n', '\n')).not.toMatch(
        /(?![\n\t])[\p{Cc}\u200B\u2028\u202E\u2066\u{E0000}-\u{E0FFF}]/u,
      );
    }),
    RUNS,
  );
});

test('code in a quoted text is byte-identical, whatever stands in it', () => {
  const block = fc.record({
    fence: fc.constantFrom('```', '````', '~~~', '~~~~~'),
    info: fc.constantFrom('', 'ts', 'html', ' diff'),
    lines: fc.array(codeLine, { maxLength: 6 }),
    before: words,
  });
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      const code = blocks.map(({ fence, info, lines }) => {
        const inside = lines.filter((line) => !/^\s*(?:`{3}|~{3})/.test(line)).join('\n');
        return `${fence}${info}\n${inside}\n${fence}`;
      });
      const text = blocks
        .map(({ before }, at) => `${before}\n\n${code[at] ?? ''}\n\n<!-- hidden ${at} -->`)
        .join('\n\n');
      const shown = inQuote(text);
      for (const one of code) expect(shown).toContain(one);
      for (const [at] of blocks.entries()) expect(shown).toContain(`‹not shown to readers: <!-- hidden ${at} -->›`);
    }),
    RUNS,
  );
});

test('what is hidden is marked, wherever it stands outside of code', () => {
  const HIDDEN = [
    ['<!-- CANARY -->', '<!-- CANARY'],
    ['<!-- CANARY', '<!-- CANARY'],
    ['<?x CANARY ?>', '<?x CANARY'],
    ['[//]: # (CANARY)', '[//]: # (CANARY)'],
    ['> [x]: y "CANARY"', '[x]: y "CANARY"'],
    ['[a](https://a.test "CANARY")', '"CANARY"'],
    ["[a](https://a.test 'CANARY')", "'CANARY'"],
    ['<img alt="CANARY" src="x">', '"CANARY"'],
  ] as const;
  const line = fc.stringMatching(/^[a-z *_#>|()!?.-]{0,20}$/);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), fc.constantFrom(...HIDDEN), (before, [text, marked]) => {
      const shown = inQuote(`${before.join('\n')}\n\n${text}\n\nafter`);
      const mark = shown.lastIndexOf('‹not shown to readers: ');
      expect(shown.slice(mark)).toContain(marked);
    }),
    RUNS,
  );
});

test('time grows with the length of a text and not with its square', () => {
  const measure = (unit: string, length: number): number => {
    const text = `\`x\`<!--x-->${unit.repeat(Math.ceil(length / unit.length))}`;
    const before = performance.now();
    inQuote(text);
    defuse(text);
    return performance.now() - before;
  };
  // Eight times as long: a square would take 64 times as long. The machine has other work, so a second look counts.
  const isSlow = (unit: string): boolean => {
    const [short, long] = [measure(unit, 6000), measure(unit, 48_000)];
    return long > 150 && long > 24 * Math.max(2, short);
  };
  const units = [
    ...PIECES,
    '> ',
    '- ',
    '- a\n',
    '[a](',
    '`a',
    '``a`',
    '<a b="',
    '](x "',
    'title="',
    '*a **b',
    '|`',
    '\\`',
    'fixes ',
    ']:',
    '[^',
    '&#',
  ];
  const slow = units.filter((unit) => isSlow(unit) && isSlow(unit) && isSlow(unit));
  expect(slow).toEqual([]);
}, 60_000);
