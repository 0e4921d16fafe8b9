import type { Plan } from '../../plan/plan.ts';
import { findPlace, OWN_BRANCHES } from '../../publish/place.ts';
import { readState, stateOfBranch, stateOfReviews, type StoredState } from '../../publish/state-store.ts';
import { planOf } from '../../publish/status-of.ts';
import { codeSpan } from '../../text/markdown.ts';
import type { Untrusted } from '../../text/untrusted.ts';
import { authorityOver, type Authority } from '../../trigger/authority.ts';
import type { Invocation, Target } from '../../trigger/trigger.ts';
import { readReviewState } from '../review/review-state.ts';
import type { Telling } from '../told/story.ts';
import { commandOf, continued } from './continued.ts';
import { digestOfPlan } from './digests.ts';
import { openState, type SavedState } from './saved-state.ts';

/** What a run works on. */
export type GoingOn = Readonly<{
  kind: 'go';
  invocation: Invocation;
  /** What a person said when asking to go on. */
  hint: Untrusted | null;
  /** What the run before had finished counts as done. */
  replays: boolean;
  /** What the run before came to is told to this one's sessions, also where it left no work. */
  continues: boolean;
  /** A person's word for the very plan that the status comment shows, by its digest; null for every other command. */
  approval: Authority | null;
  /** The state by which that was decided, which whoever may push can change meanwhile; null where none was looked at. */
  read: Readonly<{ branch: string; stored: StoredState | null }> | null;
}>;

const NEW = { kind: 'go', hint: null, replays: false, continues: false, approval: null, read: null } as const;

export type Refused = Readonly<{ kind: 'refused'; reason: string }>;

/**
 * Whoever asks to go on means the work that was asked for before: its words, as they stood then. The command itself says
 * how. Every other command is about what it was given on.
 */
export async function goOn(invocation: Invocation, { forge }: Pick<Telling, 'forge'>): Promise<GoingOn | Refused> {
  const { command, target, event } = invocation;
  if (command !== 'retry' && command !== 'approve') return { ...NEW, invocation };
  const { branch, head } = await findPlace({ forge, target, base: '' });
  const stored = await readState(forge, stateOfBranch(branch));
  const state = stored === null ? null : (openState(stored.text, null)?.state ?? null);
  const refused = await refuse({ command, event }, state, { branch, target, forge });
  // Work that stopped goes before a review that did.
  if (refused !== null && command === 'retry' && (await isReviewIncomplete(target, forge)))
    return { ...NEW, invocation: { ...invocation, command: 'review' } };
  if (state === null || refused !== null) return refused ?? nothing(command, branch);
  const replays = command === 'approve' || state.ended === null || state.ended === 'failed';
  return {
    kind: 'go',
    invocation: continued(invocation, state, { command: commandOf(command, state, { replays, head }), replays }),
    hint: invocation.instruction,
    replays,
    continues: true,
    approval: command === 'approve' ? approvalOf(state, invocation) : null,
    read: { branch, stored },
  };
}

async function refuse(
  { command, event }: Readonly<{ command: 'retry' | 'approve'; event: Invocation['event'] }>,
  state: SavedState | null,
  { branch, target, forge }: Readonly<{ branch: string; target: Target; forge: Telling['forge'] }>,
): Promise<Refused | null> {
  if (state === null || !isAbout(state, { branch, repository: forge.repository, target }))
    return nothing(command, branch);
  const reason = command === 'approve' ? await refuseApproval(state, event.at, forge) : refuseRetry(state);
  return reason === null ? null : { kind: 'refused', reason };
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

/**
 * State names its branch, and what it was asked for belongs to that branch: an issue or a name to one of Patchwright's own, a
 * pull request to itself. What says otherwise was made up. A fork's branch has only its name in common with one here.
 */
function isAbout(
  { repository, branch, invocation }: SavedState,
  here: Readonly<{ branch: string; repository: string; target: Target }>,
): boolean {
  if (branch !== here.branch || repository !== here.repository) return false;
  if (here.target.kind === 'pull-request' && here.target.snapshot?.here !== true) return false;
  const { target } = invocation;
  switch (target.kind) {
    case 'issue':
      return isNamed(branch, `${OWN_BRANCHES}issue-${target.number}`);
    case 'repository':
      return isNamed(branch, `${OWN_BRANCHES}${target.name}`);
    case 'pull-request':
      return here.target.kind === 'pull-request' && here.target.number === target.number;
  }
}

/** The branch of that name, or one that took its place after it was closed: `-2` and so on. */
function isNamed(branch: string, name: string): boolean {
  return branch.startsWith(name) && /^(?:-\d+)?$/.test(branch.slice(name.length));
}

function refuseRetry({ ended }: SavedState): string | null {
  if (ended !== 'published' && ended !== 'answered') return null;
  return 'The last run here ended well, so there is nothing to try again. `fix` with what is to be different goes on from its work.';
}

const SHOWN_LATER =
  'The plan that waits was shown after this was said, so it was not worked by. Look at it, then say `approve` again.';

/** The plan that is worked by is the one that people saw: the bot's own comment tells which that was, and since when. */
async function refuseApproval(
  { ended, journal, invocation }: SavedState,
  at: string | null,
  forge: Telling['forge'],
): Promise<string | null> {
  const plan = keptPlan({ journal });
  if (ended !== 'planned' || plan === null) {
    return 'No plan waits for approval here. `plan` makes one.';
  }
  const { target } = invocation;
  const shown = target.kind === 'repository' ? null : await planOf(forge, target.number);
  // Events carry whole seconds.
  if (at !== null && shown !== null && Math.floor(Date.parse(shown.at) / 1000) * 1000 > Date.parse(at))
    return SHOWN_LATER;
  if (shown?.digest === digestOfPlan(plan)) return null;
  return 'The plan that is kept is not the one that the status comment shows, so it was not worked by. `plan` makes a new one.';
}

function approvalOf(state: SavedState, invocation: Invocation): Authority | null {
  const plan = keptPlan(state);
  return plan === null ? null : authorityOver(digestOfPlan(plan), invocation);
}

function keptPlan({ journal }: Pick<SavedState, 'journal'>): Plan | null {
  return journal.find((entry) => entry.kind === 'plan')?.plan ?? null;
}
