import { join } from 'node:path';
import { findMisfits } from '../../guard/final-tree.ts';
import type { HandedChange } from '../../hand-over/manifest.ts';
import { refused } from '../../hand-over/refusal.ts';
import { OWN_BRANCHES, type Place } from '../../publish/place.ts';
import type { Change, ChangedFile } from '../../workspace/change.ts';
import { openRemoteTrees, type RemoteTrees } from '../../workspace/remote-trees.ts';
import type { Dependencies } from '../dependencies.ts';
import { standingOf, type Standing } from './base-rule.ts';

/** A change that was handed over, made anew from its bytes on a commit that the forge has. */
export type ReceivedChange = Readonly<{
  trees: RemoteTrees;
  change: Change;
  /** What the work as a whole is judged against, as in the job that made it. */
  origin: string;
  standing: Standing;
}>;

export type Receiving = Pick<Dependencies, 'forge' | 'githubToken' | 'networkEnvironment' | 'programs'> &
  Readonly<{ run: Readonly<{ root: string; repositoryUrl: string; commit?: string }> }>;

/** Of what was handed over only base and bytes are used; modes before, sizes, digests and trees are computed here. */
export async function receiveChange(handed: HandedChange, place: Place, deps: Receiving): Promise<ReceivedChange> {
  const { base } = handed;
  const standing = await standingOf(base, { forge: deps.forge, place, runsOn: deps.run.commit ?? '' });
  const onto = await ontoOf(place, deps);
  const trees = await openRemoteTrees({
    program: deps.programs.git,
    gitDir: join(deps.run.root, 'work', 'received'),
    remote: { url: `${deps.run.repositoryUrl}.git`, token: deps.githubToken },
    commits: [base, ...(onto === null ? [] : [onto])],
    deep: onto !== null,
    env: deps.networkEnvironment,
  });
  try {
    const baselineTree = await trees.treeOf(base);
    const fork = onto === null ? null : await trees.mergeBase(base, onto);
    const tree = await makeHandedTree(handed, trees);
    const files = await trees.changes(baselineTree, tree);
    const lines = await trees.countLines(baselineTree, tree);
    const change: Change = { base, baselineTree, tree, treeOnBase: tree, files, ...lines, leftOut: [] };
    return { trees, change, origin: fork ?? baselineTree, standing };
  } catch (error) {
    await trees[Symbol.asyncDispose]();
    throw error;
  }
}

/** Head of the base branch where the work goes on from a branch of Patchwright's own, which left it somewhere; else null. */
async function ontoOf(place: Place, { forge }: Pick<Receiving, 'forge'>): Promise<string | null> {
  return place.head !== null && place.branch.startsWith(OWN_BRANCHES) ? await forge.branchHead(place.base) : null;
}

/** The same for a job that has a checkout, once the base is seen to be one that the branch stands on. */
export async function originOf(
  base: string,
  place: Place,
  { forge, run }: Pick<Dependencies, 'forge' | 'run'>,
): Promise<string | null> {
  await standingOf(base, { forge, place, runsOn: run.commit ?? '' });
  return await ontoOf(place, { forge });
}

/** The tree of the base with just the files that were handed over, which has to be the one that is named. */
export async function makeHandedTree(
  { base, tree: named, files }: HandedChange,
  trees: Pick<RemoteTrees, 'files' | 'add' | 'treeWith'>,
): Promise<string> {
  const before = await trees.files(base);
  const modes = new Map<string, (typeof before)[number]['mode']>(before.map(({ path, mode }) => [path, mode]));
  const entries: ChangedFile[] = [];
  for (const file of files) {
    const previousMode = modes.get(file.path) ?? null;
    if (file.status === 'deleted') {
      if (previousMode === null)
        throw refused('tree-mismatch', `${JSON.stringify(file.path)} is deleted, and the base does not have it.`);
      entries.push({ status: 'deleted', path: file.path, previousMode });
      continue;
    }
    const { path, mode, bytes } = file;
    const status = previousMode === null ? 'added' : 'modified';
    const written = { path, mode, previousMode, size: bytes.length, sha256: '', renamedFrom: null };
    entries.push({ status, ...written, blob: await trees.add(bytes) });
  }
  // Before git is asked to make a tree of what no tree can hold. Other misfits are for the guard to hold back.
  const misfit = findMisfits(entries, before).find(({ rule }) => rule !== 'name-collision');
  if (misfit !== undefined)
    throw refused('colliding-paths', `${JSON.stringify(misfit.file.path)} (${misfit.rule}): ${misfit.reason}`);
  const tree = await trees.treeWith(base, entries);
  if (tree === named) return tree;
  throw refused('tree-mismatch', `they make ${tree}, and ${named} is named.`);
}
