import { execa } from 'execa';
import { createMark, endMarked, MARK } from './marked-processes.ts';
import type { Confined, ConfinedProcess, Ended, Sandbox } from './sandbox.ts';

/** Kept of a program's output: 64 KiB. */
const OUTPUT_KEPT = 64 * 1024;

/**
 * No confinement but a clean environment, a process group of its own and an end for everything that was started:
 * programs run as the runner's user and can read what that user can read. No two sandboxes may have the same `mark`.
 */
export function createNoSandbox(mark: string = createMark()): Sandbox {
  let started = 0;
  return {
    kind: 'none',
    description:
      'Not confined: the agent, setup and checks ran as the runner’s user, with an environment of their own and without any GitHub credential in it.',
    start: (program) => {
      started += 1;
      return start(program, `${mark}.${started}.`);
    },
    sweep: (spare = []) => endMarked(`${mark}.`, spare),
  };
}

function start(program: Confined, mark: string): ConfinedProcess {
  const kept = keepTail(OUTPUT_KEPT);
  const subprocess = execa(program.file, program.args, {
    cwd: program.cwd,
    env: { ...program.env, [MARK]: mark },
    extendEnv: false,
    stdin: program.input === undefined ? 'ignore' : 'pipe',
    stdout: program.outputFile?.createWriteStream({ autoClose: false }) ?? 'pipe',
    all: true,
    buffer: false,
    reject: false,
    killDescendants: true,
    forceKillAfterDelay: 500,
  });
  // Not every program reads to the end of what it is given.
  subprocess.stdin?.on('error', () => undefined).end(program.input);
  let timedOut = false;
  const kill = async (): Promise<void> => {
    subprocess.kill('SIGKILL');
    await endMarked(mark);
  };
  const timer =
    program.timeout > 0
      ? setTimeout(() => {
          timedOut = true;
          void kill();
        }, program.timeout)
      : undefined;
  // A detached grandchild can hold the output open after its parent's end; it is not waited for.
  subprocess.nodeChildProcess.once('exit', () => void kill());
  const reading = readLines(subprocess.all, (line) => {
    kept.add(`${line}\n`);
    program.onLine?.(line);
  });
  const ended = subprocess.then(async (result): Promise<Ended> => {
    clearTimeout(timer);
    await Promise.all([reading, kill()]);
    const failedToStart = result.exitCode === undefined && result.signal === undefined;
    return {
      exitCode: result.exitCode ?? (failedToStart ? 127 : null),
      signal: result.signal ?? null,
      timedOut,
      output: failedToStart ? (result.shortMessage ?? '') : kept.text(),
    };
  });
  return { pid: subprocess.pid, ended, kill };
}

async function readLines(stream: AsyncIterable<Uint8Array | string>, onLine: (line: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of stream) {
      const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
      // A program that never ends its line must not fill the memory.
      if (rest.length > OUTPUT_KEPT) rest = rest.slice(-OUTPUT_KEPT);
    }
  } catch {
    // The stream breaks off when the program is killed; what had arrived is kept.
  }
  if (rest !== '') onLine(rest);
}

function keepTail(limit: number): Readonly<{ add: (text: string) => void; text: () => string }> {
  let tail = '';
  return {
    add(text) {
      tail += text;
      if (tail.length > 2 * limit) tail = tail.slice(-limit);
    },
    text: () => tail.slice(-limit),
  };
}
