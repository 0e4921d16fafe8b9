/** Which of a run's own values a text holds. */
export type ValueSearch = (text: string) => ReadonlySet<string>;

/** Below this length a value is a word that stands in ordinary text. */
const SHORTEST = 6;
/** Lines of a value of many lines are values of their own from this length on. */
const SHORTEST_LINE = 16;
/** What is looked for across quotation marks, blanks and line ends is told from chance from this length on. */
const SHORTEST_PIECED = 10;

/**
 * Looks for the values as they are, in base64 and base64url at each of its three alignments, hexadecimal, percent-encoded,
 * escaped or as numbers, and each of these in pieces: over lines, between quotation marks and operators, in one literal
 * after the other. What else a program could put together again is found by nobody who does not run it.
 */
export function createValueSearch(values: readonly string[]): ValueSearch {
  const lines = values.flatMap((value) => value.split(/\r?\n/)).filter((line) => line.trim().length >= SHORTEST_LINE);
  const known = [...new Set([...values, ...lines].map((value) => value.trim()))].filter(
    (value) => value.length >= SHORTEST,
  );
  const sought = known.map((value) => ({ value, spelled: spellingsOf(value) }));
  return (text) => {
    const found = new Set<string>();
    if (sought.length === 0) return found;
    const heaps = heapsOf(text);
    for (const { value, spelled } of sought) {
      const isHere =
        heaps.plain.some((heap) => heap.includes(value)) ||
        spelled.letters.some((spelling) => heaps.letters.some((heap) => heap.includes(spelling))) ||
        heaps.hexadecimal.includes(spelled.hexadecimal) ||
        heaps.decimal.includes(spelled.decimal);
      if (isHere) found.add(value);
    }
    return found;
  };
}

type Spelled = Readonly<{ letters: readonly string[]; hexadecimal: string; decimal: string }>;

function spellingsOf(value: string): Spelled {
  const bytes = Buffer.from(value);
  const letters = [value, ...base64Of(bytes)].map(lettersOf).filter((text) => text.length >= SHORTEST_PIECED);
  return { letters, hexadecimal: bytes.toString('hex'), decimal: bytes.join('') };
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

/** The text in each way in which a value could lie in it. */
function heapsOf(text: string) {
  const plain = [text, unescaped(text)];
  return {
    plain,
    letters: [...plain, literalsOf(text)].map(lettersOf),
    hexadecimal: lettersOf(text.replaceAll(/\\x|\\u00|0x|%|&#x/gi, '')).toLowerCase(),
    decimal: text.replaceAll(/\D+/g, ''),
  };
}

/** Without all that may stand between two pieces; `+` and `-`, in which the two alphabets of base64 differ, among it. */
function lettersOf(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]+/g, '');
}

function unescaped(text: string): string {
  return text.replaceAll(/(?:%|\\x|\\u00|\\u\{0*|&#x0*)([0-9a-f]{2})[};]?/gi, (_, pair: string) =>
    String.fromCharCode(Number.parseInt(pair, 16)),
  );
}

/** What stands between quotation marks, one after the other. */
function literalsOf(text: string): string {
  return [...text.matchAll(/(["'`])((?:\\.|(?!\1)[^\\\n])*)\1/g)].map(([, , inside]) => inside).join('');
}
