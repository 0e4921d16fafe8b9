import { closeSync, readdirSync, readFileSync } from 'node:fs';

/** Of the flags of an open file: no program that is started gets it. */
const CLOSED_ON_EXEC = 0o2000000;

/**
 * Closes the files that whoever started this process left open in it, but for standard input and the outputs. They may be
 * credentials or sockets of the runner's, and every program that is started would have them too: Node sees to that for the
 * lowest of them alone. What Node opens itself never reaches another program, and stays. Without `/proc` it does nothing.
 */
export function closeInherited(): void {
  for (const name of readOr(() => readdirSync('/proc/self/fd'), [])) {
    if (Number(name) <= 2) continue;
    const [, flags] =
      /^flags:\s*(\d+)$/m.exec(readOr(() => readFileSync(`/proc/self/fdinfo/${name}`, 'utf8'), '')) ?? [];
    if (flags === undefined || (Number.parseInt(flags, 8) & CLOSED_ON_EXEC) !== 0) continue;
    readOr(() => closeSync(Number(name)), undefined);
  }
}

function readOr<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
