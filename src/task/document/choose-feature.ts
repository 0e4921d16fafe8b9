import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { checklistOf, type Feature, type PlanDocument } from './document.ts';
import { matchingFeatures } from './matching-features.ts';
import { exampleOf } from './name-feature.ts';

export type Choice =
  | Readonly<{ kind: 'feature'; feature: Feature }>
  /** Nobody can tell which one is meant; the reply is safe Markdown. */
  | Readonly<{ kind: 'question'; reply: string }>;

const LISTED_AT_MOST = 20;
const SHOWN_AT_MOST = 120;

/** The feature that is meant; without a word it is the only one there is. */
export function chooseFeature(document: PlanDocument, wanted: string | null): Choice {
  const { features } = document;
  const [first] = features;
  if (wanted === null || wanted.trim() === '') {
    return features.length === 1 && first !== undefined
      ? { kind: 'feature', feature: first }
      : question(document, features, `The plan ${named(document)} has ${features.length} features. Say which one:`);
  }
  const matching = matchingFeatures(features, wanted);
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

function question(document: PlanDocument, candidates: readonly Feature[], lead: string): Choice {
  const lines = candidates
    .slice(0, LISTED_AT_MOST)
    .map((feature) => `- ${listed(document, feature)}${progress(feature)}`);
  const more = candidates.length - lines.length;
  const example = exampleOf(document, candidates);
  const such = example === null ? '' : `, such as ${codeSpan(example)}`;
  const how = `Name it by number, or in quotation marks by part of its title, its whole heading or its position${such}.`;
  const list = [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
  return { kind: 'question', reply: `${lead}\n\n${list}\n\n${how}` };
}

/** Headings of the same words are told apart by their position. */
function listed({ features }: PlanDocument, feature: Feature): string {
  const heading = escapeMarkdown(feature.heading.slice(0, SHOWN_AT_MOST));
  const twins = features.filter((other) => other.heading.toLowerCase() === feature.heading.toLowerCase());
  return twins.length > 1 ? `${heading}, position ${features.indexOf(feature) + 1}` : heading;
}

function progress(feature: Feature): string {
  const boxes = checklistOf(feature).filter(({ box }) => box !== null);
  const done = boxes.filter(({ box }) => box === 'done').length;
  return boxes.length === 0 ? '' : ` (${done} of ${boxes.length} items done)`;
}

function named({ path }: PlanDocument): string {
  return codeSpan(path ?? '');
}
