import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from '../check/check.ts';
import type { Settings } from '../config/settings.ts';
import { Failure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { buildTask } from '../task/build-task.ts';
import { definitionTerms, searchTerms, withLocatedFiles } from '../task/locate.ts';
import { lintCorrective, lintTask, renderCorrective, renderTask } from '../task/task-file.ts';
import type { Task, TaskProblem } from '../task/task.ts';
import type { Invocation } from '../trigger/trigger.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Running } from './running.ts';

/** Where task files stand in the run record. */
const DIRECTORY = 'opencode_tasks';

/** Both revisions of the task file are in the run record before any model is called. */
export async function writeTask(
  given: Readonly<{
    invocation: Invocation;
    settings: Settings;
    checks: readonly Check[];
    workspace: Workspace;
    boundary: string;
  }>,
  { deps, story }: Running,
): Promise<Readonly<{ task: Task; taskFile: string }>> {
  const { invocation, settings, checks, workspace, boundary } = given;
  const step = story.begin('Task');
  const files = new Set((await workspace.files(workspace.baseline)).map(({ path }) => path));
  const first = buildTask({ invocation, scope: settings.scope, checks, files, now: deps.now(), run: deps.run.id });
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
  return { task, taskFile };
}

async function locate(task: Task, workspace: Workspace): Promise<Task> {
  const terms = searchTerms(task);
  const mentioned = await workspace.search(workspace.baseline, terms);
  const defined = await workspace.search(workspace.baseline, definitionTerms(terms));
  return withLocatedFiles(task, { defined, mentioned });
}

/** The corrective task of a round: a file in the run record beside the task's own. */
export async function writeCorrective(
  given: Readonly<{ id: string; round: number; findings: readonly Finding[] }>,
  { deps, story }: Running,
): Promise<void> {
  const file = renderCorrective(given.findings);
  const problems = lintCorrective(given.findings, file);
  refuse(problems);
  await writeFile(join(deps.run.record, DIRECTORY, `${given.id}-fix${given.round}.txt`), deps.redact(file));
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
