/** A part of a text, from one character up to another. */
export type Span = Readonly<{ start: number; end: number }>;

/** What decides whether a backtick opens code: escapes, runs of backticks, and what may hold a backtick of its own. */
const TELLING = /\\[\s\S]|`+|<|\]\(|www\.|(?:https?|ftp):\/\//gi;
/** Tags, link targets and bare addresses in which nothing needs a second look. */
const PLAIN_TAG = /<[^<>`"']*>/y;
const PLAIN_TARGET = /\]\(\s{0,100}[^()`\s]*(?:\s{1,100}(?:"[^"`]*"|'[^'`]*'))?\s{0,100}\)/y;
const ADDRESS = /[^\s<]*/y;
/** Longer runs are no delimiters on GitHub. */
const LONGEST_RUN = 80;

/**
 * The code spans in a piece of text without blocks, in linear time. From the first place on where readers of Markdown may
 * differ (a backtick in a tag, a link's target or a bare address, a pipe in code) nothing more is taken for code.
 */
export function codeSpans(text: string, { start, end }: Span): readonly Span[] {
  const part = text.slice(start, end);
  const closer = createCloser(part);
  const isDoubtful = createDoubt(part);
  const lastTick = part.lastIndexOf('`');
  const spans: Span[] = [];
  const telling = new RegExp(TELLING);
  for (let at = telling.exec(part); at !== null && at.index <= lastTick; at = telling.exec(part)) {
    const { index, 0: found } = at;
    if (!found.startsWith('`')) {
      const next = isDoubtful(index, found);
      if (next === null) break;
      telling.lastIndex = next;
      continue;
    }
    const close = closer(index, found.length);
    if (close === null) continue;
    telling.lastIndex = close + found.length;
    if (
      part
        .slice(index, telling.lastIndex)
        .replaceAll(String.raw`\|`, '')
        .includes('|')
    )
      break;
    spans.push({ start: start + index, end: start + telling.lastIndex });
  }
  return spans;
}

/** Where the run of backticks starts that closes one, null when nothing does. */
function createCloser(part: string): (index: number, length: number) => number | null {
  const runs = new Map<number, number[]>();
  for (const { index, 0: run } of [...part.matchAll(/`+/g)].toReversed()) {
    const starts = runs.get(run.length);
    if (starts === undefined) runs.set(run.length, [index]);
    else starts.push(index);
  }
  return (index, length) => {
    const ahead = length > LONGEST_RUN ? [] : (runs.get(length) ?? []);
    while ((ahead.at(-1) ?? Infinity) <= index) ahead.pop();
    return ahead.at(-1) ?? null;
  };
}

/** Where to read on behind what is no backtick, null where nothing more is certain. */
function createDoubt(part: string): (index: number, found: string) => number | null {
  const [lastAngle, lastParenthesis] = [part.lastIndexOf('>'), part.lastIndexOf(')')];
  let addressEnd = 0;
  return (index, found) => {
    if (found.startsWith('\\')) return index + found.length;
    if (found === '<') {
      if (!/[a-z/!?]/i.test(part[index + 1] ?? '')) return index + 1;
      return endOf(PLAIN_TAG, part, index) ?? (lastAngle > index ? null : index + 1);
    }
    if (found === '](') return endOf(PLAIN_TARGET, part, index) ?? (lastParenthesis > index ? null : index + 2);
    if (index >= addressEnd) {
      addressEnd = endOf(ADDRESS, part, index) ?? index;
      if (part.slice(index, addressEnd).includes('`')) return null;
    }
    return index + found.length;
  };
}

function endOf(pattern: RegExp, text: string, index: number): number | null {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = index;
  const found = sticky.exec(text);
  return found === null ? null : index + found[0].length;
}
