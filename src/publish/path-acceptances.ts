import type { Forge } from '../forge/forge.ts';
import { codeSpan } from '../text/markdown.ts';
import { LIST_START } from '../text/report-marks.ts';
import {
  bodyText,
  joinBody,
  NO_SECRETS,
  splitBody,
  standingBody,
  withoutParagraph,
  type BodyText,
} from '../text/sinks.ts';
import type { Marker } from './marker.ts';
import { describe, partsOf, readDescription } from './told-spending.ts';

/** Who let a content through that was held back, as the description tells it. */
export type PathAcceptance = NonNullable<Extract<Marker, { kind: 'pull-request' }>['paths']>[number];

/** Adds to a description of the bot's who accepted which content. One that somebody made theirs stays as it is. */
export async function recordAcceptances(
  forge: Forge,
  number: number,
  acceptances: readonly PathAcceptance[],
): Promise<void> {
  const pull = await forge.pullRequest(number);
  const { own } = await readDescription(forge, pull);
  if (own === null) return;
  const known = own.paths ?? [];
  const paths = [...known, ...acceptances];
  const { report, theirs } = partsOf(pull.body);
  const text = withoutParagraph(report, listOf(known));
  const body = describe({ ...own, paths }, { report: withAcceptances(text, paths), theirs }, text);
  if (body !== standingBody(pull.body)) await forge.updatePullRequest(number, { body });
}

/** A description with who accepted what, above the list of runs. */
export function withAcceptances(text: BodyText, paths: readonly PathAcceptance[]): BodyText {
  if (paths.length === 0) return text;
  const [report, list] = splitBody(text, LIST_START);
  return joinBody(report, listOf(paths), list);
}

/** One paragraph. No model makes a heading, so none can make one that reads like it. */
function listOf(paths: readonly PathAcceptance[]): BodyText {
  const lines = paths.map(
    ({ path, digest, by, at }) => `- ${codeSpan(path)} (${codeSpan(digest)}), by ${codeSpan(by)} on ${at.slice(0, 10)}`,
  );
  const text = lines.length === 0 ? '' : ['### Held back, and accepted since', ...lines].join('\n');
  return bodyText(text, NO_SECRETS);
}
