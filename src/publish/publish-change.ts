import { asFailure, Failure } from '../failure.ts';
import type { GuardedChange } from '../guard/guard.ts';
import { codeSpan } from '../text/markdown.ts';
import type { Target } from '../trigger/trigger.ts';
import { commandsFor } from './commands.ts';
import { commitChange } from './commit-change.ts';
import { commitMessage } from './commit-message.ts';
import type { CommitOptions, Landing } from './landing.ts';
import type { Publication } from './publication.ts';
import { offer, type PullRequestOptions } from './pull-request.ts';

export type PublishOptions = PullRequestOptions &
  Pick<CommitOptions, 'read' | 'runId' | 'stored'> &
  Readonly<{ guarded: GuardedChange; target: Target }>;

/**
 * Publishes what went through the guard: one commit on the place's branch, one pull request from it. Done twice, or cut
 * off and done again, it ends in the same state. The work of a run that failed goes the same way, as a draft.
 */
export async function publishChange(options: PublishOptions): Promise<Publication> {
  refuseFork(options);
  const { change, heldBack } = options.guarded;
  const landing = await commitChange({ ...options, change, message: commitMessage(options.title, options.target) });
  try {
    return await offer(options, { ...landing, asChecked: landing.asChecked && heldBack.length === 0 });
  } catch (error) {
    throw whereItIs(error, landing);
  }
}

/** A fork's branch has its name in common with whatever branch here is called so, and nothing else. */
function refuseFork({ place: { pullRequest }, forge }: Pick<PublishOptions, 'place' | 'forge'>): void {
  if (pullRequest === null || pullRequest.head.repository?.toLowerCase() === forge.repository.toLowerCase()) return;
  throw new Failure(
    'unknown',
    `Pull request #${pullRequest.number} comes from a fork, whose branch is not written to.`,
    {
      hint: 'This is a defect of Patchwright; please report it. The work is in the run record as a patch.',
    },
  );
}

/** The branch is there although what came after it failed: the reader learns how to get at it. */
function whereItIs(error: unknown, { branch, commit }: Landing): Failure {
  const { code, message, hint } = asFailure(error);
  const where = commit === null ? '' : ` The work is on the branch ${codeSpan(branch)}. ${commandsFor.get(branch)}`;
  return new Failure(code, message, { hint: `${hint}${where}`, cause: error });
}
