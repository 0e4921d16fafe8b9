import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInside } from '../../workspace/program.ts';

export type Ways = Readonly<{
  /** `own` is to be nobody's but its user's, `seen` is what everybody may see from now on. */
  open: (ends: Readonly<{ own: string; seen: readonly string[] }>) => void;
}>;

/**
 * Lets other users go through the directories of the run to what they are to see, and closes to them whatever else stands
 * beside the way. Directories above the run's are the runner's to open.
 */
export function createWays(home: string): Ways {
  const opened = new Set<string>();
  return {
    open({ own, seen }) {
      const ends = [own, ...seen].filter((path) => path !== home && isInside(path, home));
      const ways = new Set(ends.flatMap((path) => above(path, home)));
      for (const path of [...ways, ...ends]) opened.add(path);
      for (const directory of ways) {
        change(directory, 0o711);
        const beside = readdirSync(directory).map((name) => join(directory, name));
        for (const path of beside.filter((path) => !opened.has(path))) close(path);
      }
      for (const path of ends) change(path, path === own ? 0o700 : 0o755);
    },
  };
}

/** The directories that stand above a path, up to the run's own. */
function above(path: string, home: string): readonly string[] {
  const directory = dirname(path);
  return directory === home ? [directory] : [directory, ...above(directory, home)];
}

function close(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isSymbolicLink()) return;
  change(path, found.mode & 0o700);
}

function change(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch {
    // It is lent to another user at this moment, who may not be trusted code's to command.
  }
}
