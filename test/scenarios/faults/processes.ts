import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, resolve } from 'node:path';

type Process = Readonly<{ pid: number; command: string; directory: string; environment: string }>;

/** Ends the coder's OpenCode of the run with a clone, as the kernel does when memory runs out. */
export function killOpenCodeOf(clone: string): void {
  // A server has a directory of its own beside the clone; a command works in the clone.
  const places = [clone, resolve(clone, '../../agents/coder')];
  const found = processes().filter(
    ({ command, directory }) =>
      basename(command.split('\0')[0] ?? '').startsWith('opencode') && places.includes(directory),
  );
  if (found.length === 0) throw new Error(`No OpenCode works in ${places.join(' or ')}`);
  for (const { pid } of found) end(pid);
}

/** The command lines of the processes that have to do with a directory: by where they are, their arguments or environment. */
export function processesAbout(directory: string): readonly string[] {
  return about(directory).map(({ pid, command }) => `${pid} ${command.replaceAll('\0', ' ')}`);
}

/** Ends them all. */
export function killProcessesAbout(directory: string): void {
  for (const { pid } of about(directory)) end(pid);
}

/** A process may have ended by itself meanwhile. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}

function about(directory: string): readonly Process[] {
  return processes().filter((process) =>
    [process.command, process.directory, process.environment].some((text) => text.includes(directory)),
  );
}

function processes(): readonly Process[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .flatMap((pid) => {
      const command = readOr(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      // A process that has ended and was not collected yet has no command line.
      if (command === '') return [];
      return [
        {
          pid,
          command,
          directory: readOr(() => readlinkSync(`/proc/${pid}/cwd`)),
          environment: readOr(() => readFileSync(`/proc/${pid}/environ`, 'utf8')),
        },
      ];
    });
}

/** A process may end between being listed and being looked at. */
function readOr(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
