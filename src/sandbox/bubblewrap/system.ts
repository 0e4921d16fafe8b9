import { lstat, readdir, readlink, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isInside } from '../../workspace/program.ts';
import { hiddenOf, runnersIn, type Runner } from './runner.ts';
import { findTools } from './tools.ts';

/** Where systems keep their programs, whole. */
const PROGRAMS = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/nix/store', '/gnu/store'];

/** Of `/etc` what programs need. Settings of package managers are not among it, since they may hold credentials. */
const ETC =
  /^(?:ssl|pki|ca-certificates|ca-certificates\.conf|crypto-policies|resolv\.conf|host\.conf|nsswitch\.conf|protocols|services|ld\.so\..*|localtime|timezone|alternatives|mime\.types|magic|fonts|ImageMagick-\d|os-release|lsb-release|debian_version|alpine-release|redhat-release|locale\.(?:alias|conf|gen)|terminfo|java.*|jvm|maven|python3.*|perl|ruby|php|dotnet|R|texmf|login\.defs|shells|inputrc)$/;

/** Of `/var` what programs need, of `/sys` what tells a program how many processors there are and what it may use. */
const PARTS = ['/var/lib/gems', '/var/lib/ca-certificates', '/sys/devices/system/cpu', '/sys/fs/cgroup'];

/** Empty at first, and gone with the program. */
const EMPTY = '--tmpfs /tmp --tmpfs /var/tmp --tmpfs /run --symlink ../run /var/run'.split(' ');

/** Of its own: it shows no process and no device of the runner's. */
const OWN = '--proc /proc --dev /dev'.split(' ');

/** Options that show the system's programs, read-only, and nothing of the runner's own. */
export async function systemOptions(runner: Runner): Promise<readonly string[]> {
  const opened = [...PROGRAMS, ...(await optional('/opt')), ...(await findTools(runner))];
  const shown = (await Promise.all(opened.map(showing))).flat();
  const above = directoriesAbove([...opened, ...PARTS, '/etc/passwd']);
  const parts = PARTS.flatMap((path) => ['--ro-bind-try', path, path]);
  return [
    ...EMPTY,
    ...above,
    ...shown,
    ...(await etcOptions()),
    ...parts,
    ...(await coverings(runner, opened)),
    ...OWN,
  ];
}

/** What is in a directory for software of any kind, without a runner that was installed there, credentials and all. */
async function optional(directory: string): Promise<readonly string[]> {
  const runners = await runnersIn(directory);
  const found = (await readdir(directory).catch(() => [])).map((name) => join(directory, name));
  return found.filter((path) => !runners.includes(path));
}

async function showing(path: string): Promise<readonly string[]> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return [];
  // `/bin` is a link to `usr/bin` on most systems, and programs ask what it is.
  return found.isSymbolicLink() ? ['--symlink', await readlink(path), path] : ['--ro-bind-try', path, path];
}

async function etcOptions(): Promise<readonly string[]> {
  const options: string[] = [];
  for (const name of (await readdir('/etc').catch(() => [])).filter((name) => ETC.test(name))) {
    const path = join('/etc', name);
    // A link into what is shown stays one: the time zone's name is where `/etc/localtime` points to.
    const target = (await lstat(path)).isSymbolicLink() ? await realpath(path).catch(() => null) : path;
    if (target === null) continue;
    options.push(...(isInside(target, '/usr') ? ['--symlink', target, path] : ['--ro-bind-try', target, path]));
  }
  return options;
}

/** Empty directories over what must not be seen and would be, because it stands in something that is shown. */
async function coverings(runner: Runner, opened: readonly string[]): Promise<readonly string[]> {
  return (await hiddenOf(runner))
    .filter((path) => opened.some((shown) => isInside(path, shown)))
    .flatMap((path) => ['--tmpfs', path]);
}

/** Options that make the directories above what is shown; those that bubblewrap makes by itself are closed to others. */
export function directoriesAbove(paths: readonly string[]): readonly string[] {
  const above = (path: string): readonly string[] => (path === '/' ? [] : [...above(dirname(path)), path]);
  return [...new Set(paths.flatMap((path) => above(dirname(path))))].flatMap((path) => ['--dir', path]);
}
