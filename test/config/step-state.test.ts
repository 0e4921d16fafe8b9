import { expect, test } from 'vitest';
import { readLeftRun } from '../../src/config/step-state.ts';

const RUNNER = { RUNNER_TEMP: '/home/runner/work/_temp', GITHUB_RUN_ID: '77' };
const HOME = '/home/runner/work/_temp/patchwright-77-1-aB3xYz';
const MARK = '0123456789abcdef';

const read = (state: Readonly<Record<string, string>>) => readLeftRun({ ...RUNNER, ...state });

test('a run that did not say that it ended is told with its directory and its mark', () => {
  expect(read({ STATE_home: HOME, STATE_mark: MARK })).toEqual({ home: HOME, mark: MARK });
  expect(
    readLeftRun({ ...RUNNER, RUNNER_TEMP: `${RUNNER.RUNNER_TEMP}/`, STATE_home: HOME, STATE_mark: MARK }),
  ).not.toBeNull();
});

test('there is none after a run that ended, and where none began', () => {
  expect(read({ STATE_home: HOME, STATE_mark: MARK, STATE_ended: 'true' })).toBeNull();
  expect(read({})).toBeNull();
});

test.each([
  ['a directory elsewhere', { STATE_home: '/home/runner/patchwright-77-1-aB3xYz', STATE_mark: MARK }],
  ['a way out of it', { STATE_home: `${HOME}/../..`, STATE_mark: MARK }],
  ['the directory of another run', { STATE_home: HOME.replace('-77-', '-78-'), STATE_mark: MARK }],
  ['no mark', { STATE_home: HOME }],
  ['a mark that every process would have', { STATE_home: HOME, STATE_mark: '' }],
])('state with %s is refused', (_, state) => {
  expect(() => read(state)).toThrow('was altered');
});
