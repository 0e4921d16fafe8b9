import { Refusal, customFailure, invalidField } from './failure.ts';
import { followBranches, headRef } from './pull-heads.ts';
import { GITHUB } from './render/commit.ts';
import { noReplyEmail } from './render/user.ts';
import { addIssue, setIssueState } from './routes/issues.ts';
import { isPull, type Pull, type PullIssue } from './state.ts';
import type { Actor, World } from './world.ts';

export type NewPull = {
  title?: string;
  head: string;
  base: string;
  body?: string;
  draft?: boolean;
  maintainer_can_modify?: boolean;
};

export type Merge = {
  commit_title?: string;
  commit_message?: string;
  sha?: string;
  merge_method?: 'merge' | 'squash' | 'rebase';
};

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
