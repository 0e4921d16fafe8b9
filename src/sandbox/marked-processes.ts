import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { untilGone } from './process-table.ts';

/** Variable that names the run, the sandbox and the program that a process belongs to, so that it is found again. */
export const MARK = 'PATCHWRIGHT_CONFINED';

/** A mark that no other run has. Marks of what belongs to it begin with it and a dot. */
export function createMark(): string {
  return randomBytes(8).toString('hex');
}

/** The environment variable that marks a program as the run's. */
export function markOf(run: string, what: string): Readonly<Record<string, string>> {
  return { [MARK]: `${run}.${what}.` };
}

/** Kills every process whose mark begins with `prefix`, except those in `spare`, and what they start meanwhile. */
export async function endMarked(prefix: string, spare: readonly number[] = []): Promise<void> {
  await endProcesses(async () => (await markedProcesses(MARK, prefix)).filter((pid) => !spare.includes(pid)));
}

/** Ids of those with the mark in their environment, or on the command line, which is all that others' processes show. */
export async function findMarked(prefix: string): Promise<readonly number[]> {
  return await findProcesses(async (directory) => {
    const read = (name: string): Promise<string> => readFile(`${directory}/${name}`, 'latin1').catch(() => '');
    const [environment, command] = await Promise.all([read('environ'), read('cmdline')]);
    return isMarked(environment, prefix) || command.includes(prefix);
  });
}

function isMarked(environment: string, prefix: string, variable = MARK): boolean {
  return environment.split('\0').some((entry) => entry.startsWith(`${variable}=${prefix}`));
}

/**
 * Kills what `find` finds until it finds nothing twice in a row, as a process that is becoming another program shows neither
 * environment nor command line for a moment; `kill` kills those that are another user's, where there is a way.
 */
export async function endProcesses(
  find: () => Promise<readonly number[]>,
  kill: (pids: readonly number[]) => Promise<void> = async () => undefined,
): Promise<void> {
  for (let pass = 0, quiet = 0; pass < 6 && quiet < 2; pass += 1) {
    const pids = await find();
    quiet = pids.length === 0 ? quiet + 1 : 0;
    if (quiet === 1) await new Promise((resolve) => setTimeout(resolve, 10));
    if (quiet > 0) continue;
    const others = pids.filter((pid) => !signalKill(pid));
    if (others.length > 0) await kill(others);
    await Promise.race([untilGone(pids), new Promise((resolve) => setTimeout(resolve, 200))]);
  }
}

/**
 * Process ids whose environment at their start held `variable` with a value that begins with `prefix`. A child that
 * left its process group (`setsid`) still carries its parent's environment, so it is found here; one that cleared its
 * environment is not. Systems without `/proc` have none.
 */
export async function markedProcesses(variable: string, prefix: string): Promise<readonly number[]> {
  return await findProcesses(async (directory) => {
    const environment = await readFile(`${directory}/environ`, 'latin1').catch(() => '');
    return isMarked(environment, prefix, variable);
  });
}

/** Ids of the processes, this one aside, for whose directory in `/proc` the answer is yes. */
export async function findProcesses(isOne: (directory: string) => Promise<boolean>): Promise<readonly number[]> {
  const entries = await readdir('/proc').catch(() => []);
  const pids = entries.filter((entry) => /^\d+$/.test(entry)).map(Number);
  const others = pids.filter((pid) => pid !== process.pid);
  const found = await Promise.all(others.map(async (pid) => ((await isOne(`/proc/${pid}`)) ? pid : null)));
  return found.filter((pid) => pid !== null);
}

/** False when it is not ours to kill. */
function signalKill(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself in between, or it is another user's.
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM');
  }
  return true;
}
