import { bash, edit, meanwhile, read, say, write } from '../support/model/action.ts';
import { contains, lacks } from '../support/model/expectation.ts';
import { answerer, coder, reviewer, script, type Script } from '../support/model/script.ts';
import { HALF, PASS } from './small.ts';

/** The smallest picture: one dot. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

/** A person's branch: one line that is wrong, and a text that is too long to be shown. */
export const FEATURE = {
  'src/calc.js': [
    'export const double = (n) => n + 2;',
    'export const triple = (n) => n + 4;',
    'export const quad = (n) => n * 5;',
    '',
  ].join('\n'),
  'docs/long.txt': Array.from({ length: 1500 }, (_, line) => `Line ${line} of a text that nobody has to read.\n`).join(
    '',
  ),
};

/** What a job printed that failed, as GitHub Actions hands it out. */
export const FAILED_LOG = [
  '##[group]Run npm install',
  'npm install',
  '##[endgroup]',
  'added 12 packages that nobody asks for',
  '##[group]Run npm test',
  'npm test',
  '##[endgroup]',
  'not ok 1 - quad(2) is 10 in place of 8',
  '##[error]Process completed with exit code 1.',
  'Cleaning up orphan processes',
]
  .map((line, second) => `2026-11-21T10:00:${String(second).padStart(2, '0')}.0000000Z ${line}\n`)
  .join('');

const INLINE = [
  contains('at src/calc.js:3', 'quad multiplies by five', '+export const quad = (n) => n * 5;'),
  contains('this one, please', '(the command)', 'mend just this', '## Files to modify\n- src/calc.js'),
  lacks('/opencode fix'),
];
const AROUND = [
  contains('failing check “test” (failed)', 'quad(2) is 10 in place of 8', 'Process completed with exit code 1'),
  lacks('added 12 packages', 'Cleaning up orphan processes'),
  contains('comment in an open thread at src/calc.js:2', 'triple looks wrong as well'),
  contains('review of the pull request (changes requested)', 'Please mend quad before this goes in.'),
  contains(
    'diff of pull request',
    'diff --git a/src/calc.js',
    'Left out of the diff of the pull request',
    'docs/long.txt',
  ),
  lacks('Line 700 of a text', 'This was settled long ago.'),
];

/** A question on a line, a fix on the same line, and a fix with all comments of a review. */
export const onLines: Script = script('on lines of a pull request', [
  answerer({
    prompt: [
      contains(
        'at src/calc.js:3',
        'quad multiplies by five',
        '+export const quad = (n) => n * 5;',
        '(the command)',
        'why five?',
      ),
      contains('# Role: answerer'),
    ],
    does: [
      write('src/calc.js', 'export const quad = (n) => n * 4;\n'),
      read('src/calc.js'),
      say('Nothing asks for five: `quad` in `src/calc.js:3` was written so at once.'),
    ],
  }),
  coder({
    session: 'c1',
    prompt: [...INLINE, ...AROUND, contains(`data:image/png;base64,${PICTURE.toString('base64')}`)],
    does: [edit('src/calc.js', 'n * 5', 'n * 4'), say('quad multiplies by four.')],
  }),
  reviewer({ session: 'r1', answers: PASS }),
  coder({
    session: 'c2',
    prompt: [
      contains('Both of them, please.', 'at src/calc.js:1', 'double adds.', 'at src/calc.js:2', 'triple adds, too.'),
      contains('+export const quad'),
    ],
    does: [HALF, edit('src/calc.js', 'n + 4', 'n * 3'), say('Both multiply.')],
  }),
  reviewer({ session: 'r2', answers: PASS }),
]);

/** Work on an issue, then on its pull request while other commands come. */
export const fiveAtOnce: Script = script('five commands', [
  coder({
    session: 'c1',
    prompt: [contains('double and triple are wrong', 'cannot be shown to you: image-1.png'), lacks('data:image')],
    does: [HALF, say('THE CLOSING WORDS of the first run.')],
  }),
  reviewer({ session: 'r1', answers: PASS }),
  coder({
    session: 'c2',
    prompt: [
      contains('`double(3)` is 6', 'triple as well'),
      // Its own description has what follows and is no news.
      lacks('patchwright:{', 'conditions hold', 'Run by Patchwright itself'),
    ],
    does: [edit('src/calc.js', 'n + 4', 'n * 3'), say('Triple as well.')],
  }),
  reviewer({ session: 'r2', answers: PASS }),
  answerer({
    prompt: [contains('`triple(3)` is 9'), lacks('patchwright:{', 'conditions hold', 'THE CLOSING WORDS')],
    does: [say('It multiplies: `src/calc.js:1`.')],
  }),
]);

/** A run that is at work until it is stopped. */
export const atWorkUntilStopped = (atWork: () => void): Script =>
  script('stopped', [coder({ does: [HALF, meanwhile(atWork), bash('sleep 281'), say('Never said.')] })]);
