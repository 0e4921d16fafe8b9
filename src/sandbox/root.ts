import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { endProcesses, findMarked } from './marked-processes.ts';

/** How something is done as root: by ourselves, or through `sudo`, which asks for no password. */
export type Root = Readonly<{ kind: 'self' }> | Readonly<{ kind: 'sudo'; sudo: string }>;

type Command = Readonly<{ file: string; args: readonly string[] }>;

/** A command that runs another one as root, with an environment that is empty where it goes through `sudo`. */
function asRoot(root: Root, { file, args }: Command): Command {
  if (root.kind === 'self') return { file, args };
  return { file: root.sudo, args: ['-n', '--', '/usr/bin/env', '-i', file, ...args] };
}

/** Runs a line of shell as root. What goes wrong in it is the caller's to notice. */
export async function runAsRoot(root: Root, script: string, args: readonly string[] = []): Promise<void> {
  const command = asRoot(root, { file: '/bin/sh', args: ['-c', script, 'sh', ...args] });
  await execa(command.file, command.args, { env: {}, extendEnv: false, stdio: 'ignore', reject: false, cwd: '/' });
}

/** Kills processes that may be another user's. */
export async function killAsRoot(root: Root, pids: readonly number[]): Promise<void> {
  await signalAsRoot(root, 'KILL', pids);
}

/** Kills every process with the mark, another user's too. */
export async function endMarkedAsRoot(root: Root, mark: string): Promise<void> {
  await endProcesses(
    () => findMarked(mark),
    (pids) => killAsRoot(root, pids),
  );
}

/** Kills processes that may be another user's, stops them, or lets them go on. */
export async function signalAsRoot(
  root: Root,
  signal: 'KILL' | 'STOP' | 'CONT',
  pids: readonly number[],
): Promise<void> {
  if (pids.length === 0) return;
  await runAsRoot(root, 'signal=$1; shift; kill -"$signal" "$@" 2>/dev/null', [signal, ...pids.map(String)]);
}

/** Reads the environment, takes it away, and starts the program; the third descriptor is a file where one is wanted. */
const WITH_ENVIRONMENT = '. "$1"; rm -f -- "$1"; if [ -n "$2" ]; then exec 3>"$2"; fi; shift 2; exec "$@"';

/**
 * A command that runs another one as root with an environment. `sudo` lets no variable through, and everybody can read a
 * command line, so the values go along in a file of `directory` that only its owner can read. `third` is where the third
 * descriptor goes, which `sudo` does not let through either.
 */
export function asRootWith(
  root: Root,
  command: Command & Readonly<{ env: Readonly<Record<string, string>> }>,
  { directory, third }: Readonly<{ directory: string; third: string }>,
): Command & Readonly<{ env: Readonly<Record<string, string>> }> {
  if (root.kind === 'self') return command;
  const file = join(directory, `environment-${randomBytes(8).toString('hex')}`);
  const lines = Object.entries(command.env).flatMap(([name, value]) =>
    /^[A-Za-z_]\w*$/.test(name) ? [`export ${name}=${quoted(value)}\n`] : [],
  );
  writeFileSync(file, lines.join(''), { mode: 0o600, flag: 'wx' });
  const shell = ['-c', WITH_ENVIRONMENT, 'sh', file, third, command.file, ...command.args];
  return { ...asRoot(root, { file: '/bin/sh', args: shell }), env: {} };
}

/** A text as one word of shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Where systems keep it. Looked for at fixed places, where a run's process was killed and its agents may still be there. */
const SUDO = ['/usr/bin/sudo', '/bin/sudo', '/usr/local/bin/sudo', '/run/wrappers/bin/sudo'];

/** How a later step of the job becomes root, if it can. */
export function rootOfLaterStep(): Root | null {
  if (process.getuid?.() === 0) return { kind: 'self' };
  const sudo = SUDO.find((path) => existsSync(path));
  return sudo === undefined ? null : { kind: 'sudo', sudo };
}
