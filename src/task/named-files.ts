/** Words as they can be paths; one class, so that no text makes the search slow. */
const PATH_LIKE = /[\w@.+/-]+/g;
const QUOTED = /`([^`\n]{1,200})`/g;
const LONGEST = 1000;
/** What stands before a path in an address of a file on the forge. */
const ADDRESS = /\/(?:blob|blame|tree|raw)\/[^/]+\//;

/**
 * Paths of existing files that stand in a text: a word with a dot or a slash in it, or anything in backticks, is compared
 * with the files as it is, and an address of a file on the forge by what stands behind its branch.
 */
export function namedFiles(text: string, files: ReadonlySet<string>): readonly string[] {
  const words = (text.match(PATH_LIKE) ?? [])
    .filter((word) => word.length <= LONGEST && /[./]/.test(word))
    .map((word) => word.replace(/[.-]+$/, ''));
  const quoted = [...text.matchAll(QUOTED)].map(([, word = '']) => word.trim());
  const found = [...words, ...quoted].flatMap((word) => {
    const behind = word.split(ADDRESS)[1];
    return [word, behind ?? word].map((name) => name.replace(/^\.?\/+/, '')).filter((path) => files.has(path));
  });
  return [...new Set(found)].toSorted();
}
