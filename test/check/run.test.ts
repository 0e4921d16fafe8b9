import { randomInt } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckResult } from '../../src/check/check.ts';
import { runChecks } from '../../src/check/run-checks.ts';
import { runSetup } from '../../src/check/run-setup.ts';
import { createNoSandbox } from '../../src/sandbox/none.ts';
import { processesWith } from '../sandbox/confined.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'check-test-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', CI: 'true' };

async function run(command: string, timeoutSeconds = 10): Promise<CheckResult> {
  const checks = [{ name: 'it', command, source: 'test' }];
  const [result] = await runChecks({ checks, directory, sandbox: createNoSandbox(), env, timeoutSeconds });
  if (result === undefined) throw new Error('There is no result.');
  return result;
}

test('a check passes with 0, fails with another code, and keeps what it printed', async () => {
  expect(await run('echo fine; echo bad >&2')).toMatchObject({ status: 'passed', exitCode: 0, reason: null });
  const failed = await run('echo out; echo err >&2; exit 3');
  expect(failed).toMatchObject({ status: 'failed', exitCode: 3, reason: null });
  expect(failed.tail).toMatch(/out\n?.*err|err\n?.*out/s);
});

test('a failure in the middle of a pipe or of several commands is a failure', async () => {
  expect(await run('false | cat')).toMatchObject({ status: 'failed' });
  expect(await run('false; true')).toMatchObject({ status: 'failed' });
});

test('a check that takes too long is stopped with all that it started, and is not run', async () => {
  const name = `sleep ${randomInt(1e6, 1e9)}`;
  const result = await run(`${name} & ${name}`, 0.4);
  expect(result).toMatchObject({ status: 'not-run', reason: 'it took longer than 0.4 s and was stopped' });
  expect(await processesWith(name)).toEqual([]);
});

test('what a check leaves running is ended with it', async () => {
  const name = `sleep ${randomInt(1e6, 1e9)}`;
  expect(await run(`setsid ${name} > /dev/null 2>&1 & echo started`)).toMatchObject({ status: 'passed' });
  expect(await processesWith(name)).toEqual([]);
});

test('of the environment there is what was given and no more', async () => {
  const { tail } = await run('env');
  expect(tail).toContain('CI=true');
  const foreign = Object.keys(process.env).filter(
    (name) => !['PATH', 'HOME', 'CI', '_', 'PWD', 'SHLVL', 'OLDPWD'].includes(name),
  );
  expect(foreign.filter((name) => tail.split('\n').some((line) => line.startsWith(`${name}=`)))).toEqual([]);
});

test.each([
  ['nosuchprogram --x', 'nosuchprogram was not found (exit 127)'],
  ['./check.sh', './check.sh was not found (exit 127)'],
  ['/etc/passwd', 'a command could not be started (exit 126)'],
  ['python3 -m nosuchmodule', 'the Python module nosuchmodule is not installed'],
  ['printf "all:\\n\\ttrue\\n" > Makefile && make nosuchtarget', 'make has no target nosuchtarget'],
  ['printf "all:\\n\\tnosuchprogram\\n" > Makefile && make', 'nosuchprogram was not found'],
  ['echo "{}" > package.json && npm run nosuchscript', 'there is no script nosuchscript'],
  ['node node_modules/vitest/vitest.mjs', 'vitest/vitest.mjs is not installed'],
])('%j could not be run, and says why', async (command, reason) => {
  expect(await run(command)).toMatchObject({ status: 'not-run', reason });
});

test.each([
  [`node -e "require('nosuchpackage')"`],
  [`node -e "import('nosuchpackage')"`],
  [`python3 -c "import nosuchmodule"`],
  ['echo "sh: 1: helper: not found"; exit 1'],
  ['echo "No module named pytest"; exit 1'],
])('%j failed, because the project’s own code can cause it', async (command) => {
  expect(await run(command)).toMatchObject({ status: 'failed' });
});

test('the tail is the last 16 KiB, from the start of a line, without terminal escapes', async () => {
  const { tail } = await run(
    String.raw`for i in $(seq 1 3000); do printf '\033[31mline %s of it\033[0m\n' $i; done; exit 1`,
  );
  expect(Buffer.byteLength(tail)).toBeLessThanOrEqual(16 * 1024);
  expect(Buffer.byteLength(tail)).toBeGreaterThan(15 * 1024);
  expect(tail).toMatch(/^line \d+ of it\n/);
  expect(tail).toContain('line 3000 of it');
  expect(tail).not.toContain('\u{1B}');
  const { tail: drawn } = await run(String.raw`printf '10%%\r50%%\r100%%\r\ndone\n'`);
  expect(drawn).toContain('100%\ndone');
  expect(drawn).not.toContain('50%');
});

test('checks run one after another and progress names each', async () => {
  const told: string[] = [];
  const checks = ['one', 'two'].map((name) => ({ name, command: `echo ${name} >> order`, source: 'test' }));
  const results = await runChecks({
    checks,
    directory,
    sandbox: createNoSandbox(),
    env,
    timeoutSeconds: 5,
    onProgress: (what) => told.push(what),
  });
  expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
  expect(told).toEqual(['one (1 of 2)', 'two (2 of 2)']);
  expect(await readFile(join(directory, 'order'), 'utf8')).toBe('one\ntwo\n');
});

test('setup runs its commands in order and stops at the first that fails, which is told', async () => {
  const setup = (commands: readonly string[], timeoutSeconds = 10) =>
    runSetup({ setup: { commands, source: 'test' }, directory, sandbox: createNoSandbox(), env, timeoutSeconds });
  expect(await setup(['echo 1 > made', 'echo 2 >> made'])).toMatchObject({ ok: true });
  expect(await readFile(join(directory, 'made'), 'utf8')).toBe('1\n2\n');
  const failed = await setup(['echo to install; exit 4', 'echo 3 >> made']);
  expect(failed).toMatchObject({
    ok: false,
    command: 'echo to install; exit 4',
    reason: '`echo to install; exit 4` ended with exit code 4.',
  });
  expect(await readFile(join(directory, 'made'), 'utf8')).toBe('1\n2\n');
  expect(await setup(['sleep 0.2', 'sleep 30'], 3)).toMatchObject({
    ok: false,
    reason: '`sleep 30` was stopped after 3 s.',
  });
});
