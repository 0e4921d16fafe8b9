import type { Forge, PullRequestInfo } from '../../forge/forge.ts';
import { findPlace, issueOfBranch } from '../../publish/place.ts';
import { isAtWork, statusCommentsOf } from '../../publish/status-comments.ts';
import { readDescription } from '../../publish/told-spending.ts';
import type { Target } from '../../trigger/trigger.ts';
import type { WordDeps } from './word.ts';

/** The branch that a command is about, and the pull request from it: the bot's own one, somebody's, or none. */
export type FoundWork = Readonly<{ branch: string; base: string; pull: PullRequestInfo | null; own: boolean }>;

/** What Patchwright has made for an issue, or the pull request itself; null where no branch is there. */
export async function findWork(target: Target, forge: Forge): Promise<FoundWork | null> {
  const { defaultBranch } = await forge.info();
  const { branch, base, head, pullRequest } = await findPlace({ forge, target, base: defaultBranch });
  if (head === null) return null;
  // A branch without a pull request is what a run that could not open one leaves.
  const own = pullRequest === null || (await readDescription(forge, pullRequest)).own !== null;
  return { branch, base, pull: pullRequest, own };
}

/** The issue or pull request itself, and what belongs to it: the issue of a branch of the bot's, or the pull request from it. */
export async function relatedNumbers(target: Target, forge: Forge): Promise<readonly number[]> {
  if (target.kind === 'repository') return [];
  const { number } = target;
  if (target.kind === 'issue') {
    const pull = (await findWork(target, forge))?.pull?.number;
    return pull === undefined ? [number] : [number, pull];
  }
  const branch = target.snapshot?.here === true ? target.snapshot.head.branch : '';
  const issue = issueOfBranch(branch);
  return issue === null ? [number] : [...new Set([number, issue])];
}

/** The run that is at work on one of them, null when none is. */
export async function runAtWork(numbers: readonly number[], { forge, run, now }: WordDeps): Promise<number | null> {
  const marked = (await Promise.all(numbers.map((number) => statusCommentsOf(forge, number)))).flat();
  for (const one of marked) {
    if (one.marker.run !== run.id && (await isAtWork(one, { forge, now }))) return one.marker.run;
  }
  return null;
}
