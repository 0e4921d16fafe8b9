import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Check, CheckResult } from './check.ts';
import { whyNotRun } from './not-run.ts';
import { plainOutput, tailOf } from './output.ts';
import { shellFor, type Shell } from './shell.ts';

/** Kept of a check's output: 16 KiB. */
const TAIL = 16 * 1024;

export type CheckProgress = Readonly<{
  check: Check;
  /** 1 is the first. */
  number: number;
  of: number;
  /** Null while it runs. */
  result: CheckResult | null;
}>;

/** Runs checks one after another and says of each how it ended. A check that fails or cannot be run ends nothing. */
export async function runChecks(given: {
  checks: readonly Check[];
  directory: string;
  sandbox: Sandbox;
  /** The whole environment of each check. */
  env: Readonly<Record<string, string>>;
  /** Time limit of each check. */
  timeoutSeconds: number;
  onProgress?: (progress: CheckProgress) => void;
  shell?: Shell;
}): Promise<readonly CheckResult[]> {
  const shell = given.shell ?? (await shellFor());
  const results: CheckResult[] = [];
  for (const [at, check] of given.checks.entries()) {
    const progress = { check, number: at + 1, of: given.checks.length };
    given.onProgress?.({ ...progress, result: null });
    const result = await runCheck(check, { ...given, shell });
    results.push(result);
    given.onProgress?.({ ...progress, result });
  }
  return results;
}

async function runCheck(
  check: Check,
  given: Readonly<{
    directory: string;
    sandbox: Sandbox;
    env: Readonly<Record<string, string>>;
    timeoutSeconds: number;
    shell: Shell;
  }>,
): Promise<CheckResult> {
  const started = performance.now();
  const running = given.sandbox.start({
    file: given.shell.file,
    args: [...given.shell.args, check.command],
    cwd: given.directory,
    env: given.env,
    timeout: given.timeoutSeconds * 1000,
  });
  const ended = await running.ended;
  // What the check left running must neither change the next one nor outlive the run.
  await running.kill();
  const tail = tailOf(plainOutput(ended.output), TAIL);
  const reason = ended.timedOut
    ? `it took longer than ${given.timeoutSeconds} s and was stopped`
    : ended.exitCode === 0
      ? null
      : whyNotRun(ended.exitCode, tail);
  const failure = reason === null ? 'failed' : 'not-run';
  return {
    check,
    status: ended.exitCode === 0 && !ended.timedOut ? 'passed' : failure,
    exitCode: ended.exitCode,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    reason,
    tail,
  };
}
