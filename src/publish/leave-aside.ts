import { Failure } from '../failure.ts';
import { commandsFor } from './commands.ts';
import type { Built, CommitOptions, Landing } from './landing.ts';

const MOST_NAMES = 5;

/** Puts the change on a branch of its own, on its recorded base, so that the branch it was meant for stays as it is. */
export async function leaveAside(options: CommitOptions, { tree, asChecked }: Built, reason: string): Promise<Landing> {
  const { forge, change, place, message, runId } = options;
  const commit = await forge.createCommit({ message, tree, parents: [change.base] });
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const branch = `${place.branch}-run-${runId}${number === 1 ? '' : `-${number}`}`;
    const made = (await forge.createBranch(branch, commit)) ? commit : await sameWork(options, branch, tree);
    if (made !== null) {
      const notes = [`The work is on a branch of its own. ${commandsFor.merge(branch, place.branch)}`];
      return { branch, commit: made, asChecked, aside: reason, notes };
    }
  }
  throw new Failure(
    'forge',
    `${reason} Could not leave the work on a branch of its own: all names from ${place.branch}-run-${runId} are taken.`,
    {
      hint: 'Delete the branches that are no longer needed, and run again.',
    },
  );
}

/** The head of a branch that an earlier try of this run left. */
async function sameWork({ forge }: CommitOptions, branch: string, tree: string): Promise<string | null> {
  const head = await forge.branchHead(branch);
  return head !== null && (await forge.treeOf(head)) === tree ? head : null;
}
