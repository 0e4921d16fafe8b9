import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createNoSandbox } from '../../src/sandbox/none.ts';

const ENV = { PATH: process.env['PATH'] ?? '' };

function start(script: string, timeout = 10_000, sandbox = createNoSandbox()) {
  return sandbox.start({ file: '/bin/sh', args: ['-c', script], cwd: '/tmp', env: ENV, timeout });
}

/** A process that ended and waits for its parent to take note is not alive. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('a program without confinement', () => {
  it('has the environment it was given and nothing of ours', async () => {
    process.env['PATCHWRIGHT_TEST_CANARY'] = 'canary-2f7a';
    const { output } = await start('env').ended;
    delete process.env['PATCHWRIGHT_TEST_CANARY'];
    expect(output).not.toContain('canary-2f7a');
    expect(output).not.toMatch(/^HOME=/m);
  });

  it('does not outlive its time, nor does what it started', async () => {
    const ended = await start('trap "" TERM; setsid sleep 300 & echo $!; sleep 300', 300).ended;
    expect(ended.timedOut).toBe(true);
    expect(isAlive(Number(ended.output.trim()))).toBe(false);
  });

  it('leaves no detached child behind when it ends by itself', async () => {
    const { output, exitCode } = await start('setsid sleep 300 >/dev/null 2>&1 & echo $!').ended;
    expect(exitCode).toBe(0);
    expect(isAlive(Number(output.trim()))).toBe(false);
  });

  it('ends though a child holds its output open', async () => {
    const { output, exitCode } = await start('setsid sleep 300 & echo done').ended;
    expect({ output, exitCode }).toEqual({ output: 'done\n', exitCode: 0 });
  });

  it('that does not exist is told as exit code 127', async () => {
    const { ended } = createNoSandbox().start({
      file: '/no/such/program',
      args: [],
      cwd: '/tmp',
      env: ENV,
      timeout: 0,
    });
    expect((await ended).exitCode).toBe(127);
  });

  it('is spared by a sweep that names it, while its children are not', async () => {
    const sandbox = createNoSandbox();
    let sleeper = 0;
    const child = sandbox.start({
      file: '/bin/sh',
      args: ['-c', 'setsid sleep 300 & echo $!; wait; echo on'],
      cwd: '/tmp',
      env: ENV,
      timeout: 10_000,
      onLine: (line) => {
        sleeper ||= Number(line);
      },
    });
    await expect.poll(() => readFile(`/proc/${sleeper}/cmdline`, 'utf8').catch(() => '')).toContain('sleep');
    await sandbox.sweep([child.pid ?? 0]);
    const { exitCode, output } = await child.ended;
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: `${sleeper}\non\n` });
    expect(isAlive(sleeper)).toBe(false);
  });
});
