import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../src/check/check.ts';
import { compareChecks, findingsOf } from '../../src/check/compare.ts';
import { runChecks } from '../../src/check/run-checks.ts';
import { createNoSandbox } from '../../src/sandbox/none.ts';

const check = { name: 'test', command: 'the command', source: 'test' };
const passed: CheckResult = { check, status: 'passed', exitCode: 0, seconds: 1, reason: null, tail: '' };

/** What the fixer is given of a report. */
function evidenceOf(tail: string): string {
  const after: CheckResult = { ...passed, status: 'failed', exitCode: 1, tail };
  const [finding] = findingsOf(compareChecks([passed], [after]), 0);
  return finding?.evidence ?? '';
}

/** Reports as the tools printed them, of sixty tests that pass and one that does not; where it failed and how. */
const REPORTS = {
  vitest: ['FAIL  v.test.ts > subtracts', 'expected 2 to be 1', 'v.test.ts:3:78'],
  jest: ['FAIL ./a.test.js', '● subtracts', 'Received: 2', 'a.test.js:2:80'],
  node: ['a.test.mjs:3:1', 'subtracts', '2 !== 1', 'a.test.mjs:3:71'],
  tap: ['not ok 61 - subtracts', '2 !== 1', 'a.test.mjs:3:71'],
  pytest: ['test_subtracts', 'assert 3 - 1 == 1', 'test_a.py:6: AssertionError'],
  go: ['TestSubtracts', 'a_test.go:4: got 2, want 1', '--- FAIL'],
  cargo: ['tests::subtracts', 'src/lib.rs:124:56', 'left: 2'],
  maven: ['x.AppTest.subtracts', 'expected: <1> but was: <2>', 'AppTest.java:6'],
} as const;

describe.each(Object.entries(REPORTS))('of a real report by %s the fixer', (tool, telling) => {
  const report = async () => await readFile(new URL(`reports/${tool}.txt`, import.meta.url), 'utf8');

  test('is told where it failed and how', async () => {
    const evidence = evidenceOf(await report());
    for (const part of telling) expect(evidence).toContain(part);
  });

  test('is not told of tests that pass, nor of frames of runners and runtimes', async () => {
    const evidence = evidenceOf(await report());
    expect(evidence).not.toMatch(/passing.test.number.(?:10|30)\b|test_passing|console noise 3\d/i);
    expect(evidence).not.toMatch(/node:internal|org\.junit\.jupiter|java\.base|\/rustc\/|node_modules/);
    expect(evidence.length).toBeLessThan(1500);
  });
});

const NOISE = Array.from({ length: 200 }, (_, at) => `a line of noise ${at}`).join('\n');

/** Shapes of reports that cannot be had here; the first line of each is what must come first. */
test.each([
  ['gradle', 'OneTest > adds() FAILED\n    org.opentest4j.AssertionFailedError: expected: <1> but was: <2>'],
  ['javac under Maven', '[ERROR] COMPILATION ERROR : \n[ERROR] /x/src/A.java:[10,5] cannot find symbol'],
  ['dotnet test', '  Failed App.Tests.Adds [12 ms]\n  Error Message:\n   Assert.Equal() Failure'],
  ['phpunit', '1) OneTest::testAdds\nFailed asserting that 2 matches expected 1.'],
  ['rspec', '  1) Calculator adds\n     Failure/Error: expect(2).to eq(1)'],
  ['GoogleTest', 'one_test.cc:5: Failure\nExpected equality of these values:'],
  ['dart test', '00:01 +3 -1: adds numbers [E]\n  Expected: <1>'],
  ['go build', '# example.com/a\n./a.go:3:5: undefined: x'],
  ['mypy', 'src/a.py:3: error: Incompatible return value type'],
  ['gcc', 'src/a.c:3:5: error: expected expression'],
])('of a report by %s the failure comes first and the noise is gone', (_, failure) => {
  const evidence = evidenceOf(`${NOISE}\n${NOISE}\n${failure}\n`);
  expect(evidence).toContain(failure.trim().split('\n')[0]);
  expect(evidence).toContain(failure.split('\n').at(-1));
  expect(evidence).not.toContain('a line of noise 150');
});

test('of a report by eslint the file stands above its errors, whatever warnings are between', () => {
  const warnings = Array.from(
    { length: 20 },
    (_, at) => `  ${at}:1  warning  Unexpected console statement  no-console`,
  );
  const evidence = evidenceOf(
    `${NOISE}\n\n/x/src/a.js\n${warnings.join('\n')}\n  30:7  error  'a' is never used  no-unused-vars\n\n✖ 21 problems\n`,
  );
  expect(evidence).toMatch(/^\/x\/src\/a\.js\n/);
  expect(evidence).toContain("30:7  error  'a' is never used");
});

test('what tests wrote to the console is no failure of jest’s', () => {
  const consoles = '  ● Console\n\n    console.log\n      chatter of a test\n\n      at log (a.test.js:1:1)\n\n';
  const evidence = evidenceOf(
    `PASS src/a.test.js\n${consoles}FAIL src/b.test.js\n${consoles}  ● subtracts\n\n    Received: 2\n`,
  );
  expect(evidence).toBe('FAIL src/b.test.js\n  ● subtracts\n\n    Received: 2');
});

test('a failure that stands long before the end of the output is kept', async () => {
  const report = `printf '%s\\n' '--- FAIL: TestFirst (0.00s)' '    a_test.go:7: got 2, want 1'`;
  const command = `${report}; for i in $(seq 1500); do echo "ok   example.com/package/$i 0.01s"; done; exit 1`;
  const [result] = await runChecks({
    checks: [{ ...check, command }],
    directory: tmpdir(),
    sandbox: createNoSandbox(),
    env: { PATH: process.env['PATH'] ?? '' },
    timeoutSeconds: 20,
  });
  expect(Buffer.byteLength(result?.tail ?? '')).toBeLessThanOrEqual(16 * 1024);
  expect(result?.tail).toContain('example.com/package/1500');
  expect(evidenceOf(result?.tail ?? '')).toContain('a_test.go:7: got 2, want 1');
});
