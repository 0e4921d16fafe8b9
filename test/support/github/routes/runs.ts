import { Refusal, notFound } from '../failure.ts';
import { findJob, logAddress } from '../job-logs.ts';
import { countedReply } from '../page.ts';
import { renderJob, renderWorkflowRun } from '../render/check.ts';
import type { WorkflowRun } from '../state.ts';
import { param, type Call, type Routes, type World } from '../world.ts';

export const runRoutes: Routes = {
  'actions/list-workflow-runs-for-repo': (call) => {
    const { world } = call;
    return countedReply(call, 'workflow_runs', filterRuns(call), (run) => renderWorkflowRun(world, run));
  },

  'actions/get-workflow-run': async (call) => ({
    status: 200,
    body: await renderWorkflowRun(call.world, findRun(call)),
  }),

  'actions/cancel-workflow-run': (call) => {
    const run = findRun(call);
    if (run.status === 'completed') throw new Refusal(409, 'Cannot cancel a workflow run that is completed.');
    Object.assign(run, { status: 'completed', conclusion: 'cancelled', updatedAt: call.world.now() });
    return { status: 202, body: {} };
  },

  'actions/list-jobs-for-workflow-run': (call) => {
    const run = findRun(call);
    return countedReply(call, 'jobs', run.jobs, (job) => renderJob(call.world, run, job));
  },

  'actions/download-job-logs-for-workflow-run': (call) => {
    const job = findJob(call.world, Number(param(call, 'job_id')));
    if (job?.log === undefined) throw notFound();
    return { status: 302, headers: { location: logAddress(call.world, job) } };
  },
};

export function addWorkflowRun(
  { state, now }: World,
  run: Pick<WorkflowRun, 'headBranch' | 'headSha' | 'actor'> & Partial<WorkflowRun>,
): WorkflowRun {
  const added: WorkflowRun = {
    id: state.nextId(),
    name: 'CI',
    path: '.github/workflows/ci.yml',
    event: 'push',
    displayTitle: run.name ?? 'CI',
    runNumber: state.workflowRuns.size + 1,
    runAttempt: 1,
    triggeringActor: run.actor,
    status: run.conclusion ? 'completed' : 'in_progress',
    conclusion: null,
    createdAt: now(),
    updatedAt: now(),
    jobs: [],
    ...run,
  };
  state.workflowRuns.set(added.id, added);
  return added;
}

function findRun(call: Call): WorkflowRun {
  const run = call.world.state.workflowRuns.get(Number(param(call, 'run_id')));
  if (!run) throw notFound();
  return run;
}

/** `status` takes a status or a conclusion, as at GitHub. */
function filterRuns({ world, query }: Call): WorkflowRun[] {
  const { actor, branch, event, status, head_sha: sha } = query;
  return [...world.state.workflowRuns.values()]
    .filter(
      (run) =>
        (!actor || run.actor === actor) &&
        (!branch || run.headBranch === branch) &&
        (!event || run.event === event) &&
        (!status || run.status === status || run.conclusion === status) &&
        (!sha || run.headSha === sha),
    )
    .toReversed();
}
