import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { findConfiguration, removeConfiguration } from './agent-configuration.ts';
import type { Change, LeftOut } from './change.ts';
import { extractChange } from './extract.ts';
import type { Git } from './git.ts';
import { materialiseTree } from './materialise.ts';
import type { WorkTree } from './omissions.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';
import { forgetWithheld, noteWithheld } from './withheld.ts';

/** `clone` is the coder's, checks run in `checked`, the reviewer sees `snapshot`. */
export type Place = 'clone' | 'checked' | 'snapshot';

/** What happens between directories and trees. One call at a time for each place. */
export type Places = Readonly<{
  clone: string;
  checked: string;
  snapshot: string;
  /** What was marked: a later process needs it to go on with the workspace. */
  marked: () => Snapshot;
  /** What the clone has become since the baseline was marked. */
  extract: () => Promise<Change>;
  /**
   * Takes out of the clone what would configure or instruct the agent that works there, whoever put it there. It stays in
   * what is extracted. Called before each turn and each start of a server, when no program of the agent's is at work there.
   */
  withhold: () => Promise<void>;
  /** Makes the clone have exactly a tree that was made elsewhere; ignored files there and the baseline stay. */
  bring: (tree: string) => Promise<void>;
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
  /** Where they stand, each in a directory of its own. */
  root: string;
  /** Of a step, whose places stand beside those of the others; empty for the run's own. */
  name: string;
  /** Stands in the names of their index files, so that no two places share one. */
  label: string;
  /** Commit that the run is based on. */
  baseline: string;
  marked: () => Snapshot;
  /** Makes a directory anew from the copy of the clone that nothing runs in, its index knowing what is there. */
  renew: (at: WorkTree) => Promise<void>;
}): Places {
  const { git, marked } = given;
  const at = (place: Place): WorkTree => placeAt(given, place);
  const clone = async (): Promise<WorkTree> => await standing(at('clone'));
  return {
    clone: at('clone').directory,
    checked: at('checked').directory,
    snapshot: at('snapshot').directory,
    marked,
    async renewChecked(tree) {
      await given.renew(at('checked'));
      await materialiseTree(git, at('checked'), tree);
    },
    async extract() {
      const before = marked();
      const after = await takeSnapshot(git, await clone(), before.tree);
      const trees = { base: given.baseline, baselineTree: before.tree, tree: after.tree };
      return await extractChange(git, trees, newlyLeftOut(before, after));
    },
    async withhold() {
      const { directory } = await clone();
      if ((await findConfiguration(directory)).length === 0) return;
      await takeSnapshot(git, at('clone'), marked().tree);
      await noteWithheld(git, at('clone'));
      await removeConfiguration(directory);
    },
    async bring(tree) {
      await forgetWithheld(at('clone'));
      await materialiseTree(git, await clone(), tree);
    },
    async materialise(tree, place) {
      await materialiseTree(git, at(place), tree);
      if (place === 'snapshot') await removeConfiguration(at(place).directory);
    },
    digest: async (place) => digestOf(await takeSnapshot(git, await standing(at(place)), null)),
  };
}

/**
 * A place whose directory is one. The clones of steps stand in a directory that agents can write in: what was put in the
 * place of one, a link for instance, leads to somebody else's files.
 */
async function standing(at: WorkTree): Promise<WorkTree> {
  const found = await lstat(at.directory).catch(() => null);
  if (found?.isDirectory() === true) return at;
  throw new Failure('bad-output', `${at.directory} is ${found === null ? 'gone' : 'no directory any more'}.`, {
    hint: 'The agent removed or replaced its own clone; nothing of what stands there was read.',
  });
}

/** A place's directory, and the index file with which trusted git looks at it. */
export function placeAt(
  { git, root, name, label }: Readonly<{ git: Git; root: string; name: string; label: string }>,
  place: Place,
): WorkTree {
  const known = { directory: join(root, place, name), index: join(git.gitDir, `index-${label}${place}`) };
  return place === 'clone' ? { ...known, withheld: join(git.gitDir, `withheld-${label}${place}`) } : known;
}

function newlyLeftOut(before: Snapshot, after: Snapshot): readonly LeftOut[] {
  return after.leftOut.filter(({ path }) => !before.leftOut.some((known) => known.path === path));
}

function digestOf({ tree, leftOut }: Snapshot): string {
  if (leftOut.length === 0) return tree;
  return `${tree}+${createHash('sha256').update(JSON.stringify(leftOut)).digest('hex')}`;
}
