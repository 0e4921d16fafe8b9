import { bash, forever, say, task, together } from '../../support/model/action.ts';
import { contains } from '../../support/model/expectation.ts';
import { child, coder, reviewer, script } from '../../support/model/script.ts';
import { HALF, OTHER_HALF, REJECT } from '../small.ts';
import { BOTH, DONE, endsAfterHalf, keepsAll, keepsHalf, type FaultRow } from './row.ts';

/** Ever different calls, so that nothing but a limit ends them. */
const busy = (who: string) => forever((count) => bash(`echo ${who} ${'x'.repeat(count)}`));

/** The first attempt is turned down, and a limit is reached while it is mended. */
const midRound = (name: string) =>
  script(name, [
    coder({ survives: true, does: [HALF, say('Half of it.')] }),
    reviewer({ survives: true, answers: REJECT }),
    coder({ survives: true, prompt: contains('F1'), does: [OTHER_HALF, busy('fixing')] }),
  ]);

/** A limit that a person has set is reached. */
export const LIMITS: readonly FaultRow[] = [
  {
    name: 'max-requests',
    happens: 'The model ignores that it should come to an end, with ever different calls.',
    wanted: '`max-requests` holds whatever the model and OpenCode do: not one request more reaches the provider.',
    script: endsAfterHalf('max requests', busy('on and on')),
    inputs: { 'max-requests': '8' },
    ending: keepsHalf('budget'),
    requests: 8,
    work: 0,
    says: 'max-requests',
    seconds: 25,
    transports: BOTH,
  },
  {
    name: 'max-requests-in-a-round',
    happens: '`max-requests` is reached in a fix round.',
    wanted: 'The limit is the run’s, not a round’s, and what the round had mended so far is kept.',
    script: midRound('max requests in a round'),
    inputs: { 'max-requests': '6' },
    ending: keepsAll('budget'),
    requests: 6,
    work: 0,
    says: 'max-requests',
    seconds: 30,
    transports: BOTH,
  },
  {
    name: 'max-requests-side-by-side',
    happens: 'Three child sessions work at the same time and reach `max-requests` together.',
    wanted: 'A limit that parallel requests can slip past is none.',
    script: script('max requests side by side', [
      coder({
        survives: true,
        does: [HALF, together(task('Go left'), task('Go right'), task('Go ahead'))],
      }),
      ...['left', 'right', 'ahead'].map((way) => child({ prompt: contains(`Go ${way}`), does: [busy(way)] })),
    ]),
    inputs: { 'max-requests': '12' },
    ending: keepsHalf('budget'),
    requests: 12,
    work: 0,
    says: 'max-requests',
    seconds: 30,
    transports: BOTH,
  },
  {
    name: 'max-tokens',
    happens: '`max-tokens` is reached in a fix round.',
    wanted:
      'What the next request could take at worst must be left, so the run never has to own up to more than was allowed.',
    script: midRound('max tokens'),
    inputs: { 'max-tokens': '120000' },
    ending: keepsAll('budget'),
    requests: { atMost: 14 },
    work: 0,
    used: { tokens: { atMost: 120_000 } },
    says: 'max-tokens',
    seconds: 35,
    transports: BOTH,
  },
  {
    name: 'max-cost',
    happens: '`max-cost` is reached in a fix round, with a model whose price is known.',
    wanted: 'The same for money: the amount is not passed by a cent.',
    script: midRound('max cost'),
    inputs: { model: 'deepseek/deepseek-flash', 'review-model': 'deepseek/deepseek-flash', 'max-cost': '0.028' },
    ending: keepsAll('budget'),
    requests: { atMost: 40 },
    work: 0,
    used: { cost: { atMost: 0.028 } },
    says: 'max-cost',
    seconds: 35,
    transports: BOTH,
  },
  {
    name: 'max-turns-before-the-review',
    happens: '`max-turns` leaves no turn for the review.',
    wanted: 'Work that was not reviewed is kept and not passed off as finished.',
    script: script('max turns before the review', [coder({ does: [HALF, OTHER_HALF, DONE] })]),
    inputs: { 'max-turns': '1' },
    ending: keepsAll('budget'),
    requests: 3,
    work: 0,
    says: 'max-turns',
    seconds: 20,
    transports: BOTH,
  },
  {
    name: 'max-turns-between-rounds',
    happens: '`max-turns` leaves too few turns for a fix and its review.',
    wanted:
      'What was done and what was found is complete: it goes to a person, and no turn is begun that nobody could judge.',
    script: script('max turns between rounds', [
      coder({ does: [HALF, say('Half of it.')] }),
      reviewer({ answers: REJECT }),
    ]),
    inputs: { 'max-turns': '3' },
    ending: { outcome: 'needs-human', category: null, leaves: 'draft', mended: ['double'] },
    requests: 3,
    work: 0,
    says: 'max-turns',
    seconds: 25,
    transports: BOTH,
  },
  {
    name: 'max-minutes',
    happens: 'The time of the whole run (`max-minutes`) is used up in the middle of a turn.',
    wanted: 'The run ends by itself, in time to keep the work, before the job’s own limit kills it.',
    script: endsAfterHalf('max minutes', bash('sleep 100')),
    inputs: { 'max-minutes': '1' },
    ending: keepsHalf('timeout'),
    requests: 2,
    work: 0,
    says: 'max-minutes',
    seconds: 75,
    transports: BOTH,
  },
];
