import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { launch } from '../launch.ts';
import { MARK } from '../marked-processes.ts';
import { writeNames } from '../names.ts';
import { descendantsOf, readProcess, readProcesses, untilGone, type Process } from '../process-table.ts';
import { asRootWith, endMarkedAsRoot, killAsRoot, type Root } from '../root.ts';
import { createRunning } from '../running.ts';
import type { Confined, ConfinedProcess, Sandbox, View } from '../sandbox.ts';
import { HOST, type Identity } from './identity.ts';
import { createPause } from './pause.ts';
import { directoriesAbove } from './system.ts';

/** How bubblewrap becomes able to make namespaces: by a user namespace of its own, or as root, which it gives up inside. */
export type Way = Readonly<{ kind: 'user-namespace' }> | Readonly<{ kind: 'root'; root: Root; setpriv: string }>;

export type Bubblewrap = Readonly<{
  /** Absolute paths. */
  bwrap: string;
  way: Way;
  /** Options that show the system, the same for all sandboxes of a run. */
  system: readonly string[];
  identity: Identity;
  /** Directory of the run. */
  home: string;
  /** Nothing of the network is there but a loopback interface of its own. */
  isolated: boolean;
  /** A directory of trusted code's own. */
  directory: string;
  description: string;
}>;

/**
 * Programs see the system's programs, what the view names, and no other process; they have namespaces and a root
 * directory of their own, and no capability. When the program ends, the kernel ends whatever it started.
 */
export function createBubblewrap(given: Bubblewrap, view: View, mark: string): Sandbox {
  const {
    start: run,
    sweep,
    all,
  } = createRunning(
    mark,
    (program, own) => start(program, { given, view, mark: own }),
    (one) => endChildren(given, one),
  );
  return {
    kind: 'bubblewrap',
    description: given.description,
    start: run,
    sweep,
    lend: async () => async () => undefined,
    pause: createPause(rootOf(given.way), () => all().flatMap(({ first }) => first() ?? [])),
    openPort: freePort,
    [Symbol.asyncDispose]: () => sweep(),
  };
}

type Started = Readonly<{ process: ConfinedProcess; first: () => number | null }>;
type Starting = Readonly<{ given: Bubblewrap; view: View; mark: string }>;

function start(program: Confined, { given, view, mark }: Starting): Started {
  const { way, directory } = given;
  const file = join(directory, `started-${mark}`);
  const names = writeNames(directory, mark, { ...given.identity, home: program.env['HOME'] ?? '/' });
  const named = names.files.flatMap(([from, place]) => ['--ro-bind', from, place]);
  const options = optionsOf({ ...given, system: [...given.system, ...named] }, view, mark);
  const args = [...options, '--chdir', program.cwd, '--', ...insideOf(given, program)];
  const plain = { file: given.bwrap, args, env: { ...program.env, [MARK]: mark } };
  const command = way.kind === 'root' ? asRootWith(way.root, plain, { directory, third: file }) : plain;
  let told = '';
  const first = (): number | null => firstOf(way.kind === 'root' ? readText(file) : told);
  const process = launch(program, {
    command: { ...command, cwd: '/' },
    onThird: (text) => (told += text),
    isForeign: way.kind === 'root',
    end: () => endAll(way, mark, first()),
    onEnded: async () => names.remove(),
  });
  return { process, first };
}

const NAMESPACES = `--unshare-pid --unshare-ipc --unshare-uts --unshare-cgroup-try --hostname ${HOST}`.split(' ');

/** The process tells on its third descriptor which one is the first of its namespace. */
const LIFE = '--die-with-parent --new-session --info-fd 3'.split(' ');

/** As root it keeps what it takes to become the user outside again. */
const KEPT = '--cap-drop ALL --cap-add CAP_SETUID --cap-add CAP_SETGID --cap-add CAP_SETPCAP'.split(' ');

function optionsOf({ way, identity, system, isolated, home }: Bubblewrap, view: View, mark: string): readonly string[] {
  const { uid, gid } = identity;
  const user = ['--unshare-user', '--uid', String(uid), '--gid', String(gid), '--cap-drop', 'ALL'];
  return [
    ...(way.kind === 'root' ? KEPT : user),
    ...NAMESPACES,
    ...(isolated ? ['--unshare-net'] : []),
    ...LIFE,
    // Everybody can read a command line, and by it another user's process is found again.
    '--setenv',
    MARK,
    mark,
    ...system,
    // What stands beside the places of the view is not there, and nothing can be put there.
    '--tmpfs',
    home,
    ...directoriesAbove([...view.readable, ...view.writable]),
    ...view.readable.flatMap((path) => ['--ro-bind', path, path]),
    ...view.writable.flatMap((path) => ['--bind', path, path]),
    // What is not a mount of its own is the root directory's, where nobody has anything to write.
    '--remount-ro',
    home,
    '--remount-ro',
    '/',
  ];
}

/** What bubblewrap keeps as root is given up here, with the way back to it. */
function insideOf({ way, identity: { uid, gid } }: Bubblewrap, { file, args }: Confined): readonly string[] {
  if (way.kind === 'user-namespace') return [file, ...args];
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const nothing = ['--inh-caps=-all', '--ambient-caps=-all', '--bounding-set=-all', '--no-new-privs'];
  return [way.setpriv, ...ids, ...nothing, '--', file, ...args];
}

/** The first process of the namespace, with whose end the kernel ends all others; null until it was told. */
function firstOf(told: string): number | null {
  const [, pid] = /"child-pid":\s*(\d+)/.exec(told) ?? [];
  return pid === undefined ? null : Number(pid);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function endAll(way: Way, mark: string, first: number | null): Promise<void> {
  if (first !== null && (await isFirst(first, mark))) {
    await kill(way, [first]);
    await untilGone([first]);
  }
  await endMarkedAsRoot(rootOf(way), mark);
}

/** Ids are used again. A process that is ending has no command line any more. */
async function isFirst(pid: number, mark: string): Promise<boolean> {
  const [found, command] = await Promise.all([
    readProcess(pid),
    readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => ''),
  ]);
  return found?.ids.at(-1) === 1 && found.ids.length > 1 && (command === '' || command.includes(mark));
}

/** Who may signal what is inside. */
function rootOf(way: Way): Root {
  return way.kind === 'root' ? way.root : { kind: 'self' };
}

async function kill(way: Way, pids: readonly number[]): Promise<void> {
  await killAsRoot(rootOf(way), pids);
}

/**
 * A program that was spared goes on. It is the second process of its namespace; where it stands at the end of a bridge, that
 * is the second one, and the program what the bridge itself started.
 */
async function endChildren({ way, isolated }: Bubblewrap, { first }: Started): Promise<void> {
  const pid = first();
  if (pid === null) return;
  for (let pass = 0; pass < 5; pass += 1) {
    const inside = descendantsOf(pid, await readProcesses());
    const second = inside.find(({ ids }) => ids.at(-1) === 2)?.pid;
    const isSpared = (one: Process): boolean => one.pid === second || (isolated && one.parent === second);
    const others = inside.filter((one) => !one.isOver && !isSpared(one)).map((one) => one.pid);
    if (others.length === 0) return;
    await kill(way, others);
    await untilGone(others);
  }
}
