import { Refusal, notFound, unprocessable } from '../failure.ts';
import { countedReply, listReply, paginate } from '../page.ts';
import { renderCheckRun, renderSimpleStatus, renderStatus } from '../render/check.ts';
import { renderMinimalRepository, repositoryApi } from '../render/repository.ts';
import type { CheckRun, CheckStatus, Conclusion, Status } from '../state.ts';
import { param, type Call, type Routes, type World } from '../world.ts';
import { findCommit } from './commits.ts';

type CheckText = {
  name?: string;
  head_sha?: string;
  status?: CheckStatus;
  conclusion?: Conclusion;
  started_at?: string;
  completed_at?: string;
  external_id?: string;
  details_url?: string;
  output?: { title?: string; summary: string; text?: string };
};

export const checkRoutes: Routes = {
  'checks/list-for-ref': async (call) => {
    const { check_name: name, status } = call.query;
    const sha = await requireCommit(call, param(call, 'ref'));
    const runs = [...call.world.state.checkRuns.values()].filter(
      (run) => run.headSha === sha && (!name || run.name === name) && (!status || run.status === status),
    );
    return countedReply(call, 'check_runs', runs, (run) => renderCheckRun(call.world, run));
  },

  'checks/get': (call) => ({ status: 200, body: renderCheckRun(call.world, findCheckRun(call)) }),

  'checks/create': async (call: Call<CheckText>) => {
    const { world, actor, body } = call;
    if (actor.type !== 'Bot') throw new Refusal(403, 'You must authenticate via a GitHub App.');
    const headSha = await requireCommit(call, body.head_sha ?? '');
    const run = addCheckRun(world, { headSha, name: body.name ?? '' });
    apply(world, run, body);
    return { status: 201, body: renderCheckRun(world, run) };
  },

  'checks/update': (call: Call<CheckText>) => {
    const run = findCheckRun(call);
    apply(call.world, run, call.body);
    return { status: 200, body: renderCheckRun(call.world, run) };
  },

  'repos/create-commit-status': async (
    call: Call<{ state: Status['state']; context?: string; description?: string | null; target_url?: string | null }>,
  ) => {
    const { world, actor, body } = call;
    const sha = await requireCommit(call, param(call, 'sha'));
    const status: Status = {
      id: world.state.nextId(),
      sha,
      context: body.context ?? 'default',
      state: body.state,
      description: body.description ?? null,
      targetUrl: body.target_url ?? null,
      creator: actor.login,
      createdAt: world.now(),
    };
    world.state.statuses.set(status.id, status);
    return { status: 201, body: renderStatus(world, status) };
  },

  'repos/list-commit-statuses-for-ref': async (call) => {
    const statuses = statusesOf(call.world, await requireCommit(call, param(call, 'ref')));
    return listReply(call, statuses, (status) => renderStatus(call.world, status));
  },

  'repos/get-combined-status-for-ref': async (call) => {
    const { world } = call;
    const sha = await requireCommit(call, param(call, 'ref'));
    const latest = [
      ...new Map(
        statusesOf(world, sha)
          .toReversed()
          .map((status) => [status.context, status]),
      ).values(),
    ];
    const { items, headers } = paginate(call, latest);
    const url = `${repositoryApi(world)}/commits/${sha}`;
    return {
      status: 200,
      headers,
      body: {
        state: combine(latest),
        statuses: items.map((status) => renderSimpleStatus(world, status)),
        sha,
        total_count: latest.length,
        repository: renderMinimalRepository(world),
        commit_url: url,
        url: `${url}/status`,
      },
    };
  },
};

export function addCheckRun(
  { state, now }: World,
  run: Pick<CheckRun, 'headSha' | 'name'> & Partial<CheckRun>,
): CheckRun {
  const done = run.conclusion !== undefined && run.conclusion !== null;
  const added: CheckRun = {
    id: state.nextId(),
    status: done ? 'completed' : 'queued',
    conclusion: null,
    startedAt: now(),
    completedAt: done ? now() : null,
    externalId: null,
    detailsUrl: null,
    output: { title: null, summary: null, text: null },
    ...run,
  };
  state.checkRuns.set(added.id, added);
  return added;
}

function apply({ now }: World, run: CheckRun, text: CheckText): void {
  run.name = text.name ?? run.name;
  run.conclusion = text.conclusion ?? run.conclusion;
  run.status = text.conclusion ? 'completed' : (text.status ?? run.status);
  run.startedAt = text.started_at ?? run.startedAt;
  run.completedAt = text.completed_at ?? (text.conclusion ? now() : run.completedAt);
  run.externalId = text.external_id ?? run.externalId;
  run.detailsUrl = text.details_url ?? run.detailsUrl;
  if (text.output)
    run.output = { title: text.output.title ?? null, summary: text.output.summary, text: text.output.text ?? null };
}

function findCheckRun(call: Call): CheckRun {
  const run = call.world.state.checkRuns.get(Number(param(call, 'check_run_id')));
  if (!run) throw notFound();
  return run;
}

async function requireCommit({ world }: Call, revision: string): Promise<string> {
  const sha = await findCommit(world, revision);
  if (!sha) throw unprocessable(`No commit found for SHA: ${revision}`);
  return sha;
}

/** Newest first. */
function statusesOf({ state }: World, sha: string): Status[] {
  return [...state.statuses.values()].filter((status) => status.sha === sha).toReversed();
}

function combine(statuses: readonly Status[]): 'failure' | 'pending' | 'success' {
  if (statuses.some(({ state }) => state === 'failure' || state === 'error')) return 'failure';
  return statuses.length === 0 || statuses.some(({ state }) => state === 'pending') ? 'pending' : 'success';
}
