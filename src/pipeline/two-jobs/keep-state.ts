import { asFailure } from '../../failure.ts';
import type { Place } from '../../publish/place.ts';
import { stateOfBranch, writeState } from '../../publish/state-store.ts';
import { logLine } from '../../text/sinks.ts';
import { openState } from '../kept/saved-state.ts';
import type { Telling } from '../told/story.ts';

/**
 * Writes the state that the agent's job left for later runs, which is no more than anybody may write who may push. State
 * about another branch is left out, and so is one with something secret in it: it is signed, so it cannot be mended.
 */
export async function keepState(
  text: string,
  { branch }: Place,
  { forge, redact, log }: Pick<Telling, 'forge' | 'redact' | 'log'>,
): Promise<void> {
  const state = openState(text, null)?.state ?? null;
  if (state === null || state.branch !== branch || state.repository !== forge.repository || redact(text) !== text) {
    log(logLine('The state that the agent’s job left is not about this work, or not to be kept, so it was left out.'));
    return;
  }
  try {
    const name = stateOfBranch(branch);
    await writeState(forge, name, { from: await forge.refTarget(name), text, trees: [] });
  } catch (error) {
    log(logLine(`The state for later runs could not be kept: ${asFailure(error).message}`));
  }
}
