import { asFailure } from '../failure.ts';
import type { Forge } from '../forge/forge.ts';
import { isOfFork, issueOfBranch } from '../publish/place.ts';
import { branchesOfIssue, dropStateOfBranch, stateOfReviews } from '../publish/state-store.ts';
import { isAtWork, statusCommentsOf } from '../publish/status-comments.ts';
import { logLine } from '../text/sinks.ts';
import type { Invocation, Target } from '../trigger/trigger.ts';
import type { Telling } from './told/story.ts';

type Tidying = Pick<Telling, 'forge' | 'now'>;

/**
 * An issue or pull request was closed, and with it goes what was kept to go on with its work, whoever closed it: what is
 * still worked on, or has a pull request that is open, keeps its state. Where the token may not write, as in the runs of
 * forks, nothing is tidied up and nothing fails.
 */
export async function tidy(
  { target }: Pick<Invocation, 'target'>,
  { log, ...deps }: Tidying & Pick<Telling, 'log'>,
): Promise<null> {
  try {
    log(logLine(await tidyAfter(target, deps)));
  } catch (error) {
    const { message, hint } = asFailure(error);
    log(logLine(`Not everything was tidied up: ${message} ${hint}`));
  }
  return null;
}

async function tidyAfter(target: Target, { forge, now }: Tidying): Promise<string> {
  if (target.kind === 'repository') return 'There is nothing to tidy up.';
  const { number } = target;
  // The event may be old: a run can wait long, and be run again.
  if (!(await forge.isClosed(number))) return `#${number} is open again, so what is kept for it stays.`;
  const branches = target.kind === 'issue' ? await branchesOfIssue(forge, number) : await branchOfPull(number, forge);
  const issues = branches.map(issueOfBranch).filter((issue) => issue !== null);
  if (await isWorkedOn([...new Set([number, ...issues])], { forge, now }))
    return `A run is at work on #${number}, so what is kept for it stays.`;
  for (const branch of branches) if (!(await hasOpen(branch, forge))) await dropStateOfBranch(forge, branch);
  if (target.kind === 'pull-request') await forge.deleteRef(stateOfReviews(number));
  return `Nothing is kept any more for #${number} that has no open pull request.`;
}

/** None of a fork, whose branch has no more than its name in common with one here. */
async function branchOfPull(number: number, forge: Forge): Promise<readonly string[]> {
  const pullRequest = await forge.pullRequest(number);
  return isOfFork({ pullRequest }, forge.repository) ? [] : [pullRequest.head.branch];
}

async function isWorkedOn(issues: readonly number[], { forge, now }: Tidying): Promise<boolean> {
  const marked = (await Promise.all(issues.map((issue) => statusCommentsOf(forge, issue)))).flat();
  for (const one of marked) if (await isAtWork(one, { forge, now })) return true;
  return false;
}

async function hasOpen(branch: string, forge: Forge): Promise<boolean> {
  return (await forge.pullRequestsFrom(branch)).some(({ state }) => state === 'open');
}
