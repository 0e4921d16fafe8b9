import type { Forge, PullRequestInfo } from '../forge/forge.ts';
import type { Spending } from '../ledger/spending.ts';
import { LIST_START } from '../text/list-start.ts';
import { joinBody, splitBody, standingBody, withoutMarker, type BodyText } from '../text/sinks.ts';
import { mark, readMarker, type Marker } from './marker.ts';

/**
 * What the description of a pull request tells of the runs before: `lost` when it is the bot's and should tell and does not,
 * because somebody edited it; null when there is no description of the bot's.
 */
export type ToldSpending = Spending | 'lost' | null;

type Own = Extract<Marker, { kind: 'pull-request' }>;

/** GitHub refuses descriptions of more than 65,536 characters. */
export const LONGEST_DESCRIPTION = 65_000;

/**
 * What a description is to Patchwright: `own` is the marker of one that the bot wrote and that nobody made theirs, else
 * null; `told` is what it tells of the runs on its branch.
 */
export async function readDescription(
  forge: Forge,
  pull: PullRequestInfo,
): Promise<Readonly<{ own: Own | null; told: ToldSpending }>> {
  if (pull.author !== (await forge.self())) return { own: null, told: null };
  const marker = readMarker(pull.body);
  if (marker?.kind !== 'pull-request') return { own: null, told: 'lost' };
  return { own: marker, told: marker.spending ?? 'lost' };
}

/** The runs with the one that has ended, and the list of them as the end of a description, given what the description tells. */
export type MakeList = (told: ToldSpending) => Readonly<{ known: Spending; text: BodyText }>;

/**
 * Brings the list of runs at the end of an open description of ours up to date, for a run that leaves the rest of it as it
 * is, and returns what it told before.
 */
export async function listRuns(forge: Forge, number: number, makeList: MakeList): Promise<ToldSpending> {
  const pull = await forge.pullRequest(number);
  const { own, told } = await readDescription(forge, pull);
  if (own === null || pull.state !== 'open') return told;
  const { known, text } = makeList(told);
  const marker: Own = { ...own, spending: known };
  const whole = withoutMarker(pull.body);
  const [report] = splitBody(whole, LIST_START);
  const listed = mark(marker, joinBody(report, text));
  const body = listed.length <= LONGEST_DESCRIPTION ? listed : mark(marker, whole);
  if (body !== standingBody(pull.body)) await forge.updatePullRequest(number, { body });
  return told;
}
