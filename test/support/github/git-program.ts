import { execa } from 'execa';

export type Run = { readonly code: number; readonly stdout: Buffer; readonly stderr: string };

export type RunOptions = { readonly input?: string | Uint8Array; readonly env?: Readonly<Record<string, string>> };

/** Runs git and gives what it prints; anything but success is an error. */
export type GitText = (args: readonly string[], options?: RunOptions) => Promise<string>;

export type GitProgram = {
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Run>;
  readonly text: GitText;
};

/** Nothing of the host's or the developer's git configuration reaches the repository. */
export const HERMETIC_GIT = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/** The git program on one bare repository. */
export function createGitProgram(dir: string): GitProgram {
  const run: GitProgram['run'] = async (args, options = {}) => {
    const { exitCode, stdout, stderr } = await execa('git', args, {
      cwd: dir,
      env: { ...HERMETIC_GIT, GIT_DIR: dir, ...options.env },
      ...(options.input === undefined ? {} : { input: options.input }),
      encoding: 'buffer',
      stripFinalNewline: false,
      reject: false,
    });
    return { code: exitCode ?? 1, stdout: Buffer.from(stdout), stderr: Buffer.from(stderr).toString() };
  };
  return {
    run,
    text: async (args, options) => {
      const { code, stdout, stderr } = await run(args, options);
      if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.trim()}`);
      return stdout.toString().replace(/\n$/, '');
    },
  };
}
