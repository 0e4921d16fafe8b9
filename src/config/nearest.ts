/** The word that is most like another, null where none is like it: at most two letters, or a third of them, differ. */
export function nearest(word: string, words: readonly string[]): string | null {
  const [best] = words
    .map((one) => ({ one, distance: distanceBetween(word.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, distance }) => distance <= Math.max(2, Math.floor(Math.max(one.length, word.length) / 3)))
    .toSorted((a, b) => a.distance - b.distance);
  return best?.one ?? null;
}

/** Levenshtein's distance: insertions, deletions and replacements of one character. */
function distanceBetween(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, character] of Array.from(one).entries()) {
    const current = [row + 1];
    for (const [column, wanted] of Array.from(other).entries()) {
      const replaced = (previous[column] ?? 0) + (character === wanted ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
