import type { Forge, PullRequestInfo } from '../forge/forge.ts';
import type { Target } from '../trigger/trigger.ts';

/** Branches with this beginning are Patchwright's own. */
export const OWN_BRANCHES = 'opencode/';

/** The issue that a branch of Patchwright's own is for; null for every other branch. */
export function issueOfBranch(branch: string): number | null {
  const [, issue] = ISSUE_BRANCH.exec(branch) ?? [];
  return issue === undefined ? null : Number(issue);
}

const ISSUE_BRANCH = new RegExp(String.raw`^${OWN_BRANCHES}issue-(\d{1,9})(?:-\d+)?$`);

/** The branch that a run works on. */
export type Place = Readonly<{
  branch: string;
  /** Commit at its head, which the work goes on top of; null when there is no such branch yet. */
  head: string | null;
  /** Branch that the pull request is to be merged into. */
  base: string;
  /** The open pull request from the branch. */
  pullRequest: PullRequestInfo | null;
}>;

/** A fork's branch has its name in common with whatever branch here is called so, and nothing else. */
export function isOfFork({ pullRequest }: Pick<Place, 'pullRequest'>, repository: string): boolean {
  return pullRequest !== null && pullRequest.head.repository?.toLowerCase() !== repository.toLowerCase();
}

/**
 * Finds the place of a run: a pull request's own branch, else `opencode/…`, or the first of `-2`, `-3`, … that no pull
 * request was closed or merged from. `base` is for the targets that have none of their own.
 */
export async function findPlace(given: Readonly<{ forge: Forge; target: Target; base: string }>): Promise<Place> {
  const { forge, target, base } = given;
  switch (target.kind) {
    case 'pull-request': {
      const pullRequest = await forge.pullRequest(target.number);
      const { branch, sha } = target.snapshot?.head ?? pullRequest.head;
      // What was pushed since the command was let through is nothing that its author saw.
      return { branch, head: sha, base: pullRequest.base.branch, pullRequest };
    }
    case 'issue':
      return await findFree(forge, `${OWN_BRANCHES}issue-${target.number}`, base);
    case 'repository':
      return await findFree(forge, `${OWN_BRANCHES}${target.name}`, base);
  }
}

async function findFree(forge: Forge, name: string, base: string): Promise<Place> {
  for (let number = 1; ; number += 1) {
    const branch = number === 1 ? name : `${name}-${number}`;
    const pullRequests = await forge.pullRequestsFrom(branch);
    const open = pullRequests.find(({ state }) => state === 'open');
    if (open) return { branch, head: open.head.sha, base: open.base.branch, pullRequest: open };
    // A branch without a pull request is what a run that was cut off leaves: its work is kept and gone on with.
    if (pullRequests.length === 0) return { branch, head: await forge.branchHead(branch), base, pullRequest: null };
  }
}
