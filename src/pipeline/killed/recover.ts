import { join } from 'node:path';
import { asFailure, Failure } from '../../failure.ts';
import type { RunState } from '../../report/run.ts';
import type { Part } from '../../workspace/merge.ts';
import { reopenWorkspace, type Workspace } from '../../workspace/workspace.ts';
import { guardWork } from '../hand-over.ts';
import type { Underway } from '../site/site.ts';
import type { Pass } from '../told/ending.ts';
import type { Face } from '../told/face.ts';
import { createStory, type Publishing, type Story, type Telling } from '../told/story.ts';
import type { SavedRun, SavedWork } from './saved-run.ts';

/** How the run would have shown and passed its work on, had it ended by itself. */
export type RunEnd = Readonly<{ createFace: (story: Story, deps: Telling) => Face; pass: Pass }>;

/**
 * Ends a run whose process was killed, as a run that is cancelled ends: what is in the clone goes through the guard and is
 * published as a draft, the status comment says why and where it is. Whatever the run had done of that by itself is found
 * and gone on from. Null when there is nothing to put right: the run never showed, had ended, or gave way to another.
 *
 * No process of the run may be alive any more.
 */
export async function recover(saved: SavedRun, deps: Telling, end: RunEnd): Promise<RunState | null> {
  const story = resumeStory(saved, deps);
  const face = end.createFace(story, deps);
  if (!(await face.resume())) return null;
  try {
    if (saved.work === null) story.fail(killed());
    else await publishLeftWork(saved.work, end.pass, { deps, story });
  } catch (error) {
    story.fail(asFailure(error));
  }
  return await face.close();
}

async function publishLeftWork(
  { baseline, marked, programs, steps, ...work }: SavedWork,
  pass: Pass,
  { deps, story }: Publishing,
): Promise<void> {
  const root = join(deps.run.root, 'work');
  const workspace = await reopenWorkspace({ programs, root, baseline, marked });
  await bringSteps(workspace, marked.tree, steps);
  const site = {
    ...work,
    workspace,
    stored: new Set<string>(),
    underway: new Map<string, Underway>(),
    taskFile: story.state().taskFile ?? '',
  };
  // Nothing that was judged holds for what is there now.
  const worked = { last: null, endedBy: null, failure: killed(), stopped: null };
  const handOver = await guardWork(site, worked, { deps, story });
  await pass(site, handOver, { deps, story });
}

/** What each step had done when the run was killed, brought together where it is read from. */
async function bringSteps(workspace: Workspace, base: string, steps: readonly Underway[]): Promise<void> {
  if (steps.length === 0) return;
  const parts: Part[] = [];
  for (const { id, start, marked } of steps) {
    const { tree } = await workspace.reopenStep(id, marked).extract();
    parts.push({ name: id, start, tree });
  }
  await workspace.bring((await workspace.mergeAll(base, parts)).tree);
}

function killed(): Failure {
  return new Failure('cancelled', 'The job was cancelled or killed before the run could end.', {
    hint: 'What was done before is kept; run again when you are ready.',
  });
}

/** The story as far as it was told. What was being done then was not done. */
function resumeStory({ invocation, story: told }: SavedRun, deps: Telling): Story {
  const story = createStory(invocation, deps, told.ledger);
  story.update({
    ...told,
    steps: told.steps.map((step) => (step.state === 'doing' ? { ...step, state: 'failed' } : step)),
    notes: [...told.notes, 'A model request that was under way when the run was killed is not counted.'],
  });
  return story;
}
