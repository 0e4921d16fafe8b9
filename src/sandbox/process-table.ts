import { readdir, readFile } from 'node:fs/promises';

/** What everybody may know of a process. */
export type Process = Readonly<{
  pid: number;
  parent: number;
  /** Its user, by number. */
  uid: number;
  /** Its id in each of its process namespaces, this one's first. */
  ids: readonly number[];
  /** It ended and waits for its parent to take note. */
  isOver: boolean;
  /** It rests until it is told to go on. */
  isStopped: boolean;
  /** It was told to rest, does so before its next instruction, and is in the kernel until something else has happened. */
  isHeld: boolean;
}>;

/** The bit of `SIGSTOP` in the last six digits of a set of signals. */
const STOP = 0x04_00_00;

/** Every process that can be seen from here; none on systems without `/proc`. */
export async function readProcesses(): Promise<readonly Process[]> {
  const entries = await readdir('/proc').catch(() => []);
  const found = await Promise.all(
    entries.filter((entry) => /^\d+$/.test(entry)).map((pid) => readProcess(Number(pid))),
  );
  return found.filter((process) => process !== null);
}

/** Null when there is none with that id. */
export async function readProcess(pid: number): Promise<Process | null> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => null);
  if (status === null) return null;
  const numbers = (name: string): readonly number[] =>
    (new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '').split(/\s+/).map(Number);
  return {
    pid,
    parent: numbers('PPid')[0] ?? 0,
    uid: numbers('Uid')[0] ?? 0,
    ids: numbers('NSpid'),
    isOver: /^State:\s*[ZX]/m.test(status),
    isStopped: /^State:\s*T/m.test(status),
    isHeld: /^State:\s*D/m.test(status) && (pendingOf(status) & STOP) !== 0,
  };
}

/** The last 24 of the signals that wait for a process. */
function pendingOf(status: string): number {
  return Number.parseInt(/^ShdPnd:\s*[\da-f]*([\da-f]{6})$/m.exec(status)?.[1] ?? '0', 16);
}

/** A process's children, their children and so on. */
export function descendantsOf(pid: number, processes: readonly Process[]): readonly Process[] {
  const found: Process[] = [];
  for (let above = new Set([pid]); above.size > 0;) {
    const children = processes.filter(({ parent }) => above.has(parent));
    found.push(...children);
    above = new Set(children.map((child) => child.pid));
  }
  return found;
}

/** Resolves once none of the processes is alive, or after five seconds. */
export async function untilGone(pids: readonly number[]): Promise<void> {
  for (let left = pids, tries = 0; tries < 500; tries += 1) {
    const found = await Promise.all(left.map(readProcess));
    left = found.flatMap((process) => (process === null || process.isOver ? [] : [process.pid]));
    if (left.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
