import { expect, test } from 'vitest';
import { renderPullRequestBody } from '../../src/report/pull-request.ts';
import type { RunState } from '../../src/report/run.ts';
import { NOT_CONFINED } from '../../src/sandbox/none.ts';
import { check } from './parts.ts';
import * as runs from './runs.ts';

const SENTENCE = 'may need something that the sandbox keeps from it';
const CONFINED = 'Confined with bubblewrap: the agent, setup and checks saw their own directories.';

const body = (state: Partial<RunState>): string => renderPullRequestBody(runs.shown({ ...runs.verified(), ...state }));

test.each([
  ['failed', 'failed'],
  ['not-run', 'not-run'],
  ['not-run', 'failed'],
] as const)('a check that was %s before and %s after is told to be perhaps the sandbox’s doing', (before, after) => {
  const checks = [check('npm test', 'passed', 'passed', 8), check('mvn verify', before, after, 3)];
  expect(body({ checks, confinement: CONFINED })).toContain(SENTENCE);
  expect(body({ checks, confinement: NOT_CONFINED })).not.toContain(SENTENCE);
  expect(body({ checks, confinement: '' })).not.toContain(SENTENCE);
});

test('a check that passed before or passes after is not', () => {
  const checks = [check('npm test', 'failed', 'passed', 8), check('npm run lint', 'passed', 'failed', 3)];
  expect(body({ checks, confinement: CONFINED })).not.toContain(SENTENCE);
});
