import type { Block } from './blocks.ts';
import { stateOf, type Feature, type PlanDocument } from './document.ts';
import { linesOf } from './lines.ts';
import { plain } from './sections.ts';

/** How a line of any section says what comes before; “after” and “requires” are common words without their colon. */
const SAYS_BEFORE = /^(?:(?:depends on|blocked by)[: ]|(?:prerequisites?|requires|dependencies|after):)\s*/i;
const NAMES_FEATURE = /\bfeatures? #?([\w.-]{1,12})/gi;

/**
 * Features that should be done before this one and are not. Named in Prerequisites (or Depends on, After, …), in a line
 * that begins with such words, or in the feature's own Implementation sequence as “feature 2”, by title or by heading.
 * In the plan's own Implementation sequence, what an ordered list names before this feature comes before it.
 */
export function unfinishedPrerequisites(feature: Feature, document: PlanDocument): readonly Feature[] {
  const lists = Object.entries(feature.sections).filter(([name]) => name !== 'prerequisites');
  const elsewhere = [...lists.flatMap(([, blocks]) => blocks), ...feature.rest];
  const clauses = [
    ...linesOf(feature.sections.prerequisites ?? []),
    ...elsewhere.flatMap(wordsOf).flatMap((line) => (SAYS_BEFORE.test(line) ? [line.replace(SAYS_BEFORE, '')] : [])),
  ];
  const steps = linesOf(feature.sections.sequence ?? []);
  return document.features.filter(
    (other) =>
      other !== feature &&
      stateOf(other) !== 'done' &&
      (clauses.some((clause) => isListed(clause, other)) ||
        steps.some((step) => mentions(step, other)) ||
        standsBefore(other, feature, document)),
  );
}

function wordsOf(block: Block): readonly string[] {
  if (block.kind === 'text') return block.text.split('\n').map(plain);
  return block.kind === 'items' ? block.items.map(({ text }) => plain(text)) : [];
}

/** In a line about prerequisites bare numbers name features, and so do ranges of them. */
function isListed(clause: string, feature: Feature): boolean {
  if (mentions(clause, feature)) return true;
  const { number } = feature;
  if (number === null) return false;
  return clause.split(/[,;/&]|\band\b|: /).some((part) => {
    const word = plain(part).replace(/^(?:(?:feature|step|task|phase|part)s? *)?#?/i, '');
    const range = /^(\d{1,4}) *(?:-|–|—|to) *(\d{1,4})\W*$/.exec(word);
    if (range !== null) return Number(range[1]) <= Number(number) && Number(number) <= Number(range[2]);
    return (
      word.toLowerCase().startsWith(number.toLowerCase()) &&
      /^(?:$|[.:)]?\s*$|\s*[(:)–—-])/.test(word.slice(number.length))
    );
  });
}

function mentions(line: string, feature: Feature): boolean {
  const words = plain(line).toLowerCase();
  const numbers = [...words.matchAll(NAMES_FEATURE)].map(([, number = '']) => number.replace(/[.-]+$/, ''));
  if (feature.number !== null && numbers.includes(feature.number.toLowerCase())) return true;
  return [feature.title, feature.heading].some((name) => name.length > 3 && hasWords(words, name.toLowerCase()));
}

/** Whether the words stand in the line and no longer word begins or ends with them. */
function hasWords(line: string, words: string): boolean {
  const at = line.indexOf(words);
  if (at === -1) return false;
  return !/\w$/.test(line.slice(0, at).slice(-1)) && !/^\w/.test(line.slice(at + words.length));
}

function standsBefore(other: Feature, feature: Feature, { sequence }: PlanDocument): boolean {
  const ordered = sequence.filter((block) => block.kind === 'items' && block.ordered);
  const steps = linesOf(ordered);
  const own = steps.findIndex((step) => mentions(step, feature));
  return own > 0 && steps.slice(0, own).some((step) => mentions(step, other));
}
