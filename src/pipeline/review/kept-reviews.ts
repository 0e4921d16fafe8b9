import type { Forge } from '../../forge/forge.ts';
import { readState, stateOfReviews, writeState } from '../../publish/state-store.ts';
import { logLine, type Log } from '../../text/sinks.ts';
import type { StateText } from '../../text/state-text.ts';
import { closeReviewState, openReviewState, sealOfReviews, type ReviewState } from './review-state.ts';

/** What earlier reviews of a pull request left, and where this one leaves its own. */
export type KeptReviews = Readonly<{
  /** Null when there is none, or none that is believed. */
  state: ReviewState | null;
  /** There is state, and it does not count. */
  isDoubted: boolean;
  /**
   * Resolves to whether the next review will go by it: not where no key signs it, and not where it could not be written.
   * Never throws: a review that is not kept has to be paid for again, no more.
   */
  save: (state: ReviewState) => Promise<boolean>;
}>;

/** Opens the state of a pull request's reviews with the secret of the model keys. */
export async function openKeptReviews(
  number: number,
  secret: string | null,
  { forge, log }: Readonly<{ forge: Forge; log: Log }>,
): Promise<KeptReviews> {
  const name = stateOfReviews(number);
  const seal = sealOfReviews(secret, { repository: forge.repository, number });
  const stored = await readState(forge, name);
  const state = stored === null ? null : openReviewState(stored.text, seal);
  let from = stored?.commit ?? null;
  let isMine = true;
  const write = async (text: StateText): Promise<void> => {
    const commit = await writeState(forge, name, { from, text, trees: [] });
    if (commit !== null) from = commit;
    else {
      isMine = false;
      log(logLine('Another review wrote its state meanwhile; the next one may look at the same again.'));
    }
  };
  const save: KeptReviews['save'] = async (now) => {
    if (!isMine) return false;
    try {
      await write(closeReviewState(now, seal));
      return isMine && seal !== null;
    } catch (error) {
      log(logLine(`The state of this review is not kept: ${error instanceof Error ? error.message : String(error)}`));
      return false;
    }
  };
  let saving: Promise<boolean> = Promise.resolve(true);
  return {
    state,
    isDoubted: stored !== null && state === null,
    save: (now) => (saving = saving.then(() => save(now))),
  };
}
