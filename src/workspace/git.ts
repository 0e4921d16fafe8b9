import { dirname } from 'node:path';
import { execa } from 'execa';
import { Failure } from '../failure.ts';
import { CONFIG, environmentOf } from './git-environment.ts';

/** Where and on what one call of git works. Without `workTree` it touches the git directory alone. */
export type GitCall = Readonly<{
  workTree?: string;
  index?: string;
  input?: string | Uint8Array;
  /** Exit codes that are answers; 0 always is. */
  answers?: readonly number[];
  /** Transports that may be used, separated by colons; none otherwise. */
  protocols?: 'file' | 'https:http';
  /** Configuration that must show neither on a command line nor on disk. */
  secretConfig?: Readonly<Record<string, string>>;
  /** Bytes of output after which the call fails, 256 MiB unless told. */
  limit?: number;
  /** What is over the limit is cut off instead. */
  cut?: boolean;
}>;

export type GitAnswer = Readonly<{ code: number; output: Buffer; cut: boolean }>;

/** Git as trusted code runs it: nothing that a repository or a work tree configures is ever started. */
export type Git = Readonly<{
  gitDir: string;
  /** Output as it came; other exit codes than 0 and `answers` are a Failure. */
  run: (args: readonly string[], call?: GitCall) => Promise<GitAnswer>;
  /** Output as text without its last line end. */
  text: (args: readonly string[], call?: GitCall) => Promise<string>;
  /** Output piece by piece, for what does not fit into memory. */
  stream: (args: readonly string[], call?: GitCall) => AsyncIterable<Uint8Array>;
}>;

/** Milliseconds after which a call of git counts as hanging. */
const TIME_LIMIT = 600_000;
const OUTPUT_LIMIT = 256 * 1024 * 1024;
const COMPLAINTS_LIMIT = 64 * 1024 * 1024;

/**
 * `gitDir` is named outright in every call, so that git neither looks for one nor minds who owns it. `env` is for what
 * the network needs (proxies, certificates); nothing else of the caller's environment is passed on.
 */
export function createGit(given: { program: string; gitDir: string; env?: Readonly<Record<string, string>> }): Git {
  const start = (args: readonly string[], call: GitCall, buffer: boolean) =>
    execa(given.program, [...configArgs(call), ...args], {
      cwd: call.workTree ?? dirname(given.gitDir),
      env: { ...given.env, ...environmentOf(given.gitDir, call) },
      extendEnv: false,
      input: call.input ?? '',
      encoding: 'buffer',
      buffer: { stdout: buffer, stderr: true },
      stripFinalNewline: false,
      maxBuffer: { stdout: call.limit ?? OUTPUT_LIMIT, stderr: COMPLAINTS_LIMIT },
      timeout: TIME_LIMIT,
      reject: false,
    });
  const run = async (args: readonly string[], call: GitCall = {}): Promise<GitAnswer> => {
    const result = await start(args, call, true);
    const cut = call.cut === true && result.isMaxBuffer;
    const code = cut ? 0 : result.exitCode;
    if (code === undefined || (code !== 0 && call.answers?.includes(code) !== true)) throw gitFailure(args, result);
    return { code, output: Buffer.from(result.stdout ?? []), cut };
  };
  return {
    gitDir: given.gitDir,
    run,
    text: async (args, call) => (await run(args, call)).output.toString().replace(/\n$/, ''),
    async *stream(args, call = {}) {
      const child = start(args, call, false);
      yield* child.iterable({ binary: true });
      const result = await child;
      if (result.failed) throw gitFailure(args, result);
    },
  };
}

function configArgs(call: GitCall): readonly string[] {
  const config = { ...CONFIG, 'core.bare': String(call.workTree === undefined) };
  return Object.entries(config).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}

function gitFailure(
  args: readonly string[],
  result: Readonly<{ stderr?: Uint8Array | undefined; timedOut: boolean; isMaxBuffer: boolean; cause?: unknown }>,
): Failure {
  const command = `git ${args.find((arg) => !arg.startsWith('-')) ?? ''}`;
  if (result.isMaxBuffer) {
    return new Failure('bad-input', `\`${command}\` gives more output than is read.`, {
      hint: 'The repository or the change is larger than Patchwright handles.',
      cause: result,
    });
  }
  const complaint = Buffer.from(result.stderr ?? [])
    .toString()
    .trim()
    .slice(-2000);
  const what = result.timedOut
    ? `took longer than ${TIME_LIMIT / 1000} s`
    : `failed: ${complaint || messageOf(result.cause)}`;
  return new Failure('unknown', `\`${command}\` ${what}`, {
    hint: 'See what git says; disk space and the state of the repository are the usual reasons.',
    cause: result.cause ?? result,
  });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : '';
}
