import type { Sandbox } from '../sandbox/sandbox.ts';
import { plainOutput, tailOf } from './output.ts';
import { shellFor, type Shell } from './shell.ts';

export type SetupResult =
  | Readonly<{ status: 'done'; seconds: number }>
  | Readonly<{
      status: 'failed';
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
  commands: readonly string[];
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
  const seconds = (): number => Math.round((performance.now() - started) / 100) / 10;
  for (const command of given.commands) {
    const running = given.sandbox.start({
      file: shell.file,
      args: [...shell.args, command],
      cwd: given.directory,
      env: given.env,
      // Never 0, which is no limit at all.
      timeout: Math.max(1, given.timeoutSeconds * 1000 - (performance.now() - started)),
      ...(given.onLine === undefined ? {} : { onLine: given.onLine }),
    });
    const ended = await running.ended;
    await running.kill();
    if (ended.exitCode === 0 && !ended.timedOut) continue;
    const how = ended.timedOut
      ? `was stopped after ${given.timeoutSeconds} s`
      : `ended with ${ended.exitCode === null ? `signal ${ended.signal ?? 'unknown'}` : `exit code ${ended.exitCode}`}`;
    const tail = tailOf(plainOutput(ended.output), TAIL);
    return { status: 'failed', seconds: seconds(), command, reason: `\`${command}\` ${how}.`, tail };
  }
  return { status: 'done', seconds: seconds() };
}
