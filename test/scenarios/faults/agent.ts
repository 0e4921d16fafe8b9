import { bash, call, meanwhile, read, say, task } from '../../support/model/action.ts';
import { contains } from '../../support/model/expectation.ts';
import { child, coder, reviewer, script } from '../../support/model/script.ts';
import { HALF, OTHER_HALF, PASS } from '../small.ts';
import { killOpenCodeOf } from './processes.ts';
import {
  BOTH,
  DONE,
  endsAfterHalf,
  goesOn,
  HALF_IN,
  keepsAll,
  keepsHalf,
  MENDED_IN,
  MENDING,
  PUBLISHED,
  type FaultRow,
} from './row.ts';

const QUESTION = call('question', {
  questions: [
    { question: 'Which of the two?', header: 'Which', options: [{ label: 'double', description: 'The first' }] },
  ],
});

/** OpenCode is killed from outside while its request is under way. */
const KILLED = [meanwhile(({ directory }) => killOpenCodeOf(directory ?? '')), say('Nobody hears this.')] as const;

/** OpenCode, or what it runs, does not go on. */
export const AGENT_FAULTS: readonly FaultRow[] = [
  {
    name: 'hanging-command',
    happens: 'A command of the model’s hangs (`sleep 600`), with a detached process beside it.',
    wanted:
      'Silence is silence whoever keeps it: after `idle-timeout` the run ends, with no process left and the work kept.',
    script: endsAfterHalf('hanging command', bash('(setsid sleep 601 > /dev/null 2>&1 &) ; sleep 600')),
    inputs: { 'idle-timeout': '20' },
    ending: keepsHalf('stalled'),
    requests: 2,
    work: HALF_IN,
    seconds: 35,
    transports: BOTH,
  },
  {
    name: 'deaf-command',
    happens: 'A hanging command ignores SIGTERM.',
    wanted: 'What does not end when asked is ended all the same, at once.',
    script: endsAfterHalf('deaf command', bash("trap '' TERM INT HUP; sleep 600; sleep 600")),
    inputs: { 'idle-timeout': '20' },
    ending: keepsHalf('stalled'),
    requests: 2,
    work: HALF_IN,
    seconds: 35,
    transports: BOTH,
  },
  {
    name: 'reading-command',
    happens: 'A command reads its standard input.',
    wanted: 'Nobody will ever type anything: the command gets an end of file at once, and the run goes on.',
    script: goesOn('reading command', bash('cat; echo end of file')),
    ending: PUBLISHED,
    requests: MENDED_IN + 1,
    work: MENDED_IN,
    seconds: 25,
    transports: BOTH,
  },
  {
    name: 'child-asks',
    happens: 'A child session wants to read outside the repository, for which OpenCode asks a person.',
    wanted: 'No person is there: the child is told no, with the reason, and its parent goes on.',
    script: script('child asks', [
      coder({ does: [task('Look outside'), HALF, OTHER_HALF, DONE] }),
      child({ prompt: contains('Look outside'), does: [read('/etc/hostname'), say('I may not.')] }),
      reviewer({ answers: PASS }),
    ]),
    ending: PUBLISHED,
    requests: MENDED_IN + 3,
    work: MENDED_IN,
    seconds: 30,
    transports: BOTH,
  },
  {
    name: 'question',
    happens: 'The model asks a person a question.',
    wanted: 'Nobody answers in a run: the model is told so and goes on with what it knows.',
    script: goesOn('question', QUESTION),
    ending: PUBLISHED,
    requests: MENDED_IN + 1,
    work: MENDED_IN,
    seconds: 25,
    transports: BOTH,
  },
  {
    name: 'killed-once',
    happens: 'OpenCode is killed in the middle of a turn (SIGKILL, as when memory runs out).',
    wanted:
      'The files are as the model left them: OpenCode is started again, a new session is told what happened, and the run goes on.',
    script: script('killed once', [
      coder({ does: [HALF, ...KILLED] }),
      coder({
        session: 'after the first',
        prompt: contains('double', 'ended in the middle of a turn'),
        does: [OTHER_HALF, DONE],
      }),
      reviewer({ answers: PASS }),
    ]),
    ending: PUBLISHED,
    requests: MENDED_IN + 1,
    work: MENDED_IN,
    says: 'started again',
    seconds: 30,
    transports: BOTH,
  },
  {
    name: 'killed-twice',
    happens: 'OpenCode is killed in the middle of a turn, and again after it was started anew.',
    wanted: 'Twice is no accident: the run ends, says that OpenCode stopped, and keeps the work of both sessions.',
    script: script('killed twice', [
      coder({ does: [HALF, ...KILLED] }),
      coder({ session: 'after the first', does: [OTHER_HALF, ...KILLED] }),
    ]),
    ending: keepsAll('runtime-crashed'),
    requests: 4,
    work: MENDING.length - 1,
    seconds: 30,
    transports: BOTH,
  },
];
