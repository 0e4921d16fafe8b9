import { matchGlobs } from '../../guard/globs.ts';
import { makePlan } from '../../plan/make-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { isLong, isSmall } from '../../task/task-file.ts';
import { logLine } from '../../text/sinks.ts';
import { isRepoPath } from '../../workspace/repo-path.ts';
import type { Crew } from '../crew/crew.ts';
import type { Running } from '../running.ts';
import type { Site } from '../site/site.ts';
import { tellEarlier } from './coding.ts';

export type PlannedWork =
  /** To be worked by; null is the task as one step. */
  | Readonly<{ kind: 'go'; plan: Plan | null }>
  /** The run ends here, before any coder was asked. */
  | Readonly<{ kind: 'stop'; outcome: 'planned' | 'needs-human'; reason: string | null }>;

/** Plans what is not small, or what somebody wants planned; a plan that a person approved is worked by as it stands. */
export async function planWork(site: Site, crew: Crew, { deps, story }: Running): Promise<PlannedWork> {
  const { command } = story.state().invocation;
  const kept = site.journal.find('plan', { step: '', round: 0 });
  if (kept !== null) {
    story.update({ plan: kept.plan });
    // From now on it is this run that is gone on with.
    await site.journal.add(kept);
    return stopsHere(site, command) ? planned() : { kind: 'go', plan: kept.plan };
  }
  if (command === 'approve') return { kind: 'stop', outcome: 'needs-human', reason: OTHER_TASK };
  if (!isWanted(site, command)) return { kind: 'go', plan: null };
  const line = story.begin('Plan');
  const { workspace, settings } = site;
  const given = await makePlan({
    conversation: crew.talk('planner', { directory: workspace.snapshot, title: `Plan: ${site.task.title}` }),
    task: site.taskFile,
    boundary: site.boundary,
    bounds: {
      scope: settings.scope,
      isInScope: (path) => isRepoPath(path) && (settings.scope.length === 0 || matchGlobs(settings.scope)(path)),
    },
    files: (await workspace.files(workspace.marked().tree)).map(({ path }) => path),
    checks: site.checks.map(({ name, command: run }) => (name === run ? run : `${name}: ${run}`)),
    instructions: settings.instructions.planner,
    mustSplit: isLong(site.task, site.taskFile),
    story: tellEarlier(site),
    digest: () => workspace.digest('snapshot'),
    onActivity: line.note,
  });
  switch (given.kind) {
    case 'none':
      line.failed(`Plan: ${given.because}`);
      story.note(`${given.because} The task is worked on as one step.`);
      return stopsHere(site, command)
        ? { kind: 'stop', outcome: 'needs-human', reason: given.because }
        : { kind: 'go', plan: null };
    case 'refused':
      line.failed('Plan: refused');
      return { kind: 'stop', outcome: 'needs-human', reason: given.because };
    case 'plan': {
      const { plan } = given;
      story.update({ plan });
      for (const note of given.notes) story.note(note);
      line.done(`Plan: ${plan.steps.length} ${plan.steps.length === 1 ? 'step' : 'steps'}`);
      await site.journal.add({ kind: 'plan', step: '', round: 0, plan });
      for (const { id, title, depends } of plan.steps)
        deps.log(logLine(`${id} ${title} (after ${depends.join(', ') || 'nothing'})`));
      if (plan.questions.some(({ changesPlan }) => changesPlan)) {
        return {
          kind: 'stop',
          outcome: 'needs-human',
          reason: 'The planner has a question whose answer changes the plan.',
        };
      }
      return stopsHere(site, command) ? planned() : { kind: 'go', plan };
    }
  }
}

function planned(): PlannedWork {
  return { kind: 'stop', outcome: 'planned', reason: null };
}

type Command = ReturnType<Running['story']['state']>['invocation']['command'];

function stopsHere({ settings }: Site, command: Command): boolean {
  return command === 'plan' || (settings.approval === 'plan' && command !== 'approve');
}

function isWanted(site: Site, command: Command): boolean {
  if (command === 'auto' || stopsHere(site, command)) return true;
  // What is gone on with was planned before, or was small.
  if (site.place.head !== null && command === 'retry' && !isLong(site.task, site.taskFile)) return false;
  switch (site.settings.plan) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'auto':
      return !isSmall(site.task, site.taskFile);
  }
}

const OTHER_TASK =
  'The plan that was approved was made for another task or another base, so it was not worked by. `plan` makes a new one.';
