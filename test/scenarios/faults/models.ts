import { fails, type Fault } from '../../support/model/action.ts';
import { coder, reviewer, script } from '../../support/model/script.ts';
import { HALF, PASS } from '../small.ts';
import { BOTH, goesOn, MENDED_IN, MENDING, PUBLISHED, type FaultRow } from './row.ts';

const LIST = { model: 'scripted/first, scripted/second' };

/** The first model of a list does not answer, each time it is asked, and the next one does. */
function fallback(status: number, asked: number, happens: string): FaultRow {
  const faults = Array.from({ length: asked }, (): Fault => fails(status));
  return {
    name: `fallback-${status}`,
    happens: `The first of two models ${happens} (${status}).`,
    wanted: 'A second model was named for this case: it goes on with the same work, and the report says so.',
    script: goesOn(`fallback after ${status}`, ...faults),
    inputs: LIST,
    ending: PUBLISHED,
    requests: MENDED_IN + asked,
    work: MENDED_IN,
    answeredBy: 'second',
    says: 'scripted/second',
    seconds: 25,
    transports: BOTH,
  };
}

/** There is another model to go on with. */
export const FALLBACKS: readonly FaultRow[] = [
  fallback(401, 1, 'does not accept the key'),
  fallback(404, 1, 'is not known'),
  fallback(429, 2, 'has reached its limit'),
  fallback(503, 2, 'is overloaded'),
  {
    name: 'fallback-in-the-middle',
    happens: 'The first of two models reaches its limit in the middle of the work (402).',
    wanted: 'What the first model did is not done again: the second goes on from there.',
    script: script('fallback in the middle', [
      coder({ survives: true, does: [HALF, fails(402), ...MENDING.slice(1)] }),
      reviewer({ answers: PASS }),
    ]),
    inputs: LIST,
    ending: PUBLISHED,
    requests: MENDED_IN + 1,
    work: MENDED_IN,
    answeredBy: 'second',
    says: 'scripted/second',
    seconds: 25,
    transports: BOTH,
  },
];
