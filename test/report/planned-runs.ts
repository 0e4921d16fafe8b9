import type { RunState } from '../../src/report/run.ts';
import { stopped } from './runs.ts';
import { started } from './started.ts';

const PLAN: NonNullable<RunState['plan']> = {
  goal: 'Durations know days.',
  assumptions: ['A day has 24 hours.'],
  steps: [
    {
      id: 'S1',
      title: 'Read days',
      files: ['src/parse.ts'],
      read: [],
      action: 'Add the unit.',
      success: 'The test passes.',
      depends: [],
    },
    {
      id: 'S2',
      title: 'Document days',
      files: ['README.md'],
      read: [],
      action: 'Name the unit.',
      success: 'It is named.',
      depends: ['S1'],
    },
  ],
  risks: ['Summer time.'],
  questions: [],
};

/** Planned, and waiting for a person. */
export function planned(): RunState {
  return { ...started(), outcome: 'planned', plan: PLAN };
}

/** Planned, and a person has to answer first. */
export function asking(): RunState {
  const question = {
    question: 'Which of the two formats?',
    choices: ['The long one', 'The short one'],
    changesPlan: true,
  };
  const reason = 'The planner has a question whose answer changes the plan.';
  return { ...started(), outcome: 'needs-human', reason, plan: { ...PLAN, questions: [question] } };
}

/** Worked on in steps, of which one failed, and read by an advisor. */
export function inSteps(): RunState {
  const state = stopped();
  const [first] = state.rounds;
  return {
    ...state,
    plan: PLAN,
    stepReports: [
      {
        id: 'S1',
        title: 'Read days',
        state: 'done',
        reason: null,
        rounds: first === undefined ? [] : [first],
        left: null,
      },
      { id: 'S2', title: 'Document days', state: 'failed', reason: 'the model refused', rounds: [], left: 'U2' },
    ],
    advice: [{ session: 'ses_advisor', voidBecause: null, summary: 'One thing.', findings: ['A1'] }],
  };
}
