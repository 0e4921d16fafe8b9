import { expect, test } from 'vitest';
import type { CheckResult, CheckStatus } from '../../src/check/check.ts';
import { compareChecks, findingsOf } from '../../src/check/compare.ts';

function result(name: string, status: CheckStatus, tail = ''): CheckResult {
  const check = { name, command: `run ${name}`, source: 'test' };
  const exitCode = { passed: 0, failed: 1, 'not-run': 127 }[status];
  return { check, status, exitCode, seconds: 1, reason: status === 'not-run' ? 'it was not found' : null, tail };
}

test.each([
  ['passed', 'passed', 'passes'],
  ['failed', 'passed', 'fixed'],
  ['not-run', 'passed', 'passes'],
  ['passed', 'failed', 'broken'],
  ['failed', 'failed', 'still-fails'],
  ['not-run', 'failed', 'still-fails'],
  ['passed', 'not-run', 'broken'],
  ['failed', 'not-run', 'not-run'],
  ['not-run', 'not-run', 'not-run'],
] as const)('%s before and %s after is %s', (before, after, effect) => {
  expect(compareChecks([result('a', before)], [result('a', after)])).toMatchObject([{ effect }]);
});

test('a broken check is a high finding with the failing part, and its id stays the same through all rounds', () => {
  const before = [result('lint', 'passed'), result('test', 'passed')];
  const tail = 'noise\nFAIL src/a.test.ts\n  expected 1 to be 2\n';
  const first = findingsOf(compareChecks(before, [result('lint', 'passed'), result('test', 'failed', tail)]), 0);
  expect(first).toMatchObject([
    { id: 'C2', source: 'check', severity: 'high', round: 0, resolution: 'open', path: null },
  ]);
  expect(first[0]?.evidence).toContain('expected 1 to be 2');
  expect(first[0]?.problem).toContain('`run test`');
  const second = findingsOf(compareChecks(before, [result('lint', 'failed'), result('test', 'failed', tail)]), 1);
  expect(second.map(({ id, round }) => `${id} ${round}`)).toEqual(['C1 1', 'C2 1']);
});

test('what failed before, or never ran, is blamed on nobody', () => {
  const before = [result('a', 'failed'), result('b', 'not-run')];
  const after = [result('a', 'failed'), result('b', 'failed')];
  expect(findingsOf(compareChecks(before, after), 0)).toEqual([]);
});

test('a check that the change made impossible to run says so', () => {
  const [finding] = findingsOf(compareChecks([result('a', 'passed')], [result('a', 'not-run')]), 0);
  expect(finding?.problem).toContain('could not be run now: it was not found');
});
