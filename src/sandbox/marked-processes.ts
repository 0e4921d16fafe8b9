import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

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

/** Kills what `find` finds until it finds nothing more, for a tenth of a second at most. */
export async function endProcesses(find: () => Promise<readonly number[]>): Promise<void> {
  for (let pass = 0; pass < 5; pass += 1) {
    const pids = await find();
    if (pids.length === 0) return;
    for (const pid of pids) signalKill(pid);
    await new Promise((resolve) => setTimeout(resolve, 20));
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
    return environment.split('\0').some((entry) => entry.startsWith(`${variable}=${prefix}`));
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

function signalKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in between.
  }
}
