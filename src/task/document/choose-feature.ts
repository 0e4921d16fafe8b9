import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { checklistOf, type Feature, type PlanDocument } from './document.ts';
import { plain } from './sections.ts';

export type Choice =
  | Readonly<{ kind: 'feature'; feature: Feature }>
  /** Nobody can tell which one is meant; the reply is safe Markdown. */
  | Readonly<{ kind: 'question'; reply: string }>;

const LISTED_AT_MOST = 20;
const SHOWN_AT_MOST = 120;

/**
 * The feature that is meant: by number, else whole heading, else whole title, else part of a heading, whatever the case.
 * Where no heading has a number, a number counts the features. Without a word it is the only one there is.
 */
export function chooseFeature(document: PlanDocument, wanted: string | null): Choice {
  const { features } = document;
  const [first] = features;
  if (wanted === null || wanted.trim() === '') {
    return features.length === 1 && first !== undefined
      ? { kind: 'feature', feature: first }
      : question(document, features, `The plan ${named(document)} has ${features.length} features. Say which one:`);
  }
  const matching = matches(features, wanted);
  const [only] = matching;
  if (matching.length === 1 && only !== undefined) return { kind: 'feature', feature: only };
  const asked = codeSpan(wanted.trim().slice(0, SHOWN_AT_MOST));
  return matching.length > 1
    ? question(
        document,
        matching,
        `${asked} is part of ${matching.length} features of the plan ${named(document)}. Say which one:`,
      )
    : question(document, features, `No feature of the plan ${named(document)} is called ${asked}. It has:`);
}

function matches(features: readonly Feature[], wanted: string): readonly Feature[] {
  const words = key(wanted);
  const number = words
    .replace(/^(?:feature|step|task|phase|milestone|part) +/, '')
    .replace(/^#/, '')
    .replace(/[.):]+$/, '');
  const numbered = features.filter((feature) => feature.number?.toLowerCase() === number);
  if (numbered.length > 0) return numbered;
  if (/^\d+$/.test(number)) {
    const counted = features.some((feature) => feature.number !== null) ? undefined : features[Number(number) - 1];
    return counted === undefined ? [] : [counted];
  }
  if (words === '') return [];
  const ways: readonly ((feature: Feature) => boolean)[] = [
    ({ heading }) => key(heading) === words,
    ({ title }) => key(title) === words,
    ({ heading }) => key(heading).includes(words),
  ];
  return ways.map((way) => features.filter(way)).find((found) => found.length > 0) ?? [];
}

function question({ path }: PlanDocument, candidates: readonly Feature[], lead: string): Choice {
  const lines = candidates
    .slice(0, LISTED_AT_MOST)
    .map((feature) => `- ${escapeMarkdown(feature.heading.slice(0, SHOWN_AT_MOST))}${progress(feature)}`);
  const more = candidates.length - lines.length;
  const example =
    candidates.find(({ number }) => number !== null)?.number ?? candidates[0]?.title.slice(0, SHOWN_AT_MOST) ?? '';
  const how = `Name it by number, by part of its title or by its whole heading, such as ${codeSpan(`--plan ${path ?? ''} ${example}`)}.`;
  const list = [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
  return { kind: 'question', reply: `${lead}\n\n${list}\n\n${how}` };
}

function progress(feature: Feature): string {
  const boxes = checklistOf(feature).filter(({ box }) => box !== null);
  const done = boxes.filter(({ box }) => box === 'done').length;
  return boxes.length === 0 ? '' : ` (${done} of ${boxes.length} items done)`;
}

function named({ path }: PlanDocument): string {
  return codeSpan(path ?? '');
}

function key(text: string): string {
  return plain(text).toLowerCase();
}
