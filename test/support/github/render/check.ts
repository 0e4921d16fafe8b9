import { readCommit } from '../commit-log.ts';
import { isPull, type CheckRun, type Job, type Status, type WorkflowRun } from '../state.ts';
import type { World } from '../world.ts';
import { nodeId } from './node-id.ts';
import { renderMinimalPull } from './pull.ts';
import { renderMinimalRepository, repositoryApi, repositoryPage } from './repository.ts';
import { renderUser } from './user.ts';

const ACTIONS_APP_ID = 15_368;
/** Stands in for the suites and workflows that the routes do not model. */
const SUITE_ID = 1;

export function renderCheckRun(world: World, run: CheckRun) {
  const url = `${repositoryApi(world)}/check-runs/${run.id}`;
  const page = `${repositoryPage(world)}/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CR', run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...run.output, annotations_count: 0, annotations_url: `${url}/annotations` },
    check_suite: { id: SUITE_ID },
    app: renderActionsApp(world),
    pull_requests: pullsAt(world, run.headSha),
  };
}

export function renderStatus(world: World, status: Status) {
  return { ...renderSimpleStatus(world, status), creator: renderUser(world, status.creator) };
}

export function renderSimpleStatus(world: World, status: Status) {
  return {
    url: `${repositoryApi(world)}/statuses/${status.sha}`,
    avatar_url: renderUser(world, status.creator).avatar_url,
    id: status.id,
    node_id: nodeId('SC', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}

export async function renderWorkflowRun(world: World, run: WorkflowRun) {
  const api = repositoryApi(world);
  const url = `${api}/actions/runs/${run.id}`;
  const { tree, message, author, committer } = await readCommit(world.git, run.headSha);
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WFR', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: run.displayTitle,
    run_number: run.runNumber,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: SUITE_ID,
    check_suite_id: SUITE_ID,
    check_suite_node_id: nodeId('CS', SUITE_ID),
    url,
    html_url: `${repositoryPage(world)}/actions/runs/${run.id}`,
    pull_requests: pullsAt(world, run.headSha),
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    actor: renderUser(world, run.actor),
    run_attempt: run.runAttempt,
    referenced_workflows: [],
    run_started_at: run.createdAt,
    triggering_actor: renderUser(world, run.triggeringActor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${SUITE_ID}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${api}/actions/workflows/${SUITE_ID}`,
    head_commit: {
      id: run.headSha,
      tree_id: tree,
      message,
      timestamp: committer.date,
      author: person(author),
      committer: person(committer),
    },
    repository: renderMinimalRepository(world),
    head_repository: renderMinimalRepository(world),
  };
}

export function renderJob(world: World, run: WorkflowRun, job: Job) {
  const api = repositoryApi(world);
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: run.name,
    head_branch: run.headBranch,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: run.runAttempt,
    node_id: nodeId('JOB', job.id),
    head_sha: run.headSha,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${repositoryPage(world)}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: run.createdAt,
    started_at: run.createdAt,
    completed_at: job.conclusion === null ? null : run.updatedAt,
    name: job.name,
    steps: [],
    check_run_url: `${api}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: null,
    runner_name: null,
    runner_group_id: null,
    runner_group_name: null,
  };
}

function pullsAt(world: World, sha: string) {
  return [...world.state.issues.values()]
    .filter(isPull)
    .filter(({ pull }) => pull.headSha === sha)
    .map((issue) => renderMinimalPull(world, issue));
}

function renderActionsApp(world: World) {
  return {
    id: ACTIONS_APP_ID,
    slug: 'github-actions',
    node_id: nodeId('A', ACTIONS_APP_ID),
    owner: renderUser(world, 'github'),
    name: 'GitHub Actions',
    description: 'Automate your workflow from idea to production',
    external_url: 'https://help.github.com/en/actions',
    html_url: `${world.serverUrl}/apps/github-actions`,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2024-04-10T20:33:16Z',
    permissions: { checks: 'write', contents: 'write', metadata: 'read' },
    events: [],
  };
}

function person({ name, email }: { readonly name: string; readonly email: string }) {
  return { name, email };
}
