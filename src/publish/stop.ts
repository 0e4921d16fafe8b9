import type { Forge, RunCancellation } from '../forge/forge.ts';
import { ownComments } from './status-comments.ts';

export type StoppedRun = Readonly<{ run: number; end: RunCancellation }>;

/**
 * Cancels the workflow runs that are at work on these issues and pull requests, found by the comments that they
 * wrote there themselves when they began; never the run `except`, which asks for it.
 */
export async function stopRuns(
  given: Readonly<{ forge: Forge; issues: readonly number[]; except: number }>,
): Promise<readonly StoppedRun[]> {
  const { forge, issues, except } = given;
  const working = (await Promise.all(issues.map((issue) => runsOn(issue, forge)))).flat();
  const stopped: StoppedRun[] = [];
  for (const run of new Set(working.filter((one) => one !== except))) {
    stopped.push({ run, end: await forge.cancelRun(run) });
  }
  return stopped;
}

async function runsOn(issue: number, forge: Forge): Promise<readonly number[]> {
  const own = await ownComments(forge, issue);
  return own.flatMap(({ marker }) => {
    const tellsOfRun = marker.kind === 'status' || marker.kind === 'answer';
    return tellsOfRun && marker.target === issue && marker.state === 'working' ? [marker.run] : [];
  });
}
