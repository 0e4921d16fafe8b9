import { findPlace, OWN_BRANCHES } from '../publish/place.ts';
import { readState, stateOfBranch, stateOfReviews } from '../publish/state-store.ts';
import { planOf } from '../publish/status-of.ts';
import { codeSpan } from '../text/markdown.ts';
import type { Untrusted } from '../text/untrusted.ts';
import type { Invocation, Target } from '../trigger/trigger.ts';
import { digestOfPlan } from './digests.ts';
import { readReviewState } from './review/review-state.ts';
import { openState, type SavedState } from './saved-state.ts';
import type { Telling } from './story.ts';

/** What a run works on. */
export type GoingOn = Readonly<{
  kind: 'go';
  invocation: Invocation;
  /** What a person said when asking to go on. */
  hint: Untrusted | null;
  /** What the run before had finished counts as done. */
  replays: boolean;
}>;

export type Refused = Readonly<{ kind: 'refused'; reason: string }>;

/**
 * Whoever asks to go on means the work that was asked for before: its words, as they stood then. The command itself says
 * how. Every other command is about what it was given on.
 */
export async function goOn(invocation: Invocation, { forge }: Pick<Telling, 'forge'>): Promise<GoingOn | Refused> {
  const { command, target } = invocation;
  if (command !== 'retry' && command !== 'approve') return { kind: 'go', invocation, hint: null, replays: false };
  const { branch } = await findPlace({ forge, target, base: '' });
  const stored = await readState(forge, stateOfBranch(branch));
  const state = stored === null ? null : (openState(stored.text, null)?.state ?? null);
  if (command === 'retry' && (await isReviewIncomplete(target, forge)))
    return { kind: 'go', invocation: { ...invocation, command: 'review' }, hint: null, replays: false };
  if (state === null || !isAbout(state, { branch, repository: forge.repository })) return nothing(command, branch);
  const refused = command === 'approve' ? await refuseApproval(state, forge) : refuseRetry(state);
  if (refused !== null) return { kind: 'refused', reason: refused };
  return {
    kind: 'go',
    invocation: continued(invocation, state),
    hint: invocation.instruction,
    replays: command === 'approve' || state.ended === null || state.ended === 'failed',
  };
}

/** A review that stopped short is gone on with where the pull request is. */
async function isReviewIncomplete(target: Target, forge: Telling['forge']): Promise<boolean> {
  if (target.kind !== 'pull-request') return false;
  const stored = await readState(forge, stateOfReviews(target.number));
  return stored !== null && (readReviewState(stored.text)?.incomplete.length ?? 0) > 0;
}

function nothing(command: 'retry' | 'approve', branch: string): Refused {
  const what = command === 'retry' ? 'nothing to go on from' : 'no plan that waits';
  return {
    kind: 'refused',
    reason: `There is ${what} here: no run left its state for ${codeSpan(branch)}. \`fix\` starts one, \`plan\` plans first.`,
  };
}

/** State names its branch, and a branch of Patchwright's own names its issue: what says otherwise was made up. */
function isAbout(
  { repository, branch, invocation: { target } }: SavedState,
  here: Readonly<{ branch: string; repository: string }>,
): boolean {
  if (branch !== here.branch || repository !== here.repository) return false;
  if (target.kind !== 'issue') return true;
  return new RegExp(`^${OWN_BRANCHES}issue-${target.number}(?:-\\d+)?$`).test(branch);
}

function refuseRetry({ ended }: SavedState): string | null {
  if (ended !== 'published' && ended !== 'answered') return null;
  return 'The last run here ended well, so there is nothing to try again. `fix` with what is to be different goes on from its work.';
}

/** The plan that is worked by is the one that people saw: the bot's own comment tells which that was. */
async function refuseApproval(
  { ended, journal, invocation }: SavedState,
  forge: Telling['forge'],
): Promise<string | null> {
  const plan = journal.find((entry) => entry.kind === 'plan')?.plan;
  if (ended !== 'planned' || plan === undefined) {
    return 'No plan waits for approval here. `plan` makes one.';
  }
  const { target } = invocation;
  const shown = target.kind === 'repository' ? null : await planOf(forge, target.number);
  if (shown === digestOfPlan(plan)) return null;
  return 'The plan that is kept is not the one that the status comment shows, so it was not worked by. `plan` makes a new one.';
}

function continued(invocation: Invocation, { invocation: asked }: SavedState): Invocation {
  const { target } = invocation;
  const isSame =
    target.kind === 'pull-request' && asked.target.kind === 'pull-request' && target.number === asked.target.number;
  return {
    ...invocation,
    instruction: asked.instruction,
    options: { ...asked.options, ...invocation.options },
    thread: asked.thread,
    // The words are those of then, the commits those of now.
    target:
      isSame && asked.target.kind === 'pull-request' ? { ...asked.target, snapshot: target.snapshot } : asked.target,
  };
}
