import { failingPart } from '../../text/failing-part.ts';
import { plainOutput } from '../../text/output.ts';

/** Stands before every line of a log that GitHub Actions hands out. */
const TIME = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z ?/gm;
const ERROR = '##[error]';
const STEP = '##[group]Run ';
const GROUP_END = '##[endgroup]';

/** What a job's log says of its failure: the failing part of the step that ended with an error. */
export function failureIn(log: string): string {
  return failingPart(plainOutput(lastFailedStep(log.replaceAll(TIME, ''))));
}

/** Behind the step that failed come those that clean up, so the end of the log itself tells nothing. */
function lastFailedStep(log: string): string {
  const lines = log.split(/\r?\n/);
  const error = lines.findLastIndex((line) => line.startsWith(ERROR));
  if (error === -1) return log;
  const step = lines.slice(0, error).findLastIndex((line) => line.startsWith(STEP));
  // The group says how the command was run: shell, environment, inputs.
  const groupEnd = lines.indexOf(GROUP_END, Math.max(step, 0));
  const from = step !== -1 && groupEnd !== -1 && groupEnd < error ? groupEnd + 1 : step + 1;
  const command = step === -1 ? [] : [(lines[step] ?? '').replace('##[group]', '')];
  return [...command, ...lines.slice(from, error + 1)].filter((line) => !/^##\[(?:end)?group\]/.test(line)).join('\n');
}
