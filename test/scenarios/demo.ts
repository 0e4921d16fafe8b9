import { bash, edit, read, say, together } from '../support/model/action.ts';
import { contains, lacks } from '../support/model/expectation.ts';
import { coder, reviewer, script } from '../support/model/script.ts';

const FIRST_WORDS = 'The sign is now read once, in front of the whole duration, and a minus between parts is refused.';
const SECOND_WORDS = 'F1: formatDuration writes one minus in front, so what it writes can be read back.';

/** The sample repository's issue: the first attempt mends the reader and forgets the writer, which the reviewer sees. */
export const demo = script('demo', [
  coder({
    round: 0,
    prompt: contains('-1h 30m', 'parseDuration'),
    does: [
      together(read('src/parse.js'), read('test/parse.test.js')),
      edit('src/parse.js', String.raw`/^(-?\d+(?:\.\d+)?)(ms|[wdhms])$/`, String.raw`/^(\d+(?:\.\d+)?)(ms|[wdhms])$/`),
      edit(
        'src/parse.js',
        String.raw`  let total = 0;
  for (const part of text.trim().split(/\s+/)) {`,
        String.raw`  const unsigned = text.trim().replace(/^-/, '');
  let total = 0;
  for (const part of unsigned.split(/\s+/)) {`,
      ),
      edit('src/parse.js', '  return total;', "  return text.trim().startsWith('-') ? -total : total;"),
      edit(
        'test/parse.test.js',
        "test('text without a unit is refused'",
        `test('a minus between parts is refused', () => {
  assert.throws(() => parseDuration('1h -30m'), DurationError);
});

test('text without a unit is refused'`,
      ),
      bash('npm test && npm run lint'),
      say(`${FIRST_WORDS} All tests pass.`),
    ],
  }),
  reviewer({
    round: 0,
    prompt: [contains('diff --git', 'src/parse.js', 'formatDuration'), lacks(FIRST_WORDS)],
    conversation: lacks(FIRST_WORDS),
    does: [together(read('src/format.js'), read('src/timer.js'))],
    answers: {
      summary:
        'parseDuration is right, but formatDuration still writes a minus in front of every part, which can no longer be read.',
      findings: [
        {
          severity: 'high',
          category: 'regression',
          path: 'src/format.js',
          line: 9,
          problem:
            'formatDuration puts a minus in front of every part of a negative duration, and parseDuration now refuses that form. An overdue timer that was saved can no longer be restored.',
          evidence:
            "formatDuration(-5400000) → observed '-1h -30m', expected '-1h 30m'; restoreTimer('-1h -30m') → observed DurationError, before the change -5400000.",
          suggestion:
            'Write the parts of the absolute value and one minus in front, and test that negative durations survive the way there and back.',
          confidence: 'high',
        },
        {
          severity: 'low',
          category: 'edge case',
          path: 'src/parse.js',
          line: 18,
          problem: 'A negative nothing is read as negative zero.',
          evidence: "Object.is(parseDuration('-0s'), -0) → observed true, expected false.",
          suggestion: 'Subtract from zero in place of negating.',
          confidence: 'medium',
        },
      ],
      acceptance: [
        {
          item: "`parseDuration('-1h 30m')` is `-5400000`",
          status: 'verified',
          evidence: 'The test "a leading minus counts for the whole duration" passes.',
        },
        {
          item: 'A minus anywhere but in front, as in `1h -30m`, is refused with a `DurationError`',
          status: 'verified',
          evidence: 'The new test "a minus between parts is refused".',
        },
        {
          item: 'Whatever `formatDuration` writes can be read back by `parseDuration` to the same number, negative durations included',
          status: 'not-verified',
          evidence: "src/format.js writes '-1h -30m', which parseDuration refuses.",
        },
        {
          item: 'Durations without a minus work as before',
          status: 'verified',
          evidence: 'The tests of positive durations pass unchanged.',
        },
      ],
    },
  }),
  coder({
    round: 1,
    prompt: contains('F1', 'F2', 'src/format.js'),
    does: [
      edit('src/format.js', 'let rest = Math.round(ms);', 'let rest = Math.abs(Math.round(ms));'),
      edit(
        'src/format.js',
        "  return words.length === 0 ? '0s' : words.join(' ');",
        `  if (words.length === 0) return '0s';
  return \`\${ms < 0 ? '-' : ''}\${words.join(' ')}\`;`,
      ),
      edit(
        'test/format.test.js',
        "test('fractions of a millisecond are rounded'",
        `test('a negative duration of several parts has one minus in front', () => {
  assert.equal(formatDuration(-5_400_000), '-1h 30m');
});

test('a negative duration can be read back', () => {
  for (const ms of [-1, -61_000, -5_400_000, -694_861_001]) {
    assert.equal(parseDuration(formatDuration(ms)), ms);
  }
});

test('fractions of a millisecond are rounded'`,
      ),
      bash('npm test && npm run lint'),
      say(`${SECOND_WORDS} F2: left as it is, since negative zero equals zero in every comparison of this library.`),
    ],
  }),
  reviewer({
    round: 1,
    prompt: [contains('F1', 'src/format.js'), lacks(FIRST_WORDS, SECOND_WORDS)],
    conversation: lacks(FIRST_WORDS, SECOND_WORDS),
    does: [read('src/format.js')],
    answers: {
      summary: 'Negative durations survive the way there and back now. One remark on negative zero stays.',
      findings: [],
      resolutions: [
        {
          id: 'F1',
          status: 'resolved',
          evidence:
            "src/format.js writes the parts of the absolute value; formatDuration(-5400000) is '-1h 30m' and has a test.",
        },
        { id: 'F2', status: 'not-addressed', evidence: "parseDuration('-0s') is still negative zero." },
      ],
      acceptance: [
        {
          item: "`parseDuration('-1h 30m')` is `-5400000`",
          status: 'verified',
          evidence: 'The test "a leading minus counts for the whole duration" passes.',
        },
        {
          item: 'A minus anywhere but in front, as in `1h -30m`, is refused with a `DurationError`',
          status: 'verified',
          evidence: 'The test "a minus between parts is refused".',
        },
        {
          item: 'Whatever `formatDuration` writes can be read back by `parseDuration` to the same number, negative durations included',
          status: 'verified',
          evidence: 'The test "a negative duration can be read back".',
        },
        {
          item: 'Durations without a minus work as before',
          status: 'verified',
          evidence: 'The tests of positive durations pass unchanged.',
        },
      ],
    },
  }),
]);
