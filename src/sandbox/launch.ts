import { execa } from 'execa';
import type { Confined, ConfinedProcess, Ended } from './sandbox.ts';

/** Kept of a program's output: 64 KiB. */
const OUTPUT_KEPT = 64 * 1024;

/** What is really started for a program, and how it is brought to its end. */
export type Launched = Readonly<{
  command: Readonly<{ file: string; args: readonly string[]; env: Readonly<Record<string, string>>; cwd: string }>;
  /** Called with what it writes to its third descriptor, which it has only then. */
  onThird?: (text: string) => void;
  /** The process that is started is another user's, so that a signal of ours does not reach it. */
  isForeign?: boolean;
  /** Kills whatever of it is alive besides the process that was started, and that one too where it is another user's. */
  end: () => Promise<void>;
  /** Called once nothing of it is left. */
  onEnded?: () => Promise<void>;
}>;

/** Starts a program in the way of a sandbox and follows it to its end. Nothing of it lives on after `ended`. */
export function launch(
  program: Confined,
  { command, onThird, isForeign = false, end, onEnded }: Launched,
): ConfinedProcess {
  const kept = keepTail(OUTPUT_KEPT);
  const subprocess = execa(command.file, command.args, {
    cwd: command.cwd,
    env: command.env,
    extendEnv: false,
    stdio: [
      program.input === undefined ? 'ignore' : 'pipe',
      program.outputFile?.createWriteStream({ autoClose: false }) ?? 'pipe',
      'pipe',
      onThird === undefined ? 'ignore' : 'pipe',
    ],
    all: true,
    buffer: false,
    reject: false,
    killDescendants: true,
    forceKillAfterDelay: 500,
  });
  subprocess.stdio[3]?.on('data', (chunk: Buffer) => onThird?.(chunk.toString('latin1')));
  // Not every program reads to the end of what it is given.
  subprocess.stdin?.on('error', () => undefined).end(program.input);
  let timedOut = false;
  let [exited, killed, over] = [false, false, false];
  const kill = async (): Promise<void> => {
    // What is told apart by a number that is given anew is somebody else's by then.
    if (over) return;
    killed ||= !exited;
    if (!exited && !isForeign) subprocess.kill('SIGKILL');
    await end();
  };
  const timer = setTimer(program.timeout, () => {
    timedOut = true;
    void kill();
  });
  // A detached grandchild can hold the output open after its parent's end; it is not waited for.
  subprocess.nodeChildProcess.once('exit', () => {
    exited = true;
    void kill();
  });
  const reading = readLines(subprocess.all, (line) => {
    kept.add(`${line}\n`);
    program.onLine?.(line);
  });
  const ended = subprocess.then(async (result): Promise<Ended> => {
    clearTimeout(timer);
    exited = true;
    await Promise.all([reading, kill()]);
    over = true;
    await onEnded?.();
    const failedToStart = result.exitCode === undefined && result.signal === undefined;
    return {
      // What stands around a program tells its death by a signal as an exit code of its own.
      exitCode: killed ? null : (result.exitCode ?? (failedToStart ? 127 : null)),
      signal: killed ? 'SIGKILL' : (result.signal ?? null),
      timedOut,
      output: failedToStart ? (result.shortMessage ?? '') : kept.text(),
    };
  });
  return { pid: subprocess.pid, ended, kill };
}

/** Without a time there is nothing to wait for. */
function setTimer(milliseconds: number, onTime: () => void): NodeJS.Timeout | undefined {
  return milliseconds > 0 ? setTimeout(onTime, milliseconds) : undefined;
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
