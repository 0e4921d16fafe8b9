import type { Untrusted } from '../text/untrusted.ts';

export type FittedContext = Readonly<{
  texts: readonly Untrusted[];
  /** What was left out, one sentence each. */
  leftOut: readonly string[];
}>;

const CHARACTERS_A_TOKEN = 4;
/** Less than this of a text tells nobody anything; it is left out whole. */
const WORTH_KEEPING = 400;
/** Of a text that is cut, so much of what is kept is its beginning; the rest is its end. */
const BEGINNING = 0.75;

/**
 * What goes first when there is too much: the texts of a later row before those of an earlier one, and of one row the
 * later text before the earlier. A text that no row names stands where `…` does. Titles are never cut.
 */
const KEPT: readonly Readonly<{ rank: number; what: RegExp }>[] = [
  { rank: 0, what: /title$/ },
  { rank: 1, what: /^(?:comment|workflow input|instruction)$/ },
  { rank: 2, what: /^plan file / },
  // 3: …
  { rank: 4, what: / body$/ },
];
const UNNAMED = 3;

/** The same texts in their order, cut to so many tokens; the middle of a text goes before its ends. */
export function fitContext(texts: readonly Untrusted[], budgetTokens: number): FittedContext {
  let left = Math.max(0, budgetTokens) * CHARACTERS_A_TOKEN;
  const fitted = new Map<Untrusted, Untrusted | null>();
  const leftOut: string[] = [];
  for (const part of texts.toSorted((one, other) => rank(one) - rank(other))) {
    const { length } = part.text;
    if (length <= left || rank(part) === 0) {
      fitted.set(part, part);
      left = Math.max(0, left - length);
    } else if (left < WORTH_KEEPING) {
      fitted.set(part, null);
      leftOut.push(`Left out for length: ${described(part)}, all ${length} characters.`);
      left = 0;
    } else {
      fitted.set(part, cut(part, left));
      leftOut.push(
        `Left out for length: ${described(part)}, ${length - left} of ${length} characters from its middle.`,
      );
      left = 0;
    }
  }
  return { texts: texts.flatMap((part) => fitted.get(part) ?? []), leftOut };
}

function rank({ from }: Untrusted): number {
  return KEPT.find(({ what }) => what.test(from.what))?.rank ?? UNNAMED;
}

function cut(untrusted: Untrusted, length: number): Untrusted {
  const { text } = untrusted;
  const beginning = Math.floor(length * BEGINNING);
  const end = text.length - (length - beginning);
  const head = text.slice(0, beginning).toWellFormed();
  const tail = text.slice(end).toWellFormed();
  return { ...untrusted, text: `${head}\n[… ${end - beginning} characters left out …]\n${tail}` };
}

function described({ from }: Untrusted): string {
  const author = from.author === null ? '' : ` by ${from.author}`;
  return `${from.what}${author}`.replaceAll(/\s+/g, ' ').slice(0, 200);
}
