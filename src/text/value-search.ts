import { lettersOf, readAs, type Place, type Reading, type ReadingName } from './readings.ts';

/** Which values a text holds, and where. */
export type ValueSearch = (text: string) => readonly FoundValue[];
export type FoundValue = Readonly<{ value: string; places: () => readonly Place[] }>;

/** Below this length a value is a word that stands in ordinary text. */
const SHORTEST = 6;
/** Lines of a value of many lines are values of their own from this length on. */
const SHORTEST_LINE = 16;
/** What is looked for across quotation marks, blanks and line ends is told from chance from this length on. */
const SHORTEST_PIECED = 10;

/** The values that are looked for: those long enough, and the longer lines of those of many lines. */
export function soughtValues(values: readonly string[]): readonly string[] {
  const lines = values.flatMap((value) => value.split(/\r?\n/)).filter((line) => line.trim().length >= SHORTEST_LINE);
  return [...new Set([...values, ...lines].map((value) => value.trim()))].filter((value) => value.length >= SHORTEST);
}

/**
 * Looks for the values as they are and in either case, in base64 and base64url at each of its three alignments, hexadecimal,
 * percent-encoded, escaped or as numbers, and each of these in pieces: over lines, spaced, with characters between that
 * nobody sees, between quotation marks and operators, in one literal after the other. What else a program or a person
 * could put together again is found by nobody who does not do the same.
 */
export function createValueSearch(values: readonly string[]): ValueSearch {
  const sought = soughtValues(values).map((value) => ({ value, spelled: spellingsOf(value) }));
  return (text) => {
    if (sought.length === 0) return [];
    const reader = createReader(text);
    return sought.flatMap(({ value, spelled }) => {
      const here = spelled.filter((spelling) => reader.read(spelling).includes(spelling.text));
      return here.length === 0 ? [] : [{ value, places: () => here.flatMap((spelling) => reader.places(spelling)) }];
    });
  };
}

/** What is looked for in a reading; `folded` where the case of a letter tells nothing. */
type Spelling = Readonly<{ reading: ReadingName; text: string; folded: boolean }>;

const LETTERS: readonly ReadingName[] = ['letters', 'decodedLetters', 'literals'];

function spellingsOf(value: string): readonly Spelling[] {
  const bytes = Buffer.from(value);
  const letters = [
    { text: lettersOf(value).toLowerCase(), folded: true },
    ...base64Of(bytes).map((encoded) => ({ text: lettersOf(encoded), folded: false })),
  ].filter(({ text }) => text.length >= SHORTEST_PIECED);
  const numbers = [[...bytes].join(''), ...NUMBERS.map(([base, width]) => digitsOf(bytes, base, width))];
  return [
    { reading: 'plain', text: value, folded: false },
    ...letters.flatMap((spelling) => LETTERS.map((reading) => ({ ...spelling, reading }))),
    { reading: 'hexadecimal', text: bytes.toString('hex'), folded: true },
    ...numbers.map((text): Spelling => ({ reading: 'digits', text, folded: false })),
  ];
}

/** Base and width of a byte's number, as dumps print it. */
const NUMBERS = [
  [10, 3],
  [8, 3],
  [2, 8],
] as const;

function digitsOf(bytes: Buffer, base: number, width: number): string {
  return Array.from(bytes, (byte) => byte.toString(base).padStart(width, '0')).join('');
}

/**
 * Inside a longer text the value starts at one of three positions within base64's groups of three bytes. The characters
 * that it alone determines are looked for.
 */
function base64Of(value: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), value]);
    return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
}

type Reader = Readonly<{
  read: (of: Spelling) => string;
  places: (of: Spelling) => readonly Place[];
}>;

/** Reads the text once in each way that is asked for. */
function createReader(text: string): Reader {
  const readings = new Map<ReadingName, Reading & Readonly<{ folded: string }>>();
  const readingOf = (name: ReadingName) => {
    const known = readings.get(name);
    if (known !== undefined) return known;
    const reading = readAs(name, text);
    const made = { ...reading, folded: reading.text.toLowerCase() };
    readings.set(name, made);
    return made;
  };
  const read = ({ reading, folded }: Spelling): string =>
    folded ? readingOf(reading).folded : readingOf(reading).text;
  return {
    read,
    places(of) {
      const heap = read(of);
      const found: Place[] = [];
      for (let at = heap.indexOf(of.text); at >= 0; at = heap.indexOf(of.text, at + of.text.length)) {
        found.push(readingOf(of.reading).placeOf(at, at + of.text.length));
      }
      return found;
    },
  };
}
