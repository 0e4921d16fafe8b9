import { asFailure, Failure } from '../failure.ts';
import type { GuardedChange } from '../guard/guard.ts';
import { codeSpan } from '../text/markdown.ts';
import type { Target } from '../trigger/trigger.ts';
import { commandsFor } from './commands.ts';
import { commitChange, type CommitOptions, type Landing } from './commit-change.ts';
import { commitMessage } from './commit-message.ts';
import type { Publication } from './publication.ts';
import { offer, type PullRequestOptions } from './pull-request.ts';

export type PublishOptions = PullRequestOptions &
  Pick<CommitOptions, 'read' | 'runId'> &
  Readonly<{ guarded: GuardedChange; target: Target }>;

/**
 * Publishes what went through the guard: one commit on the place's branch, one pull request from it. Done twice, or cut
 * off and done again, it ends in the same state. The work of a run that failed goes the same way, as a draft.
 */
export async function publishChange(options: PublishOptions): Promise<Publication> {
  const { change } = options.guarded;
  const landing = await commitChange({ ...options, change, message: commitMessage(options.title, options.target) });
  try {
    return await offer(options, landing, isAsChecked(options.guarded, landing));
  } catch (error) {
    throw whereItIs(error, landing);
  }
}

/**
 * What `setup` leaves behind is in the checked tree and not in the published one, so the two can be compared only where
 * the work started from the base commit's own tree.
 */
function isAsChecked({ change, heldBack }: GuardedChange, { alone, tree }: Landing): boolean {
  if (!alone || heldBack.length > 0) return false;
  return tree === null || tree === change.tree || change.setupLeft;
}

/** The branch is there although what came after it failed: the reader learns how to get at it. */
function whereItIs(error: unknown, { branch, commit }: Landing): Failure {
  const { code, message, hint } = asFailure(error);
  const where = commit === null ? '' : ` The work is on the branch ${codeSpan(branch)}. ${commandsFor.get(branch)}`;
  return new Failure(code, message, { hint: `${hint}${where}`, cause: error });
}
