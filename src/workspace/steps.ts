import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../failure.ts';
import { copyDirectory, removeDirectory } from './copy.ts';
import type { Git } from './git.ts';
import { adoptTree, materialiseTree } from './materialise.ts';
import type { WorkTree } from './omissions.ts';
import { createPlaces, placeAt, type Places } from './places.ts';
import { relocateEnvironments } from './relocate.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';
import { forgetWithheld } from './withheld.ts';

/** The places of the run, and those of its steps. */
export type RunPlaces = Places &
  Readonly<{
    /**
     * Records what is in the clone as the baseline tree, untracked and dirty files included, and keeps a copy of the clone
     * that nothing runs in. Called once, after `setup` and before the agent. Resolves to the tree.
     */
    markBaseline: () => Promise<string>;
    /** Makes `checked` a clean checkout of the tree: a git directory as the clone had, and nothing that `setup` installed. */
    checkOut: (tree: string) => Promise<void>;
    /** What is in `checked` now as a tree, untracked files that are not ignored included. */
    recordChecked: () => Promise<string>;
    /**
     * Makes places for a step: a clone with what `setup` installed that has exactly the tree, against which the step's
     * change is extracted. What stood there under that name is gone. A name is letters, digits and hyphens.
     */
    forStep: (name: string, tree: string) => Promise<Places>;
    /** A step's places as an earlier process left them, with what it had marked. */
    reopenStep: (name: string, marked: Snapshot) => Places;
  }>;

export function createRunPlaces(given: {
  git: Git;
  cp: string;
  root: string;
  baseline: string;
  /** What an earlier process marked. */
  marked?: Snapshot;
}): RunPlaces {
  const { git, cp, root, baseline } = given;
  const own = { git, root, name: '', label: '', baseline };
  const clone = placeAt(own, 'clone');
  const pristine = join(root, 'pristine');
  let marked: Snapshot | null = given.marked ?? null;
  const renew = async (at: WorkTree, becomes = at.directory): Promise<void> => {
    await removeDirectory(at.directory);
    await copyDirectory(cp, pristine, at.directory);
    await relocateEnvironments(at.directory, clone.directory, becomes);
    await adoptTree(git, at, mustBeMarked(marked).tree);
  };
  const places = createPlaces({ ...own, renew, marked: () => mustBeMarked(marked) });
  const ofStep = (name: string) => partsOfStep(name, { git, root, baseline });
  const reopenStep = (name: string, then: Snapshot): Places =>
    createPlaces({ ...ofStep(name), renew, marked: () => then });
  return {
    ...places,
    async markBaseline() {
      marked = await takeSnapshot(git, clone, baseline);
      await copyDirectory(cp, clone.directory, pristine);
      // The judges' server starts there before there is anything to judge.
      await places.materialise(marked.tree, 'snapshot');
      return marked.tree;
    },
    async checkOut(tree) {
      const checked = placeAt(own, 'checked');
      await removeDirectory(checked.directory);
      await copyDirectory(cp, join(pristine, '.git'), join(checked.directory, '.git'));
      await materialiseTree(git, checked, tree);
    },
    recordChecked: async () => (await takeSnapshot(git, placeAt(own, 'checked'), null)).tree,
    async forStep(name, tree) {
      const before = mustBeMarked(marked);
      const step = ofStep(name);
      for (const place of ['clone', 'checked', 'snapshot'] as const)
        await removeDirectory(placeAt(step, place).directory);
      const own = placeAt(step, 'clone');
      await forgetWithheld(own);
      // Made where the agents of other steps, who are at work, see nothing of it and can put nothing in its way.
      const staged = { ...own, directory: join(root, 'staged', name) };
      await renew(staged, own.directory);
      // As it was copied it has all that setup left, what no tree can hold included.
      if (tree !== before.tree) await materialiseTree(git, staged, tree);
      await move(staged.directory, own.directory);
      const stepPlaces = reopenStep(name, { tree, leftOut: before.leftOut });
      await stepPlaces.materialise(tree, 'snapshot');
      return stepPlaces;
    },
    reopenStep,
  };
}

/** Places of one kind stand together, so that all clones can be shown to an agent and nothing else of the steps. */
function partsOfStep(name: string, { git, root, baseline }: Readonly<{ git: Git; root: string; baseline: string }>) {
  return { git, root: join(root, 'steps'), name: checkedName(name), label: `${name}-`, baseline };
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
}

function checkedName(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(name)) return name;
  throw new Failure('unknown', `“${name}” cannot be the name of a step's places.`, { hint: DEFECT });
}

function mustBeMarked(marked: Snapshot | null): Snapshot {
  if (marked !== null) return marked;
  throw new Failure('unknown', 'The Change was asked for before the baseline was marked.', { hint: DEFECT });
}

const DEFECT = 'This is a defect of Patchwright; please report it.';
