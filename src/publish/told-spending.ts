import type { Forge, PullRequestInfo } from '../forge/forge.ts';
import type { Spending } from '../ledger/spending.ts';
import { LIST_START, REPORT_END } from '../text/report-marks.ts';
import {
  bodyBeside,
  bodyText,
  joinBody,
  NO_SECRETS,
  partBody,
  splitBody,
  standingBody,
  withoutMarker,
  type BodyText,
  type StandingText,
} from '../text/sinks.ts';
import { mark, readMarker, type Marker } from './marker.ts';

/**
 * What the description of a pull request tells of the runs before: `lost` when it is the bot's and should tell and does not,
 * because somebody edited it; null when there is no description of the bot's.
 */
export type ToldSpending = Spending | 'lost' | null;

type Own = Extract<Marker, { kind: 'pull-request' }>;

/** GitHub refuses descriptions of more than 65,536 characters. */
const LONGEST_DESCRIPTION = 65_000;
const END: BodyText = bodyText(REPORT_END, NO_SECRETS);

/** Where nobody wrote below the end. */
export const NO_WORDS: BodyText = joinBody();

/** A description of the bot's in two: its report, and what people wrote below its end. */
export type Parts = Readonly<{ report: BodyText; theirs: BodyText }>;

export function partsOf(description: StandingText): Parts {
  const [report, theirs] = partBody(withoutMarker(description), REPORT_END);
  return { report, theirs };
}

/**
 * A whole description: the report, its end, and what people wrote below it, which stays as it is. Where that is too long,
 * the other report stands instead, cut if need be.
 */
export function describe(marker: Own, { report, theirs }: Parts, other = report): BodyText {
  const whole = mark(marker, joinBody(report, END, theirs));
  if (whole.length <= LONGEST_DESCRIPTION) return whole;
  const others = mark(marker, joinBody(END, theirs)).length + 2;
  return mark(marker, joinBody(bodyBeside(other, others), END, theirs));
}

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
  const { report: whole, theirs } = partsOf(pull.body);
  const [report] = splitBody(whole, LIST_START);
  const body = describe(marker, { report: joinBody(report, text), theirs }, whole);
  if (body !== standingBody(pull.body)) await forge.updatePullRequest(number, { body });
  return told;
}
