import { isInside } from '../../workspace/program.ts';
import { freePort } from '../free-port.ts';
import { launch } from '../launch.ts';
import { MARK } from '../marked-processes.ts';
import { writeNames } from '../names.ts';
import { asRootWith, runAsRoot, type Root } from '../root.ts';
import { createRunning } from '../running.ts';
import type { Confined, ConfinedProcess, Sandbox, View } from '../sandbox.ts';
import { endChildren, endProgram } from './end.ts';
import type { UserNumbers } from './numbers.ts';
import { inWalls, type Walls } from './passage.ts';
import type { Ways } from './ways.ts';

export type OtherUser = Readonly<{
  root: Root;
  /** Absolute paths. */
  setpriv: string;
  /** Null where it cannot have mounts of its own. */
  walls: Walls | null;
  users: UserNumbers;
  /** Of the directory of the run. */
  ways: Ways;
  /** Where tools are that a closed directory may have in it. */
  tools: readonly string[];
  /** What is the runner's own. */
  hidden: readonly string[];
  /** A directory of trusted code's own. */
  directory: string;
  description: string;
}>;

/**
 * Programs are a user of their own each, of no group and without a way to become another: they write what is lent to them
 * and read what everybody may, in mounts and with a list of processes of their own where those can be had. Nothing hides the
 * network from them.
 */
export function createOtherUser(given: OtherUser, view: View, mark: string): Sandbox {
  const {
    start: run,
    sweep,
    all,
  } = createRunning(
    mark,
    (program, own) => start(program, { given, view, mark: own }),
    ({ uid, process: { pid = 0 } }) => endChildren(given.root, { pid, uid }),
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
    pause: async () => new AsyncDisposableStack(),
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

/**
 * Lends the directories, opens a way to them, becomes the user, goes where it works, and starts the program. It stays above
 * the program: the first process of a namespace takes no signal that it has no use for, and collects those that have ended.
 */
const START = [
  `path=$PATH PATH=${ROOT_PATH}`,
  'uid=$1 setpriv=$2 cwd=$3 passage=$4 count=$5; shift 5',
  'while [ "$count" -gt 0 ]; do chown -hR "$uid:$uid" "$1" || exit 126; shift; count=$((count - 1)); done',
  'cd / || exit 126; eval "$passage"; PATH=$path',
  '"$setpriv" --reuid="$uid" --regid="$uid" --clear-groups --no-new-privs --inh-caps=-all --ambient-caps=-all' +
    ' --bounding-set=-all -- /bin/sh -c \'cd "$0" && unset OLDPWD && exec "$@"\' "$cwd" "$@"; exit $?',
].join('\n');

function start(program: Confined, { given, view, mark }: Starting): Started {
  const { root, users, setpriv, directory } = given;
  const uid = users.take();
  const lent = lentTo(program, view);
  const home = lent.find((path) => path === program.env['HOME']) ?? '';
  given.ways.open({ own: home, seen: [...lent, ...view.readable, program.cwd].filter((path) => path !== home) });
  const names = writeNames(directory, mark, { uid, gid: uid, home: program.env['HOME'] ?? '/' });
  const readable = [...view.readable, ...given.tools];
  const shown = { writable: view.writable, readable, hidden: given.hidden, instead: names.files };
  const walls = inWalls(given.walls, shown);
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
    end: () => endProgram(given, { uid, mark }),
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
