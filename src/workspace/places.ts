import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { Change, LeftOut } from './change.ts';
import { copyDirectory, removeDirectory } from './copy.ts';
import { extractChange } from './extract.ts';
import type { Git } from './git.ts';
import { adoptTree, materialiseTree } from './materialise.ts';
import { relocateEnvironments } from './relocate.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';
import { removeConfiguration } from './without-configuration.ts';

/** `clone` is the coder's, checks run in `checked`, the reviewer sees `snapshot`. */
export type Place = 'clone' | 'checked' | 'snapshot';

/** What happens between directories and trees. One call at a time for each place. */
export type Places = Readonly<{
  clone: string;
  checked: string;
  snapshot: string;
  /**
   * Records what is in the clone as the baseline tree, untracked and dirty files included, and keeps a copy of the clone
   * that nothing runs in. Called once, after `setup` and before the agent. Resolves to the tree.
   */
  markBaseline: () => Promise<string>;
  /** What was marked: a later process needs it to go on with the workspace. */
  marked: () => Snapshot;
  /** What the clone has become since the baseline was marked. */
  extract: () => Promise<Change>;
  /** Makes `checked` anew from the copy: exactly the tree, with what `setup` installed and nothing that a check left. */
  renewChecked: (tree: string) => Promise<void>;
  /** Makes a place have exactly the tree; ignored files there stay. The snapshot is without what would configure an agent. */
  materialise: (tree: string, place: 'checked' | 'snapshot') => Promise<void>;
  /**
   * Digest of a place as it is now: tracked files and untracked ones that are not ignored, with modes and links. Ignored
   * files, empty folders and times do not count. It is the tree's id where git can take everything that is there.
   */
  digest: (place: Place) => Promise<string>;
}>;

export function createPlaces(given: {
  git: Git;
  cp: string;
  root: string;
  baseline: string;
  /** What an earlier process marked. */
  marked?: Snapshot;
}): Places {
  const { git, root } = given;
  const at = (place: Place) => ({ directory: join(root, place), index: join(git.gitDir, `index-${place}`) });
  const pristine = join(root, 'pristine');
  let marked: Snapshot | null = given.marked ?? null;
  const show = async (tree: string): Promise<void> => {
    await materialiseTree(git, at('snapshot'), tree);
    await removeConfiguration(at('snapshot').directory);
  };
  return {
    clone: at('clone').directory,
    checked: at('checked').directory,
    snapshot: at('snapshot').directory,
    async markBaseline() {
      marked = await takeSnapshot(git, at('clone'), given.baseline);
      await copyDirectory(given.cp, at('clone').directory, pristine);
      // The judges' server starts there before there is anything to judge.
      await show(marked.tree);
      return marked.tree;
    },
    marked: () => mustBeMarked(marked),
    async renewChecked(tree) {
      const { directory } = at('checked');
      await removeDirectory(directory);
      await copyDirectory(given.cp, pristine, directory);
      await relocateEnvironments(directory, at('clone').directory, directory);
      await adoptTree(git, at('checked'), mustBeMarked(marked).tree);
      await materialiseTree(git, at('checked'), tree);
    },
    async extract() {
      const before = mustBeMarked(marked);
      const after = await takeSnapshot(git, at('clone'), before.tree);
      const trees = { base: given.baseline, baselineTree: before.tree, tree: after.tree };
      return await extractChange(git, trees, newlyLeftOut(before, after));
    },
    materialise: (tree, place) => (place === 'snapshot' ? show(tree) : materialiseTree(git, at(place), tree)),
    digest: async (place) => digestOf(await takeSnapshot(git, at(place), null)),
  };
}

function mustBeMarked(marked: Snapshot | null): Snapshot {
  if (marked !== null) return marked;
  throw new Failure('unknown', 'The Change was asked for before the baseline was marked.', {
    hint: 'This is a defect of Patchwright; please report it.',
  });
}

function newlyLeftOut(before: Snapshot, after: Snapshot): readonly LeftOut[] {
  return after.leftOut.filter(({ path }) => !before.leftOut.some((known) => known.path === path));
}

function digestOf({ tree, leftOut }: Snapshot): string {
  if (leftOut.length === 0) return tree;
  return `${tree}+${createHash('sha256').update(JSON.stringify(leftOut)).digest('hex')}`;
}
