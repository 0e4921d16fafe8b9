import { expect, test } from 'vitest';
import { fingerprint } from '../../src/check/fingerprint.ts';
import { failingPart } from '../../src/text/failing-part.ts';
import { plainOutput } from '../../src/text/output.ts';

const NOISE = Array.from({ length: 200 }, (_, at) => `✔ passing test number ${at} (0.${at}ms)`).join('\n');

/** Shapes of real reports, shortened. */
const REPORTS = {
  'node:test': `${NOISE}\n✖ subtracts (0.6ms)\nℹ tests 2\n\n✖ failing tests:\n\ntest at a.test.js:3:1\n✖ subtracts (0.6ms)\n  AssertionError [ERR_ASSERTION]: 2 == 1\n`,
  tap: `TAP version 13\n${NOISE}\nok 1 - adds\nnot ok 2 - subtracts two\n  ---\n  error: '2 == 1'\n  ...\n`,
  vitest: `${NOISE}\n ⎯⎯ Failed Tests 1 ⎯⎯\n\n FAIL  b.test.js > subtracts\nAssertionError: expected 2 to be 1\n`,
  jest: `PASS src/a.test.js\n${NOISE}\nFAIL src/b.test.js\n  ● subtracts\n\n    expect(received).toBe(expected)\n    Expected: 1\n    Received: 2\n`,
  mocha: `${NOISE}\n  1 passing\n  1 failing\n\n  1) math\n       subtracts:\n     AssertionError: 2 == 1\n`,
  pytest: `${NOISE}\n=================== FAILURES ===================\n____________ test_subtract ____________\n\n>       assert 3 - 1 == 1\nE       assert 2 == 1\n\ntest_a.py:4: AssertionError\nFAILED test_a.py::test_subtract - assert 2 == 1\n`,
  go: `${NOISE}\n--- FAIL: TestSubtract (0.00s)\n    a_test.go:7: got 2, want 1\nFAIL\nFAIL\texample.com/a\t0.002s\n`,
  cargo: `${NOISE}\nfailures:\n\n---- tests::subtracts stdout ----\nthread 'tests::subtracts' panicked at src/lib.rs:9:9:\nassertion failed: left == right\n`,
  tsc: `src/a.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.\n`,
  eslint: `\n/x/src/a.js\n  1:7  error  'a' is assigned a value but never used  no-unused-vars\n\n✖ 1 problem\n`,
  rustc: `${NOISE}\nerror[E0308]: mismatched types\n --> src/lib.rs:2:5\n`,
  unittest: `${NOISE}\n======\nFAIL: test_subtract (a.T)\n------\nTraceback (most recent call last):\nAssertionError: 2 != 1\n`,
};

test.each(Object.entries(REPORTS))('of a report by %s the failure is kept and the noise is not', (_, report) => {
  const part = failingPart(report);
  expect(part).not.toContain('passing test number 10 ');
  expect(part).toMatch(/subtract|error/i);
  expect(Buffer.byteLength(part)).toBeLessThanOrEqual(4096);
});

test('a long failure keeps its beginning and its end within 4 KiB', () => {
  const part = failingPart(
    `${NOISE}\n--- FAIL: TestFirst\n${'a line of detail é\n'.repeat(2000)}FAIL\tsummary at the end`,
  );
  expect(Buffer.byteLength(part)).toBeLessThanOrEqual(4096);
  expect(part).toContain('--- FAIL: TestFirst');
  expect(part).toContain('summary at the end');
  expect(part).not.toContain('\u{FFFD}');
});

test('of an output without a known failure the end is kept', () => {
  const part = failingPart(`${'x\n'.repeat(9000)}the last words`);
  expect(part.endsWith('the last words')).toBe(true);
  expect(Buffer.byteLength(part)).toBeLessThanOrEqual(4096);
  expect(failingPart('')).toBe('');
});

test.each([
  ['FAIL a.test.ts (12 ms)\nexpected 1 to be 2', 'FAIL a.test.ts (340 ms)\nexpected 1 to be 2'],
  ['Error: x\n at /tmp/run-abc/work/src/a.ts:10:3', 'Error: x\n at /tmp/run-def/work/src/a.ts:11:5'],
  ['Error at 2026-01-02T03:04:05Z in 0x7ffdeadbeef', 'Error at 2026-05-06T07:08:09.123Z in 0x7ff000000'],
  ['Error in 1b4e28ba-2fa1-11d2-883f-0016d3cca427', 'Error in 6fa459ea-ee8a-3ca4-894e-db77e160355e'],
  ['\u{1B}[31mError: x\u{1B}[39m', 'Error: x'],
  ['FAIL b\nFAIL a', 'FAIL a\nFAIL b'],
  ['Error: port 40123 in use', 'Error: port 40124 in use'],
  ['File "a.py", line 10, in x\nValueError: y', 'File "a.py", line 12, in x\nValueError: y'],
])('%j and %j are one failure', (one, other) => {
  expect(fingerprint(one)).toBe(fingerprint(other));
});

test.each([
  ['Error: x is not defined', 'Error: y is not defined'],
  ['FAIL a.test.ts', 'FAIL b.test.ts'],
  ['src/a.ts:1:1 error: x', 'src/b.ts:1:1 error: x'],
])('%j and %j are two', (one, other) => {
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});

test('plain output has no escapes, no control characters and of drawn lines the last', () => {
  expect(plainOutput('\u{1B}[2K\u{1B}[1Gok\r\n1%\r2%\nbell\u{7}\ttab')).toBe('ok\n2%\nbell\ttab');
});
