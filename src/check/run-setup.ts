import type { Sandbox } from '../sandbox/sandbox.ts';
import { plainOutput, tailOf } from '../text/output.ts';
import type { Setup } from './check.ts';
import { shellFor, type Shell } from './shell.ts';

export type SetupResult =
  | Readonly<{ ok: true; seconds: number }>
  | Readonly<{
      ok: false;
      seconds: number;
      /** The command that failed; those after it were not run. */
      command: string;
      /** One sentence. */
      reason: string;
      /** Last part of its output, at most 4 KiB. */
      tail: string;
    }>;

const TAIL = 4 * 1024;

/** Runs the setup commands in order until one fails. A failure is told, not thrown: the work may not need what is missing. */
export async function runSetup(given: {
  setup: Setup;
  directory: string;
  sandbox: Sandbox;
  /** The whole environment. */
  env: Readonly<Record<string, string>>;
  /** Time limit of all commands together. */
  timeoutSeconds: number;
  onLine?: (line: string) => void;
  shell?: Shell;
}): Promise<SetupResult> {
  const shell = given.shell ?? (await shellFor());
  const started = performance.now();
  const elapsed = (): number => performance.now() - started;
  for (const command of given.setup.commands) {
    const running = given.sandbox.start({
      file: shell.file,
      args: [...shell.args, command],
      cwd: given.directory,
      env: given.env,
      // Never 0, which is no limit at all.
      timeout: Math.max(1, given.timeoutSeconds * 1000 - elapsed()),
      ...(given.onLine === undefined ? {} : { onLine: given.onLine }),
    });
    const ended = await running.ended;
    await running.kill();
    if (ended.exitCode === 0 && !ended.timedOut) continue;
    const how =
      ended.exitCode === null ? `was ended by ${ended.signal ?? 'a signal'}` : `ended with exit code ${ended.exitCode}`;
    const reason = `\`${command}\` ${ended.timedOut ? `was stopped after ${given.timeoutSeconds} s` : how}.`;
    const tail = tailOf(plainOutput(ended.output), TAIL);
    return { ok: false, seconds: seconds(elapsed()), command, reason, tail };
  }
  return { ok: true, seconds: seconds(elapsed()) };
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}
