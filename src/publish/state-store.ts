import type { Forge } from '../forge/forge.ts';
import { commitText, NO_SECRETS } from '../text/sinks.ts';
import type { StateText } from '../text/state-text.ts';

/** State as the forge has it: a commit under `refs/patchwright/`, readable with git. */
export type StoredState = Readonly<{ commit: string; text: string }>;

/** A folder of the state that holds a whole tree. */
export type StateTree = Readonly<{ name: string; tree: string }>;

const FILE = 'state.json';
const MESSAGE = commitText('State of Patchwright, to go on from', NO_SECRETS);

/** Name of the reference, without `refs/`, that holds the state of the work on a branch. */
export function stateOfBranch(branch: string): string {
  return `patchwright/runs/${encodeURIComponent(branch)}`;
}

/** Name of the reference that holds the state of the reviews of a pull request. */
export function stateOfReviews(pullRequest: number): string {
  return `patchwright/reviews/${pullRequest}`;
}

/** Null when there is none. Whoever may push may have written it. */
export async function readState(forge: Forge, name: string): Promise<StoredState | null> {
  const commit = await forge.refTarget(name);
  if (commit === null) return null;
  const text = await forge.readFile(FILE, commit);
  return text === null ? null : { commit, text };
}

/**
 * Writes state on top of what was there; resolves to the new commit, or to null when somebody else wrote meanwhile. Trees
 * are named so that what they lead to is kept and can be fetched.
 */
export async function writeState(
  forge: Forge,
  name: string,
  state: Readonly<{ from: string | null; text: StateText; trees: readonly StateTree[] }>,
): Promise<string | null> {
  const folders = state.trees.map(({ name: path, tree }) => ({ path, tree }));
  const tree = await forge.createFolder([{ path: FILE, text: state.text }, ...folders]);
  const parents = state.from === null ? [] : [state.from];
  const to = await forge.createCommit({ message: MESSAGE, tree, parents });
  return (await forge.moveRef(name, { from: state.from, to })) ? to : null;
}

/** Name of the reference that holds what is held back of the work on a branch and may be accepted. */
export function heldOfBranch(branch: string): string {
  return `patchwright/held/${encodeURIComponent(branch)}`;
}

/** Removes the state of the work on an issue, and what was held back of it, whichever of its branches it stands on. */
export async function dropStatesOfIssue(forge: Forge, issue: number): Promise<void> {
  for (const branch of await branchesOfIssue(forge, issue)) await dropStateOfBranch(forge, branch);
}

/** Removes the state of the work on one branch, and what was held back of it. */
export async function dropStateOfBranch(forge: Forge, branch: string): Promise<void> {
  for (const name of [stateOfBranch(branch), heldOfBranch(branch)]) await forge.deleteRef(name);
}

/** Branches for an issue that something is kept of. */
export async function branchesOfIssue(forge: Forge, issue: number): Promise<readonly string[]> {
  const branch = `opencode/issue-${issue}`;
  const ends: string[] = [];
  for (const first of [stateOfBranch(branch), heldOfBranch(branch)]) {
    const names = await forge.refsFrom(first);
    ends.push(...names.map((name) => name.slice(first.length)));
  }
  // `issue-4` begins what `issue-42` is called.
  return [...new Set(ends.filter((end) => /^(?:-\d+)?$/.test(end)))].map((end) => `${branch}${end}`);
}
