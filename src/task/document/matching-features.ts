import { FEATURE_WORDS } from '../../text/feature-words.ts';
import type { Feature } from './document.ts';
import { plain } from './sections.ts';

const WORD = new RegExp(`^(?:${FEATURE_WORDS}) +`);

/**
 * The features that words may mean: by number, else whole heading, else whole title, else position, else part of a
 * heading, whatever the case. Where no heading has a number, a number counts the features.
 */
export function matchingFeatures(features: readonly Feature[], wanted: string): readonly Feature[] {
  const words = key(wanted);
  if (words === '') return [];
  const number = words
    .replace(WORD, '')
    .replace(/^#/, '')
    .replace(/[.):]+$/, '');
  const position = Number(/^position (\d{1,5})$/.exec(words)?.[1] ?? 0);
  const isCount = /^\d+$/.test(number);
  const count = isCount && features.every((feature) => feature.number === null) ? Number(number) : 0;
  const ways: readonly ((feature: Feature, index: number) => boolean)[] = [
    (feature) => feature.number?.toLowerCase() === number,
    (feature) => feature.number !== null && bare(feature.number) === bare(number),
    (_, index) => index + 1 === count,
    ({ heading }) => !isCount && key(heading) === words,
    ({ title }) => !isCount && key(title) === words,
    (_, index) => index + 1 === position,
    ({ heading }) => !isCount && key(heading).includes(words),
  ];
  return ways.map((way) => features.filter(way)).find((found) => found.length > 0) ?? [];
}

/** `02` is 2, and `F-1` is F1. */
function bare(number: string): string {
  return number
    .toLowerCase()
    .replace(/^([a-z]+)-(?=\d)/, '$1')
    .replaceAll(/(?<![\d])0+(?=\d)/g, '');
}

function key(text: string): string {
  return plain(text).toLowerCase();
}
