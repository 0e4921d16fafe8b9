import type { CheckComparison, CheckResult } from '../check/check.ts';
import { quoteName, quotePlain } from '../text/quote.ts';

/** Characters of a diff that a reviewer is shown; about 40,000 tokens. */
const DIFF_BUDGET = 160_000;

/** Characters of a failing check's output that a reviewer is shown. */
const OUTPUT_BUDGET = 4000;

/** Check results as the reviewer reads them, what they printed quoted. */
export function presentChecks(checks: readonly CheckComparison[], boundary: string): string {
  if (checks.length === 0) return 'No check was found in this repository; nothing was run.';
  return checks.map((check) => presentCheck(check, boundary)).join('\n\n');
}

function presentCheck({ check, before, after, effect }: CheckComparison, boundary: string): string {
  const [name, command] = [quoteName(check.name, boundary), quoteName(check.command, boundary)];
  const line = `- ${name} (\`${command}\`): before ${describe(before)}, after ${describe(after)}; ${effect}`;
  if (after.status !== 'failed') return line;
  return `${line}\n${quotePlain(after.tail.slice(-OUTPUT_BUDGET), `end of what ${check.name} prints now`, boundary)}`;
}

function describe(result: CheckResult): string {
  if (result.status === 'not-run') return `not run (${result.reason ?? 'unknown'})`;
  return result.status === 'failed' ? `failed (exit ${result.exitCode})` : 'passed';
}

/** A diff cut to its budget file by file; what was left out is named, so that the reviewer can read it itself. */
export function presentDiff(diff: string): string {
  if (diff.trim() === '') return 'Nothing changed.';
  const files = diff.split(/^(?=diff --git )/m);
  const shown: string[] = [];
  const left: string[] = [];
  let room = DIFF_BUDGET;
  for (const file of files) {
    if (file.length <= room) shown.push(file);
    else left.push(/^diff --git (.*)$/m.exec(file)?.[1] ?? 'a file');
    room -= file.length <= room ? file.length : 0;
  }
  const rest =
    left.length === 0
      ? ''
      : `\nLeft out for their size, to be read in the working directory:\n${left.map((name) => `- ${name}`).join('\n')}\n`;
  return `${shown.join('')}${rest}`;
}
