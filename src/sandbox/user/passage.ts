import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInside } from '../../workspace/program.ts';
import { quoted } from '../root.ts';

/** Directories that systems keep for what is mounted for a while. */
const STAGES = ['/mnt', '/media', '/srv'];

/**
 * Lines of shell that give a program of another user a way to paths that stand in a directory which is closed to others,
 * as home directories are: for that program alone, in a mount namespace of its own, the closed directory has nothing in it
 * but those paths. Null where nothing is closed. Run by root in that namespace.
 */
export function passageTo(paths: readonly string[]): string | null {
  const closed = new Map(paths.map((path) => [path, closedAbove(path)] as const));
  const covered = [...new Set(closed.values())].filter((path) => path !== null);
  if (covered.length === 0) return null;
  const wanted = paths.filter((path) => closed.get(path) !== null);
  const stage = STAGES.find((path) => existsSync(path) && !paths.some((one) => isInside(one, path))) ?? '/mnt';
  const at = (index: number): string => quoted(join(stage, String(index)));
  return [
    'set -e',
    `mount -t tmpfs -o mode=0755 tmpfs ${quoted(stage)}`,
    ...wanted.map((path, index) => `${create(path, at(index))}; mount --bind ${quoted(path)} ${at(index)}`),
    ...covered.map((path) => `mount -t tmpfs -o mode=0755 tmpfs ${quoted(path)}`),
    ...wanted.map(
      (path, index) =>
        `mkdir -p ${quoted(dirname(path))}; ${create(path, quoted(path), at(index))}; mount --bind ${at(index)} ${quoted(path)}`,
    ),
    `umount -l ${quoted(stage)}`,
  ].join('\n');
}

/** The uppermost directory above a path through which others may not go. */
function closedAbove(path: string): string | null {
  const above: string[] = [];
  for (let at = dirname(path); at !== '/'; at = dirname(at)) above.unshift(at);
  const isClosed = (at: string): boolean => ((statSync(at, { throwIfNoEntry: false })?.mode ?? 0o777) & 0o001) === 0;
  return above.find(isClosed) ?? null;
}

/** Something is mounted over a directory or over a file, as it is one itself. */
function create(path: string, target: string, source = quoted(path)): string {
  return `if [ -d ${source} ]; then mkdir -p ${target}; else : > ${target}; fi`;
}
