import type { Finding } from '../finding.ts';
import { markHidden } from '../text/hidden.ts';
import { revealInvisible } from '../text/invisible.ts';
import { quote, quoteName, quotePlain } from '../text/quote.ts';
import type { Task, TaskProblem } from './task.ts';

/** A task longer than this is split into steps. */
const TASK_LINES = 80;
/** A task with more required changes or files than this is worth a plan. */
const SMALL = { changes: 3, files: 3 } as const;
/** A corrective task longer than this deals with too much at once. */
const CORRECTIVE_LINES = 15;

/**
 * The task file: fixed sections in a fixed order. Whatever people wrote stands quoted, as a whole in Context and line by
 * line where something is asked for; names of theirs that stand among our words are one line each, with nothing hidden.
 */
export function renderTask(task: Task, boundary: string): string {
  const named = (line: string): string => quoteName(line, boundary);
  const asked = (what: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [quotePlain(lines.join('\n'), what, boundary)];
  return `${[
    `# ${task.id}`,
    section('Context', [...task.context.map((part) => quote(part, boundary)), ...task.leftOut.map(named)]),
    section('Files to modify', bullets(task.filesToModify.map(named))),
    section(
      'Files to inspect only',
      bullets(task.filesToInspect.length > 0 ? task.filesToInspect.map(named) : ['none named']),
    ),
    section(
      'Required changes',
      asked(
        'what is asked for',
        task.requiredChanges.map((change, index) => `${index + 1}. ${shown(change)}`),
      ),
    ),
    ...(task.acceptance.length > 0
      ? [section('Acceptance', asked('what must hold', bullets(task.acceptance.map(shown))))]
      : []),
    section('Implementation guidance', [
      ...bullets(task.guidance.map(named)),
      ...asked('order of the work', bullets(task.order.map(shown))),
    ]),
    section('Constraints', [
      ...bullets(task.constraints.map(named)),
      ...asked('what everything is held to', bullets(task.standard.map(shown))),
    ]),
    section('Checks', bullets(task.checks.map(named))),
    section('Do not', bullets(task.doNot.map(named))),
  ].join('\n\n')}\n`;
}

/** The corrective task of a round: the named findings and nothing else. */
export function renderCorrective(findings: readonly Finding[]): string {
  const lines = findings.map((finding) => {
    const place = finding.path === null ? '' : ` ${finding.path}${finding.line === null ? '' : `:${finding.line}`}`;
    return `${finding.id} (${finding.severity})${place}: ${finding.problem.replaceAll(/\s+/g, ' ')}`;
  });
  return `# Findings to mend\n\n${lines.join('\n')}\n`;
}

/** What is wrong with a task; an error means that no process is started for it. */
export function lintTask(task: Task, file: string): readonly TaskProblem[] {
  const problems: TaskProblem[] = [];
  const error = (message: string): number => problems.push({ severity: 'error', message });
  if (task.title === '') error('The task is empty: neither a title nor an instruction says what to do.');
  if (task.context.length === 0) error('The section Context is empty.');
  if (task.requiredChanges.length === 0) error('The section Required changes is empty.');
  for (const path of task.filesToModify.filter((name) => /[*?{}[\]]/.test(name))) {
    error(`Files to modify has a glob, “${path}”; it names files one by one.`);
  }
  const lines = linesOf(task, file);
  if (lines > TASK_LINES) {
    problems.push({
      severity: 'warning',
      message: `The task has ${lines} lines, over ${TASK_LINES}: it must be split into steps.`,
    });
  }
  return problems;
}

/** Whether a task is so small that it needs no plan: short, with few required changes in few files. */
export function isSmall(task: Task, file: string): boolean {
  return (
    !isLong(task, file) && task.requiredChanges.length <= SMALL.changes && task.filesToModify.length <= SMALL.files
  );
}

/** A corrective task deals with findings that have a name, and with few of them. */
export function lintCorrective(findings: readonly Finding[], file: string): readonly TaskProblem[] {
  if (findings.length === 0) return [{ severity: 'error', message: 'The corrective task names no finding.' }];
  const lines = file.trim().split('\n').length;
  if (lines <= CORRECTIVE_LINES) return [];
  return [{ severity: 'warning', message: `The corrective task has ${lines} lines, over ${CORRECTIVE_LINES}.` }];
}

/** Longer than one coder should be given at once. */
export function isLong(task: Task, file: string): boolean {
  return linesOf(task, file) > TASK_LINES;
}

/** What stands around a pull request is there to look things up, and makes no task longer. */
const AROUND =
  /^(?:diff of pull request|failing check|comment in an open thread|review of the pull request|inline comment at) /;
/** The lines around a quoted text. */
const FRAME = 2;

function linesOf({ context }: Task, file: string): number {
  const around = context.filter(({ from }) => AROUND.test(`${from.what} `));
  return around.reduce((lines, { text }) => lines - text.split('\n').length - FRAME, file.split('\n').length);
}

function shown(line: string): string {
  return revealInvisible(markHidden(line)).replaceAll('\n', ' ');
}

function section(name: string, lines: readonly string[]): string {
  return [`## ${name}`, ...lines].join('\n');
}

function bullets(items: readonly string[]): readonly string[] {
  return items.map((item) => `- ${item}`);
}
