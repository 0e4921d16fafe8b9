import { readLog } from '../commit-log.ts';
import { diffFiles } from '../diff.ts';
import { Refusal, customFailure, invalidField, notFound, unprocessable } from '../failure.ts';
import { listReply } from '../page.ts';
import { followBranches, headRef } from '../pull-heads.ts';
import { GITHUB, renderCommit, renderFile } from '../render/commit.ts';
import { renderPull, renderSimplePull } from '../render/pull.ts';
import { noReplyEmail, renderUser } from '../render/user.ts';
import { isPull, type Pull, type PullIssue } from '../state.ts';
import { param, type Actor, type Call, type Routes, type World } from '../world.ts';
import { checkLength } from './comments.ts';
import { addIssue, setIssueState, sortBy } from './issues.ts';

type NewPull = {
  title?: string;
  head: string;
  base: string;
  body?: string;
  draft?: boolean;
  maintainer_can_modify?: boolean;
};
type PullUpdate = {
  title?: string;
  body?: string;
  state?: 'open' | 'closed';
  base?: string;
  maintainer_can_modify?: boolean;
};
type Reviewers = { reviewers?: string[] };
type Merge = {
  commit_title?: string;
  commit_message?: string;
  sha?: string;
  merge_method?: 'merge' | 'squash' | 'rebase';
};

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
    if (body.title !== undefined || body.body !== undefined) issue.edited = { by: actor.login, at: now };
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

/** Opens a pull request from `branch`, or `owner:branch` for one from a fork. */
export async function openPull(
  world: World,
  actor: Pick<Actor, 'login'>,
  wanted: NewPull & { title: string },
): Promise<PullIssue> {
  const head = parseHead(world, wanted.head);
  const [headSha, baseSha] = await Promise.all([
    world.git.resolve(headRef(world, head)),
    world.git.resolve(`refs/heads/${wanted.base}`),
  ]);
  if (!headSha) throw invalidField('PullRequest', 'head');
  if (!baseSha) throw invalidField('PullRequest', 'base');
  const rival = [...world.state.issues.values()]
    .filter(isPull)
    .find(
      ({ state, pull }) =>
        state === 'open' && pull.base === wanted.base && headRef(world, pull.head) === headRef(world, head),
    );
  if (rival) throw customFailure('PullRequest', `A pull request already exists for ${head.owner}:${head.ref}.`);
  if ((await world.git.text(['rev-list', '--count', headSha, `^${baseSha}`])) === '0')
    throw customFailure('PullRequest', `No commits between ${wanted.base} and ${head.ref}`);
  const pull: Pull = {
    id: world.state.nextId(),
    head,
    headSha,
    base: wanted.base,
    baseSha,
    draft: wanted.draft ?? false,
    maintainerCanModify: wanted.maintainer_can_modify ?? false,
    mergedAt: null,
    mergedBy: null,
    mergeCommitSha: null,
    requestedReviewers: [],
  };
  const issue: PullIssue = Object.assign(
    addIssue(world, { title: wanted.title, body: wanted.body ?? null, author: actor.login }),
    { pull },
  );
  await followBranches(world);
  return issue;
}

/** Merges as GitHub does with "merge" or "squash"; "rebase" is not offered. */
export async function mergePull(
  world: World,
  issue: PullIssue,
  { by, ...how }: Merge & { by: string },
): Promise<string> {
  const { git } = world;
  const { pull } = issue;
  const base = await git.resolve(`refs/heads/${pull.base}`);
  const merged = await git.run(['merge-tree', '--write-tree', `refs/heads/${pull.base}`, pull.headSha]);
  if (issue.state === 'closed' || pull.draft || !base || merged.code !== 0 || how.merge_method === 'rebase')
    throw new Refusal(405, 'Pull Request is not mergeable');
  if (how.sha !== undefined && how.sha !== pull.headSha)
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.');
  const message = how.commit_title ?? `Merge pull request #${issue.number} from ${pull.head.owner}/${pull.head.ref}`;
  const sha = await git.writeCommit({
    message: `${message}\n\n${how.commit_message ?? issue.title}`,
    tree: merged.stdout.toString().split('\n')[0] ?? '',
    parents: how.merge_method === 'squash' ? [base] : [base, pull.headSha],
    author: { name: by, email: noReplyEmail(world, by), date: world.now() },
    committer: { ...GITHUB, date: world.now() },
  });
  await git.moveRef(`refs/heads/${pull.base}`, base, sha);
  setIssueState(world, issue, { state: 'closed', by });
  Object.assign(pull, { mergedAt: issue.closedAt, mergedBy: by, mergeCommitSha: sha });
  return sha;
}

function parseHead(world: World, head: string): Pull['head'] {
  const [owner, ref] = head.includes(':') ? head.split(':', 2) : [world.owner, head];
  return { owner: owner ?? world.owner, repo: world.repo, ref: ref ?? '' };
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
