import { setIssueState } from './routes/issues.ts';
import { isPull, type PullIssue } from './state.ts';
import type { World } from './world.ts';

/** The ref that a pull request's head branch is in the repository behind the routes; branches of forks stand apart. */
export function headRef(world: World, { owner, repo, ref }: PullIssue['pull']['head']): string {
  return owner === world.owner && repo === world.repo ? `refs/heads/${ref}` : `refs/forks/${owner}/${ref}`;
}

/** After any ref moved: open pull requests follow their head branch, `refs/pull/N/head` with them, and close when it is gone. */
export async function followBranches(world: World): Promise<void> {
  for (const issue of world.state.issues.values()) {
    if (isPull(issue) && issue.state === 'open') await follow(world, issue);
  }
}

async function follow(world: World, issue: PullIssue): Promise<void> {
  const { git } = world;
  const { pull } = issue;
  const tip = await git.resolve(headRef(world, pull.head));
  if (!tip) return setIssueState(world, issue, { state: 'closed', by: issue.author });
  const recorded = `refs/pull/${issue.number}/head`;
  const before = await git.resolve(recorded);
  if (before === tip) return;
  await git.moveRef(recorded, before, tip);
  if (before) issue.updatedAt = world.now();
  pull.headSha = tip;
  pull.baseSha = (await git.resolve(`refs/heads/${pull.base}`)) ?? pull.baseSha;
}
