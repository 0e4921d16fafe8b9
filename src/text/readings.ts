/** A part of the text that was read. */
export type Place = Readonly<{ start: number; end: number }>;

/** A text as it was read; `placeOf` says where a part of it stands in the original. */
export type Reading = Readonly<{ text: string; placeOf: (start: number, end: number) => Place }>;

type Groups = readonly (string | undefined)[];

/** What matches is read as something else, or as nothing; the rest stays as it is. */
type Rule = Readonly<{ pattern: RegExp; read: ((groups: Groups) => string) | null }>;

/** One character as hexadecimal, decimal and octal escapes write it. */
const ESCAPED =
  /(?:%|\\x|\\u00|\\u\{0{0,6}|&#x0{0,6})([0-9a-f]{2})[};]?|&#0{0,6}(\d{2,3});|\\o?0?(1[0-7]{2}|[4-7][0-7])/;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]+/u;
/** Line ends and letters beyond ASCII as they are escaped, and how the program shows a character that nobody sees. */
const NOTHING = /\\[nrt]|\\u[0-9a-f]{4}|‹U\+[0-9a-f]+(?:×\d+)?›/;
const LITERAL = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\\n]|\\.)*)`|(?:\\[^]|[^"'`\\])+|["'`\\]/;

/** Each takes linear time. */
const RULES = {
  /** Without what nobody sees, escapes decoded. */
  plain: rule(`${ESCAPED.source}|${UNSEEN.source}`, decoded),
  /** Without all that may stand between two pieces; `+` and `-`, in which the two alphabets of base64 differ, among it. */
  letters: rule('[^a-z0-9]+', null),
  decodedLetters: rule(`${ESCAPED.source}|${NOTHING.source}|(?:\\\\[^a-z0-9]|[^a-z0-9%&‹\\\\])+|[%&‹\\\\]`, (groups) =>
    lettersOf(decoded(groups)),
  ),
  /** What stands between quotation marks, one after the other. */
  literals: rule(LITERAL.source, ([double, single, back]) => lettersOf(double ?? single ?? back ?? '')),
  hexadecimal: rule(String.raw`\\x|\\u00|0x|&#x0{0,6}|[^a-z0-9]+`, null),
  digits: rule(String.raw`\D+`, null),
} as const;

export type ReadingName = keyof typeof RULES;

/** The text read in one of the ways in which a value is written. */
export function readAs(name: ReadingName, original: string): Reading {
  const rule = RULES[name];
  const { pattern, read } = rule;
  const text =
    read === null
      ? original.replaceAll(pattern, '')
      : original.replaceAll(pattern, (_, ...groups: Groups) => read(groups));
  let runs: readonly Run[] | null = null;
  return {
    text,
    placeOf(start, end) {
      runs ??= runsOf(original, rule);
      return { start: placeAt(runs, start).start, end: placeAt(runs, end - 1).end };
    },
  };
}

export function lettersOf(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]+/g, '');
}

function rule(source: string, read: Rule['read']): Rule {
  return { pattern: new RegExp(source, 'giu'), read };
}

function decoded([hexadecimal, decimal, octal]: Groups): string {
  if (hexadecimal !== undefined) return String.fromCharCode(Number.parseInt(hexadecimal, 16));
  if (decimal !== undefined) return String.fromCharCode(Number(decimal));
  return octal === undefined ? '' : String.fromCharCode(Number.parseInt(octal, 8));
}

type Piece = Place & Readonly<{ said: string }>;

function* piecesOf(text: string, { pattern, read }: Rule): Generator<Piece> {
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > done) yield { start: done, end: match.index, said: text.slice(done, match.index) };
    done = match.index + match[0].length;
    yield { start: match.index, end: done, said: read === null ? '' : read(match.slice(1)) };
  }
  yield { start: done, end: text.length, said: text.slice(done) };
}

/** `at` is where what was read of a place begins. */
type Run = Place & Readonly<{ at: number; length: number }>;

function runsOf(text: string, rule: Rule): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end, said } of piecesOf(text, rule)) {
    if (said === '') continue;
    runs.push({ start, end, at, length: said.length });
    at += said.length;
  }
  return runs;
}

/** One character's place: its own where it was left as it is, else that of all that was read with it. */
function placeAt(runs: readonly Run[], at: number): Place {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const run = runs[low] ?? { start: 0, end: 0, at: 0, length: 0 };
  if (run.end - run.start !== run.length) return run;
  const start = run.start + at - run.at;
  return { start, end: start + 1 };
}
