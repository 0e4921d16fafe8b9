import { readFile, readlink } from 'node:fs/promises';
import { endProcesses, findProcesses, MARK } from './marked-processes.ts';

/** What tells a run's processes from others. */
export type LeftRun = Readonly<{
  /** With which the marks of its processes begin. */
  mark: string;
  /** Directory of the run. */
  home: string;
}>;

/**
 * Kills every process of a run except this one and those above it: who carries the mark, and who stands in the directory,
 * comes from there or has it on the command line. That finds trusted code's own children, and who took the mark out of its
 * environment. Systems without `/proc` have none to find. Resolves to the ids of those that were there.
 */
export async function endLeftovers(run: LeftRun): Promise<readonly number[]> {
  const spared = await lineOf(process.pid);
  const ended = new Set<number>();
  await endProcesses(async () => {
    const found = (await findProcesses((directory) => belongsTo(run, directory))).filter((pid) => !spared.has(pid));
    for (const pid of found) ended.add(pid);
    return found;
  });
  return [...ended];
}

async function belongsTo({ mark, home }: LeftRun, directory: string): Promise<boolean> {
  const [environment, command, standsIn, program] = await Promise.all([
    readFile(`${directory}/environ`, 'latin1').catch(() => ''),
    readFile(`${directory}/cmdline`, 'latin1').catch(() => ''),
    readlink(`${directory}/cwd`).catch(() => ''),
    readlink(`${directory}/exe`).catch(() => ''),
  ]);
  return (
    environment.split('\0').some((entry) => entry.startsWith(`${MARK}=${mark}.`)) ||
    command.includes(`${home}/`) ||
    [standsIn, program].some((path) => `${path}/`.startsWith(`${home}/`))
  );
}

/** A process and those above it: a job in a shell may have the directory on its command line. */
async function lineOf(pid: number): Promise<ReadonlySet<number>> {
  const line = new Set<number>();
  for (let at = pid; at > 0 && !line.has(at); at = await parentOf(at)) line.add(at);
  return line;
}

/** 0 where there is none. */
async function parentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  return Number(/^PPid:\s*(\d+)$/m.exec(status)?.[1] ?? 0);
}
