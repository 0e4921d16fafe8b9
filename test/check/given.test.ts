import { expect, test } from 'vitest';
import { parseChecks, parseSetup } from '../../src/check/given.ts';
import { Failure } from '../../src/failure.ts';

const given = (text: string) => ({ text, source: 'input `checks`' });

test.each([
  ['test: npm test', 'test', 'npm test'],
  ['npm run a:b', 'npm run a:b', 'npm run a:b'],
  ['npm run a:b -- --x', 'npm run a:b -- --x', 'npm run a:b -- --x'],
  ['https://example.com/x.sh', 'https://example.com/x.sh', 'https://example.com/x.sh'],
  ['curl https://example.com', 'curl https://example.com', 'curl https://example.com'],
  ['fetch: curl https://example.com', 'fetch', 'curl https://example.com'],
  ['unit tests:  make unit ', 'unit tests', 'make unit'],
  ['a: b: c', 'a', 'b: c'],
  ['FOO=a: b', 'FOO=a: b', 'FOO=a: b'],
  [`bash -c 'echo "x: y"'`, `bash -c 'echo "x: y"'`, `bash -c 'echo "x: y"'`],
  ['docker run -p 80:80 x', 'docker run -p 80:80 x', 'docker run -p 80:80 x'],
  ['Prüfung: make prüfen', 'Prüfung', 'make prüfen'],
  ['build (release): cargo build --release', 'build (release)', 'cargo build --release'],
])('the line %j is the check %j', (line, name, command) => {
  expect(parseChecks(given(line))).toEqual([{ name, command, source: 'input `checks`' }]);
});

test('empty lines and comments are passed over, Windows line ends too', () => {
  const checks = parseChecks(given('# all of them\r\n\r\ntest: npm test\r\n  lint: npm run lint\r\n'));
  expect(checks.map(({ name }) => name)).toEqual(['test', 'lint']);
  expect(parseChecks(given('\n# none\n'))).toEqual([]);
});

test.each([
  ['test:', 'a line without a command: “test:”'],
  [': npm test', 'a line without a name before its colon: “: npm test”'],
  ['a: x\nb: y\na: z', 'the name “a” twice'],
  ['a: x\u{1B}[0m', 'a control character'],
])('%j is malformed, and the message says where and what', (text, what) => {
  let failure: unknown;
  try {
    parseChecks(given(text));
  } catch (error) {
    failure = error;
  }
  expect(failure).toBeInstanceOf(Failure);
  expect(failure).toMatchObject({ code: 'bad-input' });
  expect(String(failure)).toContain(what);
  expect(String(failure)).toContain('`checks`');
  expect(String(failure)).toContain('input `checks`');
});

test('setup is one command a line, nothing is no setup', () => {
  expect(parseSetup(given('npm ci\n# then\nnpm run build'))?.commands).toEqual(['npm ci', 'npm run build']);
  expect(parseSetup(given('\n'))).toBe(null);
});
