import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { findMarked } from './marked-processes.ts';
import type { Sandbox, View } from './sandbox.ts';

/** What is tried, in words for people when the answer is not the expected one. */
const EXPECTED: readonly (readonly [answer: 'yes' | 'no', otherwise: string])[] = [
  ['yes', 'cannot write where it may'],
  ['yes', 'cannot read what it may'],
  ['no', 'can write where it may only read'],
  ['no', 'can read a file that is nobody else’s'],
  ['no', 'can read the environment of a process of the runner’s'],
  ['no', 'has privileges, or a way to get some'],
];

/** Answers a line each. What nobody may do is tried, not asked for; arguments are what it may read, may not, and a process. */
const SCRIPT = `
say() { if "$@" >/dev/null 2>&1; then echo yes; else echo no; fi; }
say sh -c 'echo written > "$HOME/written" && echo written > written'
say grep -q readable "$1/readable"
say sh -c 'echo changed > "$0/changed"' "$1"
say cat "$2/secret"
say grep -q "$4" "/proc/$3/environ"
say sh -c '! grep -q "^NoNewPrivs:.*1" /proc/self/status || ! grep -q "^CapEff:[[:space:]]*0*$" /proc/self/status'
kill "$3" 2>/dev/null
sh -c "sleep 60; : $4" >/dev/null 2>&1 &
`;

/** Milliseconds. */
const LIMIT = 20_000;

/**
 * Tries a sandbox: really starts a program in it that writes where it may, and tries what it may not. Null when all is
 * well, else what is wrong in a few words.
 */
export async function probe(
  make: (view: View) => Promise<Sandbox>,
  { directory, env }: Readonly<{ directory: string; env: Readonly<Record<string, string>> }>,
): Promise<string | null> {
  const token = randomBytes(8).toString('hex');
  const at = join(directory, `probe-${token}`);
  const place = (name: string): string => join(at, name);
  const [home, work, readable, hidden] = [place('home'), place('work'), place('readable'), place('hidden')];
  const other = execa('/bin/sh', ['-c', 'exec sleep 60'], { env: { TOKEN: token }, reject: false, stdio: 'ignore' });
  try {
    await Promise.all([home, work, readable, hidden].map((path) => mkdir(path, { recursive: true })));
    await writeFile(join(readable, 'readable'), 'readable\n');
    await writeFile(join(hidden, 'secret'), 'secret\n', { mode: 0o600 });
    const sandbox = await make({ writable: [home, work], readable: [readable], reaches: [] });
    const { output, exitCode } = await sandbox.start({
      file: '/bin/sh',
      args: ['-c', SCRIPT, 'sh', readable, hidden, String(other.pid), token],
      cwd: work,
      env: { ...env, HOME: home, TMPDIR: home },
      timeout: LIMIT,
    }).ended;
    await sandbox[Symbol.asyncDispose]();
    const wrong = judge(output, exitCode);
    if (wrong !== null) return wrong;
    if (other.nodeChildProcess.signalCode !== null) return 'a program in it can end a process of the runner’s';
    const left = (await findMarked(`: ${token}`)).length > 0;
    return left ? 'what a program in it started outlives it' : null;
  } finally {
    other.kill('SIGKILL');
    await rm(at, { recursive: true, force: true }).catch(() => undefined);
  }
}

function judge(output: string, exitCode: number | null): string | null {
  const answers = output.trim().split('\n');
  const said = answers.filter((line) => line !== 'yes' && line !== 'no').join(' ');
  if (said !== '' || answers.length !== EXPECTED.length) return said.trim() || `it ended with ${exitCode}`;
  const wrong = EXPECTED.flatMap(([answer, otherwise], at) => (answers[at] === answer ? [] : [otherwise]));
  return wrong.length === 0 ? null : `a program in it ${wrong.join(', ')}`;
}
