import { readLog } from '../commit-log.ts';
import { diffFiles } from '../diff.ts';
import { Refusal, customFailure, invalidField, notFound, unprocessable } from '../failure.ts';
import { listReply } from '../page.ts';
import { headRef } from '../pull-heads.ts';
import { mergePull, openPull, type Merge, type NewPull } from '../pull-lifecycle.ts';
import { renderCommit, renderFile } from '../render/commit.ts';
import { renderPull, renderSimplePull } from '../render/pull.ts';
import { renderUser } from '../render/user.ts';
import { isPull, type PullIssue } from '../state.ts';
import { param, type Call, type Routes, type World } from '../world.ts';
import { checkLength } from './comments.ts';
import { noteEdit, setIssueState, sortBy } from './issues.ts';

type PullUpdate = {
  title?: string;
  body?: string;
  state?: 'open' | 'closed';
  base?: string;
  maintainer_can_modify?: boolean;
};
type Reviewers = { reviewers?: string[] };

export const pullRoutes: Routes = {
  'pulls/list': (call) => listReply(call, filterPulls(call), (issue) => renderSimplePull(call.world, issue)),

  'pulls/create': async ({ world, actor, body }: Call<NewPull>) => {
    if (actor.type === 'Bot' && !world.state.settings.actionsMayCreatePullRequests) {
      throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.');
    }
    if (!body.title)
      throw unprocessable('Validation Failed', [{ resource: 'PullRequest', code: 'missing_field', field: 'title' }]);
    checkLength(body.body);
    const issue = await openPull(world, actor, { ...body, title: body.title });
    return { status: 201, body: await renderPull(world, issue) };
  },

  'pulls/get': async (call) => {
    const { world, accept } = call;
    const issue = findPull(call);
    const format = /vnd\.github\.(?:v3\.)?(diff|patch)/.exec(accept)?.[1];
    if (!format) return { status: 200, body: await renderPull(world, issue) };
    const range = `${issue.pull.baseSha}...${issue.pull.headSha}`;
    const { stdout } = await world.git.run(format === 'diff' ? ['diff', range] : ['format-patch', '--stdout', range]);
    return { status: 200, raw: { type: `application/vnd.github.${format}; charset=utf-8`, bytes: stdout } };
  },

  'pulls/update': async (call: Call<PullUpdate>) => {
    const { world, actor, body } = call;
    const issue = findPull(call);
    checkLength(body.body);
    if (body.base !== undefined && !(await world.git.resolve(`refs/heads/${body.base}`)))
      throw invalidField('PullRequest', 'base');
    if (body.state === 'open' && issue.state === 'closed') await requireReopenable(world, issue);
    const now = world.now();
    noteEdit(issue, body, { by: actor.login, at: now });
    issue.title = body.title ?? issue.title;
    issue.body = body.body ?? issue.body;
    issue.pull.base = body.base ?? issue.pull.base;
    if (body.state) setIssueState(world, issue, { state: body.state, by: actor.login });
    issue.updatedAt = now;
    return { status: 200, body: await renderPull(world, issue) };
  },

  'pulls/list-files': async (call) => {
    const { world } = call;
    const { baseSha, headSha } = findPull(call).pull;
    const start = await world.git.text(['merge-base', baseSha, headSha]);
    return listReply(call, await diffFiles(world.git, start, headSha), (file) =>
      renderFile(world, start, headSha, file),
    );
  },

  'pulls/list-commits': async (call) => {
    const { baseSha, headSha } = findPull(call).pull;
    return listReply(call, await readLog(call.world.git, ['--reverse', headSha, `^${baseSha}`]), (commit) =>
      renderCommit(call.world, commit),
    );
  },

  'pulls/check-if-merged': (call) => {
    if (findPull(call).pull.mergedAt === null) throw new Refusal(404, 'Not Found');
    return { status: 204 };
  },

  'pulls/merge': async (call: Call<Merge | null>) => {
    const issue = findPull(call);
    const sha = await mergePull(call.world, issue, { by: call.actor.login, ...call.body });
    return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } };
  },

  'pulls/list-requested-reviewers': (call) => {
    const users = findPull(call).pull.requestedReviewers.map((login) => renderUser(call.world, login));
    return { status: 200, body: { users, teams: [] } };
  },

  'pulls/request-reviewers': (call: Call<Reviewers>) => {
    const { world, body } = call;
    const issue = findPull(call);
    const reviewers = body.reviewers ?? [];
    if (reviewers.includes(issue.author)) throw unprocessable('Review cannot be requested from pull request author.');
    if (!reviewers.every((login) => world.state.permissions.has(login))) {
      throw unprocessable(
        `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${world.owner}/${world.repo} repository.`,
      );
    }
    issue.pull.requestedReviewers = [...new Set([...issue.pull.requestedReviewers, ...reviewers])];
    return { status: 201, body: renderSimplePull(world, issue) };
  },

  'pulls/remove-requested-reviewers': (call: Call<Reviewers>) => {
    const issue = findPull(call);
    issue.pull.requestedReviewers = issue.pull.requestedReviewers.filter(
      (login) => !call.body.reviewers?.includes(login),
    );
    return { status: 200, body: renderSimplePull(call.world, issue) };
  },

  'repos/list-pull-requests-associated-with-commit': async (call) => {
    const { world } = call;
    const sha = await world.git.resolve(`${param(call, 'commit_sha')}^{commit}`);
    if (!sha) throw unprocessable(`No commit found for SHA: ${param(call, 'commit_sha')}`);
    const pulls = [...world.state.issues.values()].filter(isPull);
    const holds = await Promise.all(
      pulls.map(
        async ({ pull }) =>
          pull.mergeCommitSha === sha ||
          (await world.git.text(['rev-list', pull.headSha, `^${pull.baseSha}`])).includes(sha),
      ),
    );
    return listReply(
      call,
      pulls.filter((_, place) => holds[place]),
      (issue) => renderSimplePull(world, issue),
    );
  },
};

export function findPull(call: Call): PullIssue {
  const issue = call.world.state.issues.get(Number(param(call, 'pull_number')));
  if (!issue || !isPull(issue)) throw notFound();
  return issue;
}

function filterPulls({ world, query }: Call): PullIssue[] {
  const { state: wanted = 'open', head, base } = query;
  const pulls = [...world.state.issues.values()].filter(isPull);
  return sortBy(
    // GitHub ignores a head that names no owner.
    pulls.filter(
      ({ state, pull }) =>
        (wanted === 'all' || state === wanted) &&
        (!base || pull.base === base) &&
        (!head?.includes(':') || `${pull.head.owner}:${pull.head.ref}` === head),
    ),
    query,
  );
}

async function requireReopenable(world: World, { pull }: PullIssue): Promise<void> {
  if (pull.mergedAt !== null || !(await world.git.resolve(headRef(world, pull.head)))) {
    throw customFailure('PullRequest', 'state cannot be changed. The pull request cannot be reopened.');
  }
}
