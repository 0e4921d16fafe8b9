import type { Ended, Sandbox } from '../sandbox/sandbox.ts';
import { failingPart } from '../text/failing-part.ts';
import { plainOutput, tailOf } from '../text/output.ts';
import type { Check, CheckResult } from './check.ts';
import { whyNotRun } from './not-run.ts';
import { shellFor, type Shell } from './shell.ts';

/** Kept of a check's output: 16 KiB. */
const TAIL = 16 * 1024;

/** Runs checks one after another and says of each how it ended. A check that fails or cannot be run ends nothing. */
export async function runChecks(given: {
  checks: readonly Check[];
  directory: string;
  sandbox: Sandbox;
  /** The whole environment of each check. */
  env: Readonly<Record<string, string>>;
  /** Time limit of each check. */
  timeoutSeconds: number;
  /** Milliseconds since the epoch at which the run has to be over; a check that is ended by it is cut short. */
  deadline?: number;
  /** Puts the directory back as it was; called between checks, because one may write where the next looks. */
  restore?: () => Promise<void>;
  /** Called with a few words on which check runs now. */
  onProgress?: (what: string) => void;
  shell?: Shell;
}): Promise<readonly CheckResult[]> {
  const shell = given.shell ?? (await shellFor());
  const results: CheckResult[] = [];
  for (const [at, check] of given.checks.entries()) {
    if (at > 0) await given.restore?.();
    given.onProgress?.(`${check.name} (${at + 1} of ${given.checks.length})`);
    results.push(await runCheck(check, { ...given, shell }));
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
    deadline?: number;
    shell: Shell;
  }>,
): Promise<CheckResult> {
  const started = performance.now();
  const left = given.deadline === undefined ? Number.POSITIVE_INFINITY : (given.deadline - Date.now()) / 1000;
  const limit = Math.min(given.timeoutSeconds, Math.max(1, left));
  const running = given.sandbox.start({
    file: given.shell.file,
    args: [...given.shell.args, check.command],
    cwd: given.directory,
    env: given.env,
    timeout: limit * 1000,
  });
  const ended = await running.ended;
  // What the check left running must neither change the next one nor outlive the run.
  await running.kill();
  const tail = tellingTail(plainOutput(ended.output), ended.exitCode === 0);
  return {
    check,
    ...judge(ended, tail, { limit, cutShort: limit < given.timeoutSeconds }),
    exitCode: ended.exitCode,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    tail,
  };
}

/** The end of an output; where what failed stands before it, that part and less of the end. */
function tellingTail(output: string, passed: boolean): string {
  const tail = tailOf(output, TAIL);
  if (passed || tail === output) return tail;
  const failing = failingPart(output);
  if (tail.includes(failing.slice(0, 200))) return tail;
  const note = '\n[…]\n';
  return `${failing}${note}${tailOf(output, TAIL - Buffer.byteLength(failing + note))}`;
}

function judge(
  ended: Ended,
  tail: string,
  time: Readonly<{ limit: number; cutShort: boolean }>,
): Pick<CheckResult, 'status' | 'reason' | 'cutShort'> {
  if (ended.timedOut && time.cutShort) {
    return { status: 'not-run', reason: 'the time of the run was used up before it ended', cutShort: true };
  }
  if (ended.timedOut) return { status: 'not-run', reason: `it took longer than ${time.limit} s and was stopped` };
  if (ended.exitCode === 0) return { status: 'passed', reason: null };
  const reason = whyNotRun(ended.exitCode, tail);
  return { status: reason === null ? 'failed' : 'not-run', reason };
}
