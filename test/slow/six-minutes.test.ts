import { describe } from 'vitest';
import { BOTH, MENDED_IN, PUBLISHED, type FaultRow } from '../scenarios/faults/row.ts';
import { testFaults } from '../scenarios/faults/test-faults.ts';
import { HALF, OTHER_HALF, PASS } from '../scenarios/small.ts';
import { inPieces, say } from '../support/model/action.ts';
import { coder, reviewer, script } from '../support/model/script.ts';

const PIECES = 74;
/** Milliseconds between two of them; Node's own clients give up on an answer after five minutes. */
const PAUSE = 5000;

const SIX_MINUTES: FaultRow = {
  name: 'six-minutes',
  happens: 'One answer takes six minutes, a few words every five seconds.',
  wanted: 'A model that is still talking is waited for, beyond the limits that HTTP clients come with.',
  script: script('six minutes', [
    coder({ does: [HALF, OTHER_HALF, inPieces(PIECES, PAUSE, say('A word on it. '.repeat(PIECES)))] }),
    reviewer({ answers: PASS }),
  ]),
  ending: PUBLISHED,
  requests: MENDED_IN,
  work: MENDED_IN,
  seconds: 400,
  transports: BOTH,
};

describe.concurrent('an answer of six minutes is waited for', () => {
  testFaults([SIX_MINUTES], 'serve');
  // Nothing is heard of an answer over `run` before it is whole.
  testFaults([{ ...SIX_MINUTES, name: 'six-minutes, over run', inputs: { 'idle-timeout': '500' } }], 'run');
});
