import type { Forge, RunCancellation } from '../forge/forge.ts';
import { statusCommentsOf } from './status-comments.ts';

export type StoppedRun = Readonly<{ run: number; end: RunCancellation }>;

/**
 * Cancels the workflow runs that are at work on these issues and pull requests, found by the status comments that they
 * wrote there themselves; never the run `except`, which asks for it.
 */
export async function stopRuns(
  given: Readonly<{ forge: Forge; issues: readonly number[]; except: number }>,
): Promise<readonly StoppedRun[]> {
  const { forge, issues, except } = given;
  const marked = (await Promise.all(issues.map((issue) => statusCommentsOf(forge, issue)))).flat();
  const working = marked.filter(({ marker }) => marker.state === 'working' && marker.run !== except);
  const stopped: StoppedRun[] = [];
  for (const run of new Set(working.map(({ marker }) => marker.run))) {
    stopped.push({ run, end: await forge.cancelRun(run) });
  }
  return stopped;
}
