import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { endLeftovers } from '../../src/sandbox/leftovers.ts';
import { createMark } from '../../src/sandbox/marked-processes.ts';
import { createNoSandbox } from '../../src/sandbox/none.ts';

const PATH = process.env['PATH'] ?? '';
/** A process that ended and waits for its parent to take note is not alive. */
async function isAlive(pid: number): Promise<boolean> {
  const { stdout } = await execa('ps', ['-o', 'stat=', '-p', String(pid)], { reject: false });
  return stdout !== '' && !stdout.startsWith('Z');
}

async function place() {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'leftovers-')));
  return { home, mark: createMark(), [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }) };
}

/** Starts a detached sleeper and tells its process id. */
async function sleeper(options: { cwd?: string; env?: Record<string, string>; script?: string } = {}): Promise<number> {
  const { cwd = '/', env = {}, script = 'sleep 300' } = options;
  const line = `setsid ${script} > /dev/null 2>&1 & echo $!`;
  const { stdout } = await execa('/bin/sh', ['-c', line], { cwd, env: { PATH, ...env }, extendEnv: false });
  return Number(stdout);
}

test('every process of the run is ended: marked, in its directory, started from there, or with it on the command line', async () => {
  await using run = await place();
  await writeFile(join(run.home, 'tool'), '#!/bin/sh\nexec sleep 300\n', { mode: 0o755 });
  await execa('cp', ['/bin/sleep', join(run.home, 'own-sleep')]);
  const disguised = await sleeper({ script: `bash -c 'exec -a sleep ${run.home}/own-sleep 300'` });
  await expect.poll(() => readFile(`/proc/${disguised}/cmdline`, 'utf8')).toBe(['sleep', '300', ''].join('\0'));
  const pids = [
    disguised,
    await sleeper({ env: { PATCHWRIGHT_CONFINED: `${run.mark}.gateway.` } }),
    await sleeper({ cwd: run.home }),
    await sleeper({ script: `tail -f ${run.home}/tool` }),
  ];
  expect(new Set(await endLeftovers(run))).toEqual(new Set(pids));
  expect(await Promise.all(pids.map(isAlive))).toEqual([false, false, false, false]);
});

test('nobody else is touched: other runs, this process, and the shell above it that names the directory', async () => {
  await using run = await place();
  const others = [
    await sleeper({ env: { PATCHWRIGHT_CONFINED: `${createMark()}.1.1.` } }),
    await sleeper({ env: { PATCHWRIGHT_CONFINED: `${run.mark}0.1.1.` } }),
    await sleeper({ cwd: tmpdir() }),
  ];
  const source = join(import.meta.dirname, '../../src/sandbox/leftovers.ts');
  const end = `import { endLeftovers } from '${source}'; console.log(JSON.stringify(await endLeftovers(JSON.parse(process.argv[1]))));`;
  const command = `'${process.execPath}' --input-type=module -e "$0" '${JSON.stringify(run)}' ${run.home}/; echo "the shell is alive"`;
  const { stdout } = await execa('/bin/sh', ['-c', command, end]);
  expect(stdout).toBe('[]\nthe shell is alive');
  expect(await Promise.all(others.map(isAlive))).toEqual([true, true, true]);
  for (const pid of others) process.kill(pid);
});

test('what any sandbox of a run starts carries the mark of the run', async () => {
  await using run = await place();
  const program = { file: '/bin/sleep', args: ['300'], cwd: '/', env: { PATH }, timeout: 0 };
  const started = [1, 2].map((made) => createNoSandbox(`${run.mark}.${made}`).start(program));
  expect(new Set(await endLeftovers(run))).toEqual(new Set(started.map(({ pid }) => pid)));
  expect((await Promise.all(started.map(({ ended }) => ended))).map(({ signal }) => signal)).toEqual([
    'SIGKILL',
    'SIGKILL',
  ]);
});

test('a sweep of one sandbox leaves those of the others alone', async () => {
  await using run = await place();
  const program = { file: '/bin/sleep', args: ['300'], cwd: '/', env: { PATH }, timeout: 0 };
  const [first, second] = [createNoSandbox(`${run.mark}.1`), createNoSandbox(`${run.mark}.2`)];
  const kept = second.start(program);
  const swept = first.start(program);
  await first.sweep();
  await swept.ended;
  expect(await isAlive(kept.pid ?? 0)).toBe(true);
  await kept.kill();
});
