import { asFailure } from '../../failure.ts';
import { isOfFork, type Place } from '../../publish/place.ts';
import { stateOfBranch, writeState } from '../../publish/state-store.ts';
import { logLine } from '../../text/sinks.ts';
import { writtenState } from '../../text/state-text.ts';
import { openState } from '../kept/saved-state.ts';
import type { Telling } from '../told/story.ts';

/**
 * Writes the state that the agent's job left for later runs, which is no more than anybody may write who may push. State
 * about another branch is left out, and so is one with something secret in it: it is signed, so it cannot be mended.
 */
export async function keepState(
  text: string,
  place: Place,
  { forge, redact, log }: Pick<Telling, 'forge' | 'redact' | 'log'>,
): Promise<void> {
  const { branch } = place;
  // State has the name of a branch here, and a fork's branch is none.
  if (isOfFork(place, forge.repository)) return;
  const state = openState(text, null)?.state ?? null;
  const written = writtenState(text, redact);
  if (written === null || state?.branch !== branch || state.repository !== forge.repository) {
    log(logLine('The state that the agent’s job left is not about this work, or not to be kept, so it was left out.'));
    return;
  }
  try {
    const name = stateOfBranch(branch);
    await writeState(forge, name, { from: await forge.refTarget(name), text: written, trees: [] });
  } catch (error) {
    log(logLine(`The state for later runs could not be kept: ${asFailure(error).message}`));
  }
}
