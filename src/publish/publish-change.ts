import { asFailure, Failure } from '../failure.ts';
import type { GuardedChange } from '../guard/guard.ts';
import type { Verified } from '../review/verify.ts';
import { codeSpan } from '../text/markdown.ts';
import type { Target } from '../trigger/trigger.ts';
import { commandsFor } from './commands.ts';
import { commitChange } from './commit-change.ts';
import { commitMessage } from './commit-message.ts';
import type { CommitOptions, Landing } from './landing.ts';
import { isOfFork } from './place.ts';
import type { Publication } from './publication.ts';
import { offer, type PullRequestOptions } from './pull-request.ts';

/** Why a pull request is ready and no draft: its tree is verified, or somebody chose that none is a draft. */
export type Readiness = Verified | 'chosen' | null;

export type PublishOptions = Omit<PullRequestOptions, 'draft'> &
  Pick<CommitOptions, 'read' | 'runId' | 'stored'> &
  Readonly<{
    guarded: GuardedChange;
    target: Target;
    /** May depend on what was published being what was checked. */
    readiness: (asChecked: boolean) => Readiness;
  }>;

/**
 * Publishes what went through the guard: one commit on the place's branch, one pull request from it. Done twice, or cut
 * off and done again, it ends in the same state. The work of a run that failed goes the same way, as a draft.
 */
export async function publishChange(options: PublishOptions): Promise<Publication> {
  refuseFork(options);
  const { change, heldBack } = options.guarded;
  const landing = await commitChange({ ...options, change, message: commitMessage(options.title, options.target) });
  try {
    const draft = (asChecked: boolean): boolean => !isReady(options.readiness(asChecked), change.tree);
    return await offer({ ...options, draft }, { ...landing, asChecked: landing.asChecked && heldBack.length === 0 });
  } catch (error) {
    throw whereItIs(error, landing);
  }
}

/** What was verified on another tree says nothing of this one. */
function isReady(readiness: Readiness, tree: string): boolean {
  if (readiness === null || readiness === 'chosen') return readiness === 'chosen';
  return readiness.tree === tree;
}

function refuseFork({ place, forge }: Pick<PublishOptions, 'place' | 'forge'>): void {
  if (!isOfFork(place, forge.repository)) return;
  throw new Failure(
    'unknown',
    `Pull request #${place.pullRequest?.number ?? 0} comes from a fork, whose branch is not written to.`,
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
