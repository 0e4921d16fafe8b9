import { plainLine } from '../../text/neutral.ts';
import type { Untrusted } from '../../text/untrusted.ts';
import { ORDER, type Kind } from './order.ts';
import { listed, shortenMiddle, wholeFiles, type Shortened } from './shorten.ts';

/** One thing to tell, in one or more texts that make sense together alone. */
export type Entry = Readonly<{
  kind: Kind;
  /** For people: `the thread at src/a.ts:12`. */
  name: string;
  texts: readonly Untrusted[];
}>;

export type ContextPart = Untrusted & Readonly<{ kind: Kind }>;

const CHARACTERS_PER_TOKEN = 4;
/** The two lines around a quoted text. */
const FRAME = 200;
const LONGEST_NAME = 120;

/** What fits into so many tokens, most important first, and a sentence for each kind of thing that does not. */
export function fitEntries(
  entries: readonly Entry[],
  tokens: number,
): Readonly<{ parts: readonly ContextPart[]; leftOut: readonly string[] }> {
  const whole = tokens * CHARACTERS_PER_TOKEN;
  const parts: ContextPart[] = [];
  const shortened: string[] = [];
  const gone: string[] = [];
  let rest = whole;
  for (const { kind, share, tooLong } of ORDER) {
    let room = Math.min(rest, whole * share);
    for (const entry of entries.filter((candidate) => candidate.kind === kind)) {
      const fitted = fit(entry, room, tooLong);
      if (fitted === null) gone.push(plainLine(entry.name, LONGEST_NAME));
      else {
        parts.push(...fitted.texts.map((text) => ({ ...text, kind })));
        if (fitted.missing !== '') shortened.push(sentence(entry.name, fitted.missing));
        const size = sizeOf(fitted.texts);
        room -= size;
        rest -= size;
      }
    }
  }
  const left = gone.length === 0 ? [] : [`Left out, because the context would become too long: ${listed(gone)}.`];
  return { parts, leftOut: [...shortened, ...left] };
}

type Fitted = Readonly<{ texts: readonly Untrusted[]; missing: string }>;

function fit({ texts }: Entry, room: number, tooLong: (typeof ORDER)[number]['tooLong']): Fitted | null {
  if (sizeOf(texts) <= room) return { texts, missing: '' };
  const [only, ...more] = texts;
  if (only === undefined || more.length > 0) return null;
  const cut = cutTo(only.text, room - FRAME, tooLong);
  return cut === null ? null : { texts: [{ ...only, text: cut.text }], missing: cut.missing };
}

function cutTo(text: string, room: number, tooLong: (typeof ORDER)[number]['tooLong']): Shortened | null {
  switch (tooLong) {
    case 'shortened':
      return shortenMiddle(text, room);
    case 'whole files':
      return wholeFiles(text, room);
    case 'left out':
      return null;
  }
}

function sizeOf(texts: readonly Untrusted[]): number {
  return texts.reduce((sum, { text }) => sum + text.length + FRAME, 0);
}

function sentence(name: string, missing: string): string {
  return plainLine(`Left out of ${name}, because it is too long: ${missing}.`, 400);
}
