import { expect, test } from 'vitest';
import { chooseChecks } from '../../src/check/choose.ts';
import { asFailure } from '../../src/failure.ts';

const checks = ['Test', 'lint', 'npm run a'].map((name) => ({ name, command: name, source: 'test' }));
const namesOf = (names: readonly string[] | null) => chooseChecks(checks, names).map(({ name }) => name);

function failureOf(names: readonly string[], configured = checks) {
  try {
    chooseChecks(configured, names);
  } catch (error) {
    return asFailure(error);
  }
  throw new Error('nothing was thrown');
}

test('all checks are run where none is asked for', () => {
  expect(namesOf(null)).toEqual(['Test', 'lint', 'npm run a']);
});

test('those asked for are run in the order in which they are configured, each once', () => {
  expect(namesOf(['npm run a', 'test', ' Test '])).toEqual(['Test', 'npm run a']);
});

test('an unknown name is refused with the names there are', () => {
  const { code, message, hint } = failureOf(['lint', 'unit']);
  expect(code).toBe('bad-input');
  expect(message).toBe('`--checks` names “unit”, which no check is called.');
  expect(hint).toContain('“Test”, “lint”, “npm run a”');
});

test('where there is no check, that is what is said', () => {
  expect(failureOf(['lint'], []).hint).toContain('no check that Patchwright could find');
});
