import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInside } from '../../workspace/program.ts';
import { quoted } from '../root.ts';

/** Directories that systems keep for what is mounted for a while. */
const STAGES = ['/mnt', '/media', '/srv'];

/** Where everybody may put something, or finds the sockets of services: a program has its own, empty at first. */
const OWN = ['/tmp', '/var/tmp', '/dev/shm', '/run', '/var/run'];

/** Of those what programs need, as the names of hosts are resolved by it. */
const NEEDED = ['/etc/resolv.conf', '/run/current-system'];

/** What stands around a program: mounts, message queues and shared memory of its own, and a list of processes where that can be had. */
export type Walls = Readonly<{
  /** Absolute path. */
  unshare: string;
  processes: 'hidden' | 'seen';
}>;

/** What stands where in a program's mount namespace; whatever else stands there is read-only. */
type Shown = Readonly<{
  writable: readonly string[];
  readable: readonly string[];
  /** Directories of the runner's own, of which it sees what is shown to it and nothing else. */
  hidden: readonly string[];
  /** Files that stand in the place of others. */
  instead: readonly (readonly [file: string, place: string])[];
}>;

/** The shell is the first process of the namespace: with its end all others end. */
const OWN_PROCESSES = ['--pid', '--fork', '--kill-child', '--mount-proc'];

/**
 * What stands before the shell that starts a program, and the lines that this one runs first. Without mounts of its own a
 * program can write whatever everybody may.
 */
export function inWalls(walls: Walls | null, shown: Shown): Readonly<{ command: readonly string[]; passage: string }> {
  if (walls === null) return { command: [], passage: '' };
  const command = [walls.unshare, '--mount', '--ipc', ...(walls.processes === 'hidden' ? OWN_PROCESSES : [])];
  return { command: [...command, '--propagation', 'private', '--'], passage: passageTo(shown) };
}

/**
 * Lines of shell that leave a program of another user what it may write and nothing else to write, run by root in a mount
 * namespace of the program's own. They give it a way to paths that stand in a directory which is closed to others, as home
 * directories are: the closed directory has nothing in it but those paths. What cannot be done ends the shell.
 */
function passageTo({ writable, readable, hidden, instead }: Shown): string {
  const own = [...OWN, ...hidden].filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory());
  const paths = [...new Set([...writable, ...readable, ...neededIn(own)])].toSorted((a, b) => a.length - b.length);
  const covers = new Map(paths.map((path) => [path, coverOf(path, own)] as const));
  const covered = outermost([...own, ...[...covers.values()].filter((path) => path !== null)]);
  const moved = paths.filter((path) => covers.get(path) !== null);
  const stage = STAGES.find((path) => existsSync(path) && !paths.some((one) => isInside(one, path))) ?? '/mnt';
  const at = (index: number): string => quoted(join(stage, String(index)));
  return [
    'set -e; mask=$(umask); umask 022',
    `mount -t tmpfs -o mode=0755 tmpfs ${quoted(stage)}`,
    ...moved.map((path, index) => `${create(path, at(index))}; mount --bind ${quoted(path)} ${at(index)}`),
    ...instead.map(
      ([file], index) => `: > ${at(moved.length + index)}; mount --bind ${quoted(file)} ${at(moved.length + index)}`,
    ),
    ...covered.map((path) => `mount -t tmpfs -o mode=${modeOf(path)},nosuid,nodev tmpfs ${quoted(path)}`),
    ...moved.map(
      (path, index) =>
        `mkdir -p ${quoted(dirname(path))}; ${create(path, quoted(path), at(index))}; mount --bind ${at(index)} ${quoted(path)}`,
    ),
    ...instead.map(([, place], index) => `mount --bind ${at(moved.length + index)} ${quoted(place)}`),
    `umount -l ${quoted(stage)}`,
    'mkdir -p -m 1777 /run/lock',
    ...writable.filter((path) => !moved.includes(path)).map((path) => `mount --bind ${quoted(path)} ${quoted(path)}`),
    ...moved.filter((path) => !writable.includes(path)).map((path) => `mount -o remount,bind,ro ${quoted(path)}`),
    readOnly([...writable, ...covered.flatMap((path) => [path, `${path}/`])]),
    'umask "$mask"',
  ].join('\n');
}

/** What it reads from the table of mounts has spaces and the like as octal numbers. */
function readOnly(except: readonly string[]): string {
  const spared = except.map((path) => (path.endsWith('/') ? `${quoted(path)}*` : quoted(path)));
  return [
    'root=',
    'while read -r _ _ _ _ point options _; do',
    String.raw`  case $point in *\\*) point=$(printf '%b' "$(printf '%s' "$point" | sed 's/\\/\\0/g')");; esac`,
    `  case $point in ${['/proc', '/proc/*', '/dev/pts', ...spared].join('|')}) continue;; esac`,
    '  if [ "$point" = / ]; then root=found; fi',
    '  case $options in ro|ro,*) continue;; esac',
    '  if [ -e "$point" ]; then mount -o "remount,bind${options#rw},ro" "$point"; fi',
    'done < /proc/self/mountinfo',
    '[ "$root" = found ]',
  ].join('\n');
}

/** The files that are needed and stand in one of those directories, by the names that they have there. */
function neededIn(own: readonly string[]): readonly string[] {
  return NEEDED.filter((path) => existsSync(path))
    .map((path) => (own.some((directory) => isInside(path, directory)) ? path : realpathSync(path)))
    .filter((path) => own.some((directory) => isInside(path, directory)));
}

function outermost(paths: readonly string[]): readonly string[] {
  const all = [...new Set(paths)];
  return all.filter((path) => !all.some((other) => other !== path && isInside(path, other)));
}

/** `/run` and what was closed have nobody's files but those that are shown. */
function modeOf(path: string): string {
  return OWN.includes(path) && !path.endsWith('/run') ? '1777' : '0755';
}

/** The uppermost directory above a path through which others may not go, or which the program has of its own. */
function coverOf(path: string, own: readonly string[]): string | null {
  const above: string[] = [];
  for (let at = dirname(path); at !== '/'; at = dirname(at)) above.unshift(at);
  const isClosed = (at: string): boolean => ((statSync(at, { throwIfNoEntry: false })?.mode ?? 0o777) & 0o001) === 0;
  return above.find((at) => own.includes(at) || isClosed(at)) ?? null;
}

/** Something is mounted over a directory or over a file, as it is one itself. */
function create(path: string, target: string, source = quoted(path)): string {
  // What is there already stands in a directory that is shown as a whole: it is a file of the runner’s.
  return `if [ -d ${source} ]; then mkdir -p ${target}; elif ! [ -e ${target} ]; then : > ${target}; fi`;
}
