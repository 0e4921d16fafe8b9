/** Two descriptions of one defect share at least so much of their words: twice the shared ones over all of both. */
const SIMILAR = 0.6;

const LITTLE = new Set(
  'a an and any are as at be been but by can does for from has have if in into is it its no not of on only or so than that the their then there these this to was when where which while will with without would'.split(
    ' ',
  ),
);
/** Fewer words than this say too little to be compared by what they share. */
const FEWEST = 2;

/** What is compared of a description of a defect: its words, and the names of code among them. */
export type Gist = Readonly<{ words: ReadonlySet<string>; names: ReadonlySet<string> }>;

/** Files are compared as files, not as words. */
const FILE = /[\w./-]*\/[\w.-]+\.\w{1,8}(?::\d+)?/g;

export function gistOf(description: string): Gist {
  const text = description.replaceAll(FILE, ' ');
  const names = [...text.matchAll(/`([^`\n]{1,80})`|\b([a-z]+[A-Z]\w*|\w+_\w+|\w+(?=\(\)))/g)].map(([, code, bare]) =>
    wordsOf(code ?? bare ?? '').join(' '),
  );
  return {
    words: new Set(
      wordsOf(text)
        .filter((word) => !LITTLE.has(word))
        .map(stem),
    ),
    names: new Set(names),
  };
}

/** Whether two descriptions tell of one defect. Where both name code and none of it is the same, they do not. */
export function isSimilar(one: Gist, other: Gist): boolean {
  if (one.names.size > 0 && other.names.size > 0 && one.names.isDisjointFrom(other.names)) return false;
  const fewest = Math.min(one.words.size, other.words.size);
  const shared = one.words.intersection(other.words).size;
  if (fewest < FEWEST) return shared === fewest && one.words.size === other.words.size && fewest > 0;
  return (2 * shared) / (one.words.size + other.words.size) >= SIMILAR;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

/** English endings that change no meaning here: `handles`, `handled` and `handling` are one. */
function stem(word: string): string {
  const bare = word.replace(/(?:ing|ed|es|s)$/, '');
  return bare.length >= 3 ? bare.replace(/e$/, '') : word;
}
