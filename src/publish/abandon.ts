import type { Comparison, Forge, PullRequestInfo } from '../forge/forge.ts';
import { OWN_BRANCHES } from './place.ts';

/** What there is to give up: a branch, and the pull request from it where there is one. */
export type Work = Readonly<{ branch: string; base: string; pull: PullRequestInfo | null }>;

export type BranchEnd =
  | Readonly<{ kind: 'deleted' }>
  /** There was none any more. */
  | Readonly<{ kind: 'gone' }>
  /** Why it is kept: a clause that goes on after “because”. `people` are those whose commits are on it. */
  | Readonly<{ kind: 'kept'; because: string; people: readonly string[] }>;

export type Abandoned = Readonly<{ closed: boolean; branch: BranchEnd }>;

/** The API lists no more commits of a comparison. */
const MOST_COMMITS = 250;

/** Closes the pull request, and deletes its branch when that loses nobody's work but the bot's. */
export async function abandonWork(forge: Forge, work: Work): Promise<Abandoned> {
  const closed = work.pull?.state === 'open';
  if (work.pull !== null && closed) await forge.closePullRequest(work.pull.number);
  return { closed, branch: await endBranch(forge, work) };
}

async function endBranch(forge: Forge, { branch, base, pull }: Work): Promise<BranchEnd> {
  if (!branch.startsWith(OWN_BRANCHES)) return kept('it is not one that Patchwright makes');
  const head = await forge.branchHead(branch);
  if (head === null) return { kind: 'gone' };
  const open = (await forge.pullRequestsFrom(branch)).find(
    ({ number, state }) => state === 'open' && number !== pull?.number,
  );
  if (open !== undefined) return kept(`pull request #${open.number} stands on it`);
  const from = await forge.branchHead(base);
  if (from === null) return kept('the branch that it left is gone, so nobody can tell whose commits are on it');
  const other = othersWork(await forge.compare(from, head), await forge.self());
  if (other !== null) return other;
  if ((await forge.branchHead(branch)) !== head) return kept('somebody pushed to it just now');
  const deletion = await forge.deleteBranch(branch);
  return deletion.kind === 'deleted' ? deletion : kept(`GitHub did not let it be deleted (${deletion.reason})`);
}

/** Null when every commit beyond the base is the bot's. */
function othersWork({ commits, paths }: Comparison, self: string): BranchEnd | null {
  if (commits.length >= MOST_COMMITS) return kept('it has more commits than can be looked through');
  if (commits.length === 0 && paths === null) return kept('it has no commit in common with its base');
  const others = commits.filter(({ author }) => author !== self);
  if (others.length === 0) return null;
  const people = [...new Set(others.map(({ author }) => author ?? 'somebody without an account'))];
  return { kind: 'kept', because: 'others have committed to it', people };
}

function kept(because: string): BranchEnd {
  return { kind: 'kept', because, people: [] };
}
