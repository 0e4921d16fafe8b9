import { mkdir } from 'node:fs/promises';
import type { Git } from './git.ts';
import type { WorkTree } from './omissions.ts';

/**
 * Brings a directory to exactly a tree, writing only what differs from what its index knows. Ignored files stay, so that
 * installed dependencies do; every other file that is not in the tree goes.
 */
export async function materialiseTree(git: Git, at: WorkTree, tree: string): Promise<void> {
  await mkdir(at.directory, { recursive: true });
  const call = { workTree: at.directory, index: at.index };
  // Before, for what would stand in the way; after, for what only the new ignore rules do not cover.
  await git.run(['clean', '-d', '-f', '-f', '--quiet'], call);
  await git.run(['read-tree', '--reset', '-u', tree], call);
  await git.run(['clean', '-d', '-f', '-f', '--quiet'], call);
}

/** Tells the index that the directory has the tree already, so that nothing of it need be written again. */
export async function adoptTree(git: Git, at: WorkTree, tree: string): Promise<void> {
  const call = { workTree: at.directory, index: at.index };
  await git.run(['read-tree', '--reset', tree], call);
  await git.run(['update-index', '-q', '--refresh'], { ...call, answers: [1] });
}
