import { neutralise } from '../../text/neutral.ts';
import type { Feature, PlanDocument } from './document.ts';
import { matchingFeatures } from './matching-features.ts';

/** Characters of a title or a heading that somebody is shown to write. */
const WRITTEN_AT_MOST = 120;
/** Quotation marks, as the reader of a command takes them. */
const MARKS = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
] as const;

/** The option that names one of the candidates and no other feature, as it is to be written; null where none can. */
export function exampleOf({ path, features }: PlanDocument, candidates: readonly Feature[]): string | null {
  const meant = candidates.find(({ number }) => number !== null) ?? candidates[0];
  const file = writtenPath(path ?? '');
  if (meant === undefined || file === null) return null;
  const names = [meant.number ?? '', meant.title, meant.heading, `position ${features.indexOf(meant) + 1}`];
  const words = names
    .map((name) => name.slice(0, WRITTEN_AT_MOST).trim())
    .filter((name) => {
      const found = matchingFeatures(features, name);
      return found.length === 1 && found[0] === meant;
    })
    .map((name) => (/^\d{1,4}$/.test(name) ? name : quoted(name)))
    .find((name) => name !== null);
  return words === undefined ? null : `--plan ${file} ${words}`;
}

function writtenPath(path: string): string | null {
  return /^[^\s"“„`-]\S*$/.test(path) && neutralise(path, 'code') === path ? path : quoted(path);
}

/** Null for what does not read the same within quotation marks, or when it is shown and copied. */
function quoted(words: string): string | null {
  if (neutralise(words, 'code') !== words || words.replaceAll(/\s+/g, ' ').trim() !== words) return null;
  const marks = MARKS.find(([, closing]) => !words.includes(closing));
  return marks === undefined ? null : `${marks[0]}${words}${marks[1]}`;
}
