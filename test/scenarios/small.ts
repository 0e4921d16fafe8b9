import { edit, say } from '../support/model/action.ts';
import { contains, lacks } from '../support/model/expectation.ts';
import { coder, reviewer, script, type Script } from '../support/model/script.ts';

/** Closing words of the coder that no reviewer may ever see. */
const CODERS_WORDS = 'I am certain that everything is right now.';

export const HALF = edit('src/calc.js', 'n + 2', 'n * 2');
export const OTHER_HALF = edit('src/calc.js', 'n + 4', 'n * 3');

export const PASS = { summary: 'Both functions are right.', findings: [], acceptance: [] };

const TRIPLE_IS_WRONG = {
  severity: 'high',
  category: 'behaviour',
  path: 'src/calc.js',
  line: 2,
  problem: 'triple still adds four in place of multiplying by three.',
  evidence: 'triple(3) gives 7, 9 is expected.',
  suggestion: 'Multiply by three.',
  confidence: 'high',
};

export const REJECT = {
  summary: 'Half of it is done.',
  findings: [TRIPLE_IS_WRONG],
  acceptance: [
    { item: '`double(3)` is 6', status: 'verified', evidence: '3 * 2 is 6.' },
    { item: '`triple(3)` is 9', status: 'not-verified', evidence: 'It is 7.' },
  ],
};

const RESOLVED = {
  summary: 'Both functions are right now.',
  findings: [],
  acceptance: [
    { item: '`double(3)` is 6', status: 'verified', evidence: '3 * 2 is 6.' },
    { item: '`triple(3)` is 9', status: 'verified', evidence: '3 * 3 is 9.' },
  ],
  resolutions: [{ id: 'F1', status: 'resolved', evidence: 'triple multiplies by three.' }],
};

/** The reviewer turns the first attempt down, one fix mends it, the second look passes. */
export const rejectFixPass: Script = script('reject, fix, pass', [
  coder({ round: 0, prompt: contains('# Role: coder', 'double'), does: [HALF, say(CODERS_WORDS)] }),
  reviewer({
    round: 0,
    prompt: [contains('# Role: reviewer', 'diff --git', 'n * 2'), lacks(CODERS_WORDS)],
    conversation: lacks(CODERS_WORDS),
    answers: REJECT,
  }),
  coder({ round: 1, prompt: contains('F1', 'triple(3) gives 7'), does: [OTHER_HALF, say(CODERS_WORDS)] }),
  reviewer({
    round: 1,
    prompt: [contains('F1', 'n * 3'), lacks(CODERS_WORDS)],
    conversation: lacks(CODERS_WORDS),
    answers: RESOLVED,
  }),
]);

/** Done and right at the first attempt. */
export function passAtOnce(name: string, does = [HALF, OTHER_HALF]): Script {
  return script(name, [coder({ does: [...does, say('Both are mended.')] }), reviewer({ answers: PASS })]);
}

/** Breaks the test and never mends it, each time in another way. */
export const redToTheEnd: Script = script('red to the end', [
  coder({ round: 0, does: [edit('src/calc.js', 'n + 2', 'n + 3'), say('Done.')] }),
  reviewer({ round: 0, answers: PASS }),
  coder({
    round: 1,
    prompt: contains('C1', 'doubles two'),
    does: [edit('src/calc.js', 'n + 3', 'n + 5'), say('Done.')],
  }),
  reviewer({ round: 1, answers: { ...PASS, resolutions: [] } }),
  coder({
    round: 2,
    prompt: contains('Another approach is needed'),
    does: [edit('src/calc.js', 'n + 5', 'n + 7'), say('Done.')],
  }),
  reviewer({ round: 2, answers: { ...PASS, resolutions: [] } }),
]);

/** Garbage twice, the second time after the request to repair it. */
export const garbageReview: Script = script('garbage from the reviewer', [
  coder({ does: [HALF, OTHER_HALF, say('Done.')] }),
  reviewer({ does: [say('LGTM, verdict: pass!')] }),
  reviewer({ prompt: contains('could not be read'), does: [say('I said it is fine: {"verdict": "pass"}')] }),
]);

/** "Done" without a change. */
export const talkOnly: Script = script('done without a diff', [
  coder({ does: [say('Everything was right already, so I changed nothing.')] }),
]);

/** Says nothing and is never asked. */
export const silent: Script = script('silent', []);
