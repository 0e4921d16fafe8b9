import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from '../../check/check.ts';
import type { Settings } from '../../config/settings.ts';
import { Failure } from '../../failure.ts';
import type { Finding } from '../../finding.ts';
import { buildTask } from '../../task/build-task.ts';
import { definitionTerms, searchTerms, withLocatedFiles } from '../../task/locate.ts';
import { lintCorrective, lintTask, renderCorrective, renderTask } from '../../task/task-file.ts';
import type { GivenDocument } from '../../task/task-options.ts';
import type { Task, TaskProblem } from '../../task/task.ts';
import type { Untrusted } from '../../text/untrusted.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Running } from '../running.ts';

/** Where task files stand in the run record. */
const DIRECTORY = 'opencode_tasks';

export type WrittenTask =
  | Readonly<{ kind: 'task'; task: Task; taskFile: string }>
  /** It cannot be told what is meant; the reply is safe Markdown. */
  | Readonly<{ kind: 'question'; reply: string }>;

export type TaskGiven = Readonly<{
  invocation: Invocation;
  settings: Settings;
  checks: readonly Check[];
  workspace: Workspace;
  boundary: string;
  document: GivenDocument | null;
  context: readonly Untrusted[];
  leftOut: readonly string[];
}>;

/** Both revisions of the task file are in the run record before any model is called. */
export async function writeTask(given: TaskGiven, { deps, story }: Running): Promise<WrittenTask> {
  const { invocation, settings, checks, workspace, boundary, document, context, leftOut } = given;
  const step = story.begin('Task');
  const files = new Set((await workspace.files(workspace.baseline)).map(({ path }) => path));
  const built = buildTask({
    invocation,
    scope: settings.scope,
    checks,
    files,
    now: deps.now(),
    run: deps.run.id,
    document,
    context,
    leftOut,
  });
  if (built.kind === 'question') {
    step.failed('Task: it is not clear which one');
    return built;
  }
  for (const note of built.notes) story.note(note);
  const first = built.task;
  const task = await locate(first, workspace);
  const directory = join(deps.run.record, DIRECTORY);
  await mkdir(directory, { recursive: true });
  if (task !== first)
    await writeFile(join(directory, `${first.id}.rev1.txt`), deps.redact(renderTask(first, boundary)));
  const taskFile = renderTask(task, boundary);
  await writeFile(join(directory, `${task.id}.txt`), deps.redact(taskFile));
  const problems = lintTask(task, taskFile);
  refuse(problems);
  story.update({ title: task.title, taskFile });
  for (const { message } of problems) story.note(message);
  step.done(
    `Task: ${task.requiredChanges.length} required ${task.requiredChanges.length === 1 ? 'change' : 'changes'}, ${checks.length} ${checks.length === 1 ? 'check' : 'checks'}${checks[0] === undefined ? '' : ` (${checks[0].source})`}`,
  );
  return { kind: 'task', task, taskFile };
}

async function locate(task: Task, workspace: Workspace): Promise<Task> {
  const terms = searchTerms(task);
  const mentioned = await workspace.search(workspace.baseline, terms);
  const defined = await workspace.search(workspace.baseline, definitionTerms(terms));
  return withLocatedFiles(task, { defined, mentioned });
}

/** The corrective task of a round: a file in the run record beside the task's own. */
export async function writeCorrective(
  given: Readonly<{ id: string; step: string; round: number; findings: readonly Finding[] }>,
  { deps, story }: Running,
): Promise<void> {
  const { id, step, round, findings } = given;
  const file = renderCorrective(findings);
  const problems = lintCorrective(findings, file);
  refuse(problems);
  const name = [id, ...(step === '' ? [] : [step]), `fix${round}`].join('-');
  await writeFile(join(deps.run.record, DIRECTORY, `${name}.txt`), deps.redact(file));
  for (const { message } of problems) story.note(message);
}

/** A task with an error is not worked on. */
function refuse(problems: readonly TaskProblem[]): void {
  const error = problems.find(({ severity }) => severity === 'error');
  if (error === undefined) return;
  throw new Failure('bad-input', error.message, {
    hint: 'Say in the issue, the comment or the `prompt` input what is to be done.',
  });
}
