import { join } from 'node:path';
import { findPlace, OWN_BRANCHES, type Place } from '../../publish/place.ts';
import { inspectSource, type Source } from '../../workspace/source.ts';
import { prepareWorkspace, type Workspace } from '../../workspace/workspace.ts';
import type { Dependencies } from '../dependencies.ts';
import { readKept, type Kept } from '../kept/earlier.ts';
import type { GoingOn } from '../kept/go-on.ts';
import type { SavedState } from '../kept/saved-state.ts';

/** What a run stands on: the checkout, the branch, what earlier runs kept, and its own directories. */
export type Ground = Readonly<{
  source: Source;
  place: Place;
  kept: Kept;
  /** State of the run that is gone on with phase by phase, null when none is. */
  replayed: SavedState | null;
  workspace: Workspace;
  /** Commit that the work as a whole is judged against. */
  fork: string;
  /** Head of the default branch: what maintainers say of the repository stands there. Null where it has none. */
  trunk: string | null;
}>;

export async function openGround(going: GoingOn, secret: string | null, deps: Dependencies): Promise<Ground> {
  const source = await inspectSource({ program: deps.programs.git, directory: deps.run.workspace });
  const place = await findPlace({ forge: deps.forge, target: going.invocation.target, base: source.branch });
  const kept = await readKept(place, going, { deps, secret, checkedOut: source.commit });
  const replayed = going.replays && kept.refused === null ? kept.state : null;
  const trunk = await deps.forge.branchHead((await deps.forge.info()).defaultBranch);
  const workspace = await prepareWorkspace({
    programs: deps.programs,
    source,
    root: join(deps.run.root, 'work'),
    baseline: place.head ?? replayed?.fork ?? source.commit,
    also: [replayed === null ? null : kept.commit, trunk].filter((commit) => commit !== null),
    branch: place.branch,
    remote: { url: `${deps.run.repositoryUrl}.git`, token: deps.githubToken },
    env: deps.networkEnvironment,
  });
  const fork = await forkPoint(workspace, place, { checkedOut: source.commit, replayed });
  return { source, place, kept, replayed, workspace, fork, trunk };
}

/**
 * Commit at which the work left its base: for a run that is gone on from where it left it then, for a branch of
 * Patchwright's own where that branch did, and the baseline itself for every other branch.
 */
async function forkPoint(
  workspace: Workspace,
  { branch, head, pullRequest }: Place,
  { checkedOut, replayed }: Readonly<{ checkedOut: string; replayed: SavedState | null }>,
): Promise<string> {
  if (head === null) return workspace.baseline;
  if (replayed !== null && (await workspace.mergeBase(replayed.fork, head)) === replayed.fork) return replayed.fork;
  if (!branch.startsWith(OWN_BRANCHES)) return workspace.baseline;
  const bases = [pullRequest?.base.sha, checkedOut].filter((base) => base !== undefined);
  const forks = await Promise.all(bases.map((base) => workspace.mergeBase(head, base)));
  return forks.find((fork) => fork !== null) ?? workspace.baseline;
}
