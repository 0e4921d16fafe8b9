import { setIssueState } from './routes/issues.ts';
import { isPull, type PullIssue } from './state.ts';
import type { World } from './world.ts';

/** The ref that a pull request's head branch is in the repository behind the routes; branches of forks stand apart. */
export function headRef(world: World, { owner, repo, ref }: PullIssue['pull']['head']): string {
  return owner === world.owner && repo === world.repo ? `refs/heads/${ref}` : `refs/forks/${owner}/${ref}`;
}

/** After any ref moved: open pull requests follow their head branch, `refs/pull/N/head` with them, and close when it is gone. */
export async function followBranches(world: World, by: string = world.owner): Promise<void> {
  await noteMoves(world, by);
  for (const issue of world.state.issues.values()) {
    if (isPull(issue) && issue.state === 'open') await follow(world, issue);
  }
}

const NO_COMMIT = '0'.repeat(40);

/** What moved since the last time is noted with the time that it is now. */
async function noteMoves({ git, state, now }: World, by: string): Promise<void> {
  const listed = await git.text(['for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads', 'refs/forks']);
  const after = new Map(
    listed
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' '))
      .map(([ref = '', sha = '']) => [ref, sha]),
  );
  const before = new Map(state.moves.map(({ ref, after: sha }) => [ref, sha]));
  for (const ref of new Set([...before.keys(), ...after.keys()])) {
    const [from, to] = [before.get(ref) ?? NO_COMMIT, after.get(ref) ?? NO_COMMIT];
    if (from !== to) state.moves.push({ id: state.nextId(), ref, before: from, after: to, by, at: now() });
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
