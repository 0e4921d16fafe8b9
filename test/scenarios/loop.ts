import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SMALL_REPOSITORY } from '../support/action/small-repository.ts';
import { bash, edit, meanwhile, say, write } from '../support/model/action.ts';
import { contains, lacks } from '../support/model/expectation.ts';
import { advisor, coder, reviewer, script, type Script } from '../support/model/script.ts';
import { became, finding, found, PASS, SAME } from './judgements.ts';

/** A change of so many lines that somebody fresh reads it, too. */
const LARGE = write(
  'src/words.js',
  `${Array.from({ length: 24 }, (_, at) => `export const word${at} = '${at}';`).join('\n')}\n`,
);
const CONFIDENT = 'I am certain that everything is right now.';

/** A test that first tells of five thousand that pass, then of what fails, and whose failures have names. */
export const LOUD_REPOSITORY = {
  ...SMALL_REPOSITORY,
  'package.json': JSON.stringify({ name: 'calc', type: 'module', scripts: { test: 'node scripts/check.js' } }),
  'scripts/check.js': [
    "import { double, triple } from '../src/calc.js';",
    'for (let at = 1; at <= 5000; at += 1) console.log(`the harmless case ${at} passes`);',
    'const fail = (name, is) => {',
    '  console.log(`not ok 1 - ${name}\\n  it is ${is}`);',
    '  process.exitCode = 1;',
    '};',
    "if (double(2) !== 4) fail('doubles two', double(2));",
    "if (triple(2) !== 6) fail('triples two', triple(2));",
    '',
  ].join('\n'),
};

const failingPart = [contains('C1', 'not ok 1 - doubles two', 'it is 5'), lacks('the harmless case 17 passes')];

/** The same failure three times: once made, once left by a fix that changes nothing, once kept by a change. */
export const sameAgain: Script = script('the same failure three times', [
  coder({ round: 0, does: [edit('src/calc.js', 'n + 2', 'n + 3'), say('Done.')] }),
  reviewer({ round: 0, answers: PASS }),
  coder({ round: 1, prompt: [...failingPart, lacks('Another approach')], does: [say('C1: I see nothing wrong.')] }),
  coder({
    round: 2,
    prompt: [
      ...failingPart,
      contains('# Another approach is needed', 'round 0: 1 file', 'round 1: nothing was changed'),
    ],
    does: [edit('src/calc.js', 'n + 3', 'n + 9'), say('C1: by nine.')],
  }),
  reviewer({ round: 2, prompt: contains('n + 9'), answers: SAME }),
]);

const NEITHER = 'export const double = (n) => n + 3;\nexport const triple = (n) => n + 4;\n';
const NOR = 'export const double = (n) => n + 2;\nexport const triple = (n) => n + 7;\n';

/** What mends the one brings the other back. */
export const swinging: Script = script('two failures in turn', [
  coder({ round: 0, does: [write('src/calc.js', NEITHER), say('Done.')] }),
  reviewer({ round: 0, answers: PASS }),
  coder({ round: 1, prompt: contains('doubles two'), does: [write('src/calc.js', NOR), say('C1: mended.')] }),
  reviewer({ round: 1, answers: SAME }),
  coder({ round: 2, prompt: contains('triples two'), does: [write('src/calc.js', NEITHER), say('C1: mended.')] }),
  reviewer({ round: 2, answers: SAME }),
  coder({
    round: 3,
    prompt: contains('doubles two', 'Another approach is needed'),
    does: [write('src/calc.js', NOR), say('C1: mended.')],
  }),
  reviewer({ round: 3, answers: SAME }),
]);

/** The advisor finds something critical; after the one fix another one finds something high. */
export const adviceTwice: Script = script('advice that is followed once', [
  coder({ session: 'coder', does: [LARGE, say(CONFIDENT)] }),
  reviewer({
    session: 'reviewer',
    // What it may not do it is refused, and its judgement counts.
    does: [write('src/calc.js', 'gone'), bash('rm -rf src')],
    prompt: lacks(CONFIDENT),
    answers: PASS,
  }),
  advisor({
    session: 'first',
    prompt: [contains('# Role: advisor', 'diff --git', 'word23'), lacks(CONFIDENT)],
    answers: found(finding('critical', 'Nobody can find a word by its number.', 'src/words.js')),
  }),
  coder({
    session: 'coder',
    prompt: contains('A1', 'Nobody can find a word'),
    does: [edit('src/words.js', "word0 = '0'", "word0 = 'zero'"), say('A1: the first one is found.')],
  }),
  reviewer({
    session: 'reviewer',
    prompt: contains('A1', 'Nobody can find a word', 'zero'),
    answers: became(['A1', 'resolved']),
  }),
  advisor({
    session: 'second',
    prompt: [contains('# Role: advisor', 'word23', 'zero'), lacks('A1')],
    answers: found(finding('high', 'Twenty-three words are still numbers.', 'src/words.js')),
  }),
]);

/** Of two findings the coder mends one and disputes the other, the reviewer agrees, and the advisor has a note. */
export const disputed: Script = script('a finding that is disputed', [
  coder({ does: [LARGE, say('Words.')] }),
  reviewer({
    answers: found(
      finding('high', 'There is no word for a hundred.', 'src/words.js'),
      finding('high', 'The words are not sorted.', 'src/words.js'),
    ),
  }),
  coder({
    prompt: contains('F1', 'F2'),
    does: [
      edit('src/words.js', "word23 = '23';", "word23 = '23';\nexport const word100 = '100';"),
      say('F1: added.\nF2: I dispute it: they are sorted by their number.'),
    ],
  }),
  reviewer({
    prompt: [contains('F1', 'F2', 'word100'), lacks('I dispute it')],
    answers: became(['F1', 'resolved'], ['F2', 'disputed', 'They are in the order of their numbers.']),
  }),
  advisor({ answers: found(finding('medium', 'Numbers below zero have no word.', 'src/words.js')) }),
]);

/** Somebody who may only look leaves a file all the same, as if there were a way past the permissions. */
const PAST_THE_PERMISSIONS = meanwhile(async ({ directory = '' }) => {
  await writeFile(join(directory, 'planted.js'), 'export {};\n');
});

export const writingReviewer: Script = script('a reviewer that writes', [
  coder({ does: [edit('src/calc.js', 'n + 2', 'n * 2'), edit('src/calc.js', 'n + 4', 'n * 3'), say('Both.')] }),
  reviewer({ does: [PAST_THE_PERMISSIONS], answers: PASS }),
]);

/** A test goes, another is skipped, which the reviewer is told of; the advisor writes. */
export const weakenedTests: Script = script('weaker tests, and an advisor that writes', [
  coder({
    does: [
      LARGE,
      bash('rm test/triple.test.js'),
      edit('test/calc.test.js', "test('doubles two'", "test.skip('doubles two'"),
      say('Fewer tests.'),
    ],
  }),
  reviewer({
    prompt: contains(
      'Tests that the change deletes, skips or silences',
      /test\/triple\.test\.js: the test file was deleted/,
      /test\/calc\.test\.js:\d+: a test is skipped now/,
    ),
    answers: PASS,
  }),
  advisor({ does: [PAST_THE_PERMISSIONS], answers: found(finding('critical', 'It is all wrong.')) }),
]);

export const WITH_TWO_TESTS = {
  ...SMALL_REPOSITORY,
  'test/triple.test.js': [
    "import assert from 'node:assert/strict';",
    "import test from 'node:test';",
    "import { triple } from '../src/calc.js';",
    '',
    "test('triples two', () => assert.equal(triple(2), 6));",
    '',
  ].join('\n'),
};

/** The change needs a package that lies about on this machine and that `setup` does not install; the advisor talks. */
export const onlyHere: Script = script('passes on this machine alone', [
  coder({
    does: [
      LARGE,
      edit('src/calc.js', 'export const double', "import 'left-behind';\nexport const double"),
      say('With the package.'),
    ],
  }),
  reviewer({ answers: PASS }),
  advisor({ does: [say('Looks good to me!')] }),
  advisor({ session: 'advisor', prompt: contains('could not be read'), does: [say('As I said, fine.')] }),
]);
