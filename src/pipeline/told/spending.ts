import { asFailure } from '../../failure.ts';
import { addRun, joinSpending, NO_RUNS, type BranchSpending, type SpentRun } from '../../ledger/spending.ts';
import { OWN_BRANCHES, type Place } from '../../publish/place.ts';
import { listRuns, type ToldSpending } from '../../publish/told-spending.ts';
import { redactRun } from '../../report/redacted-run.ts';
import type { RunState } from '../../report/run.ts';
import { listAtEnd, spentRun } from '../../report/spending.ts';
import { bodyText, logLine } from '../../text/sinks.ts';
import type { PublishSite } from '../site/site.ts';
import type { Publishing } from './story.ts';

type Given = Readonly<{ place: Place; run: Readonly<{ id: number; attempt: number }>; told: ToldSpending }>;

/** What the runs on a branch used with this one, which has ended: known from the description and from the status comment. */
export function spendingWith(state: RunState, { place, run, told }: Given): BranchSpending {
  const inComment = state.spending?.branch === place.branch ? state.spending.known : null;
  const known = [told === 'lost' ? null : told, inComment].filter((one) => one !== null);
  const before = known.reduce(joinSpending, NO_RUNS);
  // Each run on a branch of Patchwright's own leaves word of itself: where there is work and no word, somebody removed it.
  const silent = known.length === 0 && place.head !== null && place.branch.startsWith(OWN_BRANCHES);
  const whole = before.whole && told !== 'lost' && !silent;
  return { branch: place.branch, known: addRun({ ...before, whole }, spentRun(state, run)) };
}

/** What is known of the runs on a branch with those that were cut off; one that a post step told of is not counted again. */
export function withCutOff(
  known: BranchSpending | null,
  { branch }: Pick<Place, 'branch'>,
  runs: readonly SpentRun[],
): BranchSpending | null {
  if (runs.length === 0) return known;
  const before = known?.branch === branch ? known.known : NO_RUNS;
  return { branch, known: joinSpending(before, { ...NO_RUNS, runs }) };
}

/** Lists a run that has ended, in its state and in a description of ours that it left as it was. */
export async function listRun({ place }: Pick<PublishSite, 'place'>, running: Publishing): Promise<void> {
  const { deps, story } = running;
  const { total, publication } = story.state();
  if (total.requests === 0 && publication === null) return;
  const told = await listInDescription(place, running);
  story.update({ spending: spendingWith(story.state(), { place, run: deps.run, told }) });
}

/** Where that fails, the status comment has the list all the same. */
async function listInDescription(place: Place, { deps, story }: Publishing): Promise<ToldSpending> {
  if (place.pullRequest === null) return null;
  const { number } = place.pullRequest;
  try {
    return await listRuns(deps.forge, number, (told) => {
      const spending = spendingWith(story.state(), { place, run: deps.run, told });
      const text = listAtEnd(redactRun({ ...story.state(), spending }, deps.redact));
      return { known: spending.known, text: bodyText(text, { redact: deps.redact }) };
    });
  } catch (error) {
    deps.log(logLine(asFailure(error).message));
    return null;
  }
}
