import { asFailure } from '../../failure.ts';
import type { Plan } from '../../plan/plan.ts';
import { findPlace } from '../../publish/place.ts';
import { readState, stateOfBranch } from '../../publish/state-store.ts';
import { logLine } from '../../text/sinks.ts';
import type { Target } from '../../trigger/trigger.ts';
import type { Telling } from '../told/story.ts';
import { digestOfPlan } from './digests.ts';
import { openState } from './saved-state.ts';

/** The plan with that digest, where it still waits for approval; null where none does. */
export async function waitingPlan(
  digest: string | null,
  target: Target,
  { forge, log }: Pick<Telling, 'forge' | 'log'>,
): Promise<Plan | null> {
  if (digest === null) return null;
  try {
    const { branch } = await findPlace({ forge, target, base: '' });
    const stored = await readState(forge, stateOfBranch(branch));
    const state = stored === null ? null : (openState(stored.text, null)?.state ?? null);
    if (state?.ended !== 'planned') return null;
    const plan = state.journal.find((entry) => entry.kind === 'plan')?.plan;
    return plan !== undefined && digestOfPlan(plan) === digest ? plan : null;
  } catch (error) {
    log(logLine(`Whether a plan waits for approval is not known: ${asFailure(error).message}`));
    return null;
  }
}
