import { isInside } from '../../workspace/program.ts';
import { freePort } from '../free-port.ts';
import { launch } from '../launch.ts';
import { MARK } from '../marked-processes.ts';
import { writeNames } from '../names.ts';
import { descendantsOf, readProcesses, untilGone, type Process } from '../process-table.ts';
import { asRootWith, killAsRoot, runAsRoot, type Root } from '../root.ts';
import { createRunning } from '../running.ts';
import type { Confined, ConfinedProcess, Sandbox, View } from '../sandbox.ts';
import type { UserNumbers } from './numbers.ts';
import { inWalls } from './passage.ts';
import type { Ways } from './ways.ts';

export type OtherUser = Readonly<{
  root: Root;
  /** Absolute paths. */
  setpriv: string;
  /** Null where it cannot have mounts of its own. */
  unshare: string | null;
  users: UserNumbers;
  /** Of the directory of the run. */
  ways: Ways;
  /** Where tools are that a closed directory may have in it. */
  tools: readonly string[];
  /** A directory of trusted code's own. */
  directory: string;
  description: string;
}>;

/**
 * Programs are a user of their own each, of no group and without a way to become another: they write what is lent to them
 * and read what everybody may, in mounts of their own where those can be had. Nothing hides the list of processes from
 * them, nor the network.
 */
export function createOtherUser(given: OtherUser, view: View, mark: string): Sandbox {
  const {
    start: run,
    sweep,
    all,
  } = createRunning(
    mark,
    (program, own) => start(program, { given, view, mark: own }),
    (one) => endChildren(given.root, one),
  );
  return {
    kind: 'user',
    description: given.description,
    start: run,
    sweep,
    async lend(directory) {
      const borrower = all().findLast(({ lasts }) => lasts);
      if (borrower === undefined || !view.writable.some((path) => isInside(directory, path)))
        return async () => undefined;
      given.ways.open({ own: '', seen: [directory] });
      await own(given.root, borrower.uid, [directory]);
      return () => own(given.root, ourselves(), [directory]);
    },
    openPort: freePort,
    [Symbol.asyncDispose]: () => sweep(),
  };
}

function ourselves(): number {
  return process.getuid?.() ?? 0;
}

type Started = Readonly<{ process: ConfinedProcess; uid: number; lasts: boolean }>;
type Starting = Readonly<{ given: OtherUser; view: View; mark: string }>;

/** Where programs are that root runs; the program's own `PATH` is none of its. */
const ROOT_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';

/** Lends the directories, opens a way to them, becomes the user, goes where it works, and starts the program. */
const START = [
  `path=$PATH PATH=${ROOT_PATH}`,
  'uid=$1 setpriv=$2 cwd=$3 passage=$4 count=$5; shift 5',
  'while [ "$count" -gt 0 ]; do chown -hR "$uid:$uid" "$1" || exit 126; shift; count=$((count - 1)); done',
  'cd / || exit 126; eval "$passage"; PATH=$path',
  'exec "$setpriv" --reuid="$uid" --regid="$uid" --clear-groups --no-new-privs --inh-caps=-all --ambient-caps=-all' +
    ' --bounding-set=-all -- /bin/sh -c \'cd "$0" && unset OLDPWD && exec "$@"\' "$cwd" "$@"',
].join('\n');

function start(program: Confined, { given, view, mark }: Starting): Started {
  const { root, users, setpriv, unshare, directory } = given;
  const uid = users.take();
  const lent = lentTo(program, view);
  const home = lent.find((path) => path === program.env['HOME']) ?? '';
  given.ways.open({ own: home, seen: [...lent, ...view.readable, program.cwd].filter((path) => path !== home) });
  const names = writeNames(directory, mark, { uid, gid: uid, home: program.env['HOME'] ?? '/' });
  const readable = [...view.readable, ...given.tools];
  const walls = inWalls(unshare, { writable: view.writable, readable, instead: names.files });
  const args = [uid, setpriv, program.cwd, walls.passage, lent.length, ...lent, program.file, ...program.args];
  const [file = '', ...rest] = [...walls.command, '/bin/sh', '-c', START, mark, ...args.map(String)];
  const command = asRootWith(
    root,
    { file, args: rest, env: { ...program.env, ...TRUSTING, [MARK]: mark } },
    { directory, third: '' },
  );
  const child = launch(program, {
    command: { ...command, cwd: '/' },
    isForeign: true,
    end: () => endUser(given, uid),
    onEnded: async () => {
      names.remove();
      await own(root, ourselves(), lent);
      users.giveBack(uid);
    },
  });
  return { process: child, uid, lasts: program.timeout === 0 };
}

/** The clone is another user's before it is lent; git would not look at it. */
const TRUSTING = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' } as const;

/** A program's home, and where it works: as far as it may write there at all. */
function lentTo({ cwd, env }: Confined, { writable }: View): readonly string[] {
  const wanted = [env['HOME'], cwd].filter((path) => path !== undefined);
  return [...new Set(wanted)].filter((path) => writable.some((directory) => isInside(path, directory)));
}

async function own(root: Root, uid: number, directories: readonly string[]): Promise<void> {
  if (directories.length === 0) return;
  await runAsRoot(root, 'uid=$1; shift; chown -hR "$uid:$uid" "$@"', [String(uid), ...directories]);
}

/** As that user, every process that it may signal: its own, wherever they hide. */
async function endUser({ root, setpriv }: OtherUser, uid: number): Promise<void> {
  const script = 'exec "$2" --reuid="$1" --regid="$1" --clear-groups -- /bin/sh -c "kill -KILL -1"';
  for (let pass = 0; pass < 5; pass += 1) {
    const left = (await readProcesses()).filter((one) => one.uid === uid && !one.isOver);
    if (left.length === 0) return;
    await runAsRoot(root, script, [String(uid), setpriv]);
    await untilGone(left.map(({ pid }) => pid));
  }
}

/** A program that was spared goes on: the one process of its user that none of that user's started. */
async function endChildren(root: Root, { process: { pid = 0 }, uid }: Started): Promise<void> {
  for (let pass = 0; pass < 5; pass += 1) {
    const processes = await readProcesses();
    const line = new Set([pid, ...descendantsOf(pid, processes).map((one) => one.pid)]);
    const uidOf = new Map(processes.map((one) => [one.pid, one.uid] as const));
    const isSpared = (one: Process): boolean =>
      one.pid === pid || (line.has(one.parent) && uidOf.get(one.parent) !== uid);
    const others = processes.filter((one) => one.uid === uid && !one.isOver && !isSpared(one)).map((one) => one.pid);
    if (others.length === 0) return;
    await killAsRoot(root, others);
    await untilGone(others);
  }
}
