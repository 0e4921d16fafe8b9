/** Characters of a token, about. */
const CHARACTERS = 4;

/** Words shorter than this are in too many paths to tell anything. */
const SHORTEST_WORD = 3;

/**
 * The files of a repository as a prompt shows them, one a line: those that the text names, then their neighbours, then those
 * with a word of it in their path, then the rest from the root down. What the budget has no room for is counted.
 */
export function presentFiles(files: readonly string[], text: string, tokens: number): string {
  const shown: string[] = [];
  let room = tokens * CHARACTERS;
  for (const file of byRelevance(files, text)) {
    const line = JSON.stringify(file).slice(1, -1);
    if (line.length + 1 > room) break;
    shown.push(line);
    room -= line.length + 1;
  }
  const left = files.length - shown.length;
  return left === 0 ? shown.join('\n') : [...shown, `[${left} more files are not listed.]`].join('\n');
}

/** All of the files, the most relevant ones first. */
export function byRelevance(files: readonly string[], text: string): readonly string[] {
  const named = new Set(namedIn(files, text));
  const folders = new Set([...named].map(folderOf));
  const words = new Set(wordsOf(text));
  const rank = (file: string): number => {
    if (named.has(file)) return 0;
    return folders.has(folderOf(file)) ? 1 : 2;
  };
  return files
    .map((file) => ({ file, rank: rank(file), words: wordsOf(file).filter((word) => words.has(word)).length }))
    .toSorted(
      (left, right) =>
        left.rank - right.rank ||
        right.words - left.words ||
        depthOf(left.file) - depthOf(right.file) ||
        (left.file < right.file ? -1 : 1),
    )
    .map(({ file }) => file);
}

/** Files whose path stands in the text, or whose name does where only few files have it. */
function namedIn(files: readonly string[], text: string): readonly string[] {
  const words = new Set(text.split(/[^\p{Letter}\p{Number}@._/[\]()+-]+/u).flatMap(spellings));
  return files.filter((file) => words.has(file) || (nameOf(file).includes('.') && words.has(nameOf(file))));
}

/** A word as it stands, and without what only surrounds it. */
function spellings(word: string): readonly string[] {
  const bare = word.replace(/^[([]*(?:\.?\/)*/, '').replace(/[.)\]]+$/, '');
  return [word, bare];
}

/** Words of a text or a path, identifiers taken apart. */
function wordsOf(text: string): readonly string[] {
  const apart = text.replaceAll(/(\p{Lowercase})(\p{Uppercase})/gu, '$1 $2').toLowerCase();
  return [...new Set(apart.match(/\p{Letter}+/gu) ?? [])].filter((word) => word.length >= SHORTEST_WORD);
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function depthOf(file: string): number {
  return file.split('/').length;
}
