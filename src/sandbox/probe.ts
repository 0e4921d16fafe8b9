import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { findMarked } from './marked-processes.ts';
import type { Ended, Sandbox, View } from './sandbox.ts';

/** What a way of confining may leave open. */
export type Open = 'processes' | 'outside';

/** What is tried, in words for people when the answer is not the expected one, unless that is left open. */
const EXPECTED: readonly (readonly [answer: 'yes' | 'no', otherwise: string, unless?: Open])[] = [
  ['yes', 'cannot write where it may'],
  ['yes', 'cannot read what it may'],
  ['no', 'can write where it may only read'],
  ['no', 'can read a file that is nobody else’s'],
  ['no', 'can read the environment of a process of the runner’s'],
  ['no', 'has privileges, or a way to get some'],
  ['no', 'can write what everybody may write on the runner', 'outside'],
  ['no', 'shares message queues and memory with the runner', 'outside'],
  ['no', 'sees the processes of the runner', 'processes'],
];

/** Where everybody may write. */
const EVERYBODYS = ['/tmp', '/var/tmp', '/dev/shm', '/run/lock'];

/** Answers a line each. What nobody may do is tried, not asked for; arguments are what it may read, may not, and a process. */
const SCRIPT = `
say() { if "$@" >/dev/null 2>&1; then echo yes; else echo no; fi; }
say sh -c 'echo written > "$HOME/written" && echo written > written'
say grep -q readable "$1/readable"
say sh -c 'echo changed > "$0/changed"' "$1"
say cat "$2/secret"
say grep -q "$4" "/proc/$3/environ"
say sh -c '! grep -q "^NoNewPrivs:.*1" /proc/self/status || ! grep -q "^CapEff:[[:space:]]*0*$" /proc/self/status'
say sh -c 'echo changed > "$0/open/changed"' "$1"
say test "$(readlink /proc/self/ns/ipc)" = "$5"
say grep -q sleep "/proc/$3/cmdline"
kill "$3" 2>/dev/null
for place in ${EVERYBODYS.join(' ')}; do echo left > "$place/probe-$4"; done 2>/dev/null
sh -c "sleep 60; : $4" >/dev/null 2>&1 &
`;

type Probing = Readonly<{
  directory: string;
  env: Readonly<Record<string, string>>;
  open: readonly Open[];
}>;

/** Milliseconds. */
const LIMIT = 20_000;

/**
 * Tries a sandbox: really starts a program in it that writes where it may, and tries what it may not. Null when all is
 * well, else what is wrong in a few words.
 */
export async function probe(
  make: (view: View) => Promise<Sandbox>,
  { directory, env, open }: Probing,
): Promise<string | null> {
  const token = randomBytes(8).toString('hex');
  const at = join(directory, `probe-${token}`);
  const place = (name: string): string => join(at, name);
  const [home, work, readable, hidden] = [place('home'), place('work'), place('readable'), place('hidden')];
  const other = execa('/bin/sh', ['-c', 'exec sleep 60'], { env: { TOKEN: token }, reject: false, stdio: 'ignore' });
  try {
    await Promise.all([home, work, readable, hidden].map((path) => mkdir(path, { recursive: true })));
    await writeFile(join(readable, 'readable'), 'readable\n');
    await mkdir(join(readable, 'open'));
    await chmod(join(readable, 'open'), 0o777);
    await writeFile(join(hidden, 'secret'), 'secret\n', { mode: 0o600 });
    const sandbox = await make({ writable: [home, work], readable: [readable], reaches: [] });
    const { output, exitCode } = await sandbox.start({
      file: '/bin/sh',
      args: [
        '-c',
        SCRIPT,
        'sh',
        readable,
        hidden,
        String(other.pid),
        token,
        await readlink('/proc/self/ns/ipc').catch(() => ''),
      ],
      cwd: work,
      env: { ...env, HOME: home, TMPDIR: home },
      timeout: LIMIT,
    }).ended;
    await sandbox[Symbol.asyncDispose]();
    const written = await removeLeft(token);
    const wrong = judge({ output, exitCode }, open);
    if (wrong !== null) return wrong;
    if (!open.includes('outside') && written.length > 0) return `a program in it can write in ${written.join(', ')}`;
    if (other.nodeChildProcess.signalCode !== null) return 'a program in it can end a process of the runner’s';
    const left = (await findMarked(`: ${token}`)).length > 0;
    return left ? 'what a program in it started outlives it' : null;
  } finally {
    other.kill('SIGKILL');
    await rm(at, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Those of everybody's places where the program left something, which nobody finds there afterwards. */
async function removeLeft(token: string): Promise<readonly string[]> {
  const found = await Promise.all(
    EVERYBODYS.map((place) =>
      rm(join(place, `probe-${token}`)).then(
        () => [place],
        () => [],
      ),
    ),
  );
  return found.flat();
}

function judge({ output, exitCode }: Pick<Ended, 'output' | 'exitCode'>, open: readonly Open[]): string | null {
  const answers = output.trim().split('\n');
  const said = answers.filter((line) => line !== 'yes' && line !== 'no').join(' ');
  if (said !== '' || answers.length !== EXPECTED.length) return said.trim() || `it ended with ${exitCode}`;
  const wrong = EXPECTED.flatMap(([answer, otherwise, unless], at) =>
    answers[at] === answer || (unless !== undefined && open.includes(unless)) ? [] : [otherwise],
  );
  return wrong.length === 0 ? null : `a program in it ${wrong.join(', ')}`;
}
