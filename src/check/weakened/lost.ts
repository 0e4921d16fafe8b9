import type { TestLine } from './test-lines.ts';

/** A definition of a test with the file it stands or stood in. */
export type Definition = Readonly<{ path: string; line: TestLine }>;

/**
 * Definitions that were removed and that nothing added answers: first those of the same name in the same file, then in any
 * file, then those of a similar name in the same file. Each that was added answers one.
 */
export function lostDefinitions(removed: readonly Definition[], added: readonly Definition[]): readonly Definition[] {
  const here = unanswered({ removed, added }, ({ path, name }) => (name === '' ? null : `${path}\0${name}`));
  const anywhere = unanswered(here, ({ name }) => (name === '' ? null : name));
  const files = Map.groupBy(anywhere.added, ({ path }) => path);
  return anywhere.removed.filter((definition) => {
    const near = files.get(definition.path) ?? [];
    const at = near.findIndex((one) => isSimilar(one.line.defines ?? '', definition.line.defines ?? ''));
    if (at !== -1) near.splice(at, 1);
    return at === -1;
  });
}

type Sides = Readonly<{ removed: readonly Definition[]; added: readonly Definition[] }>;

/** What is left of both sides when each that was added has answered one with the same key; null is answered by none. */
function unanswered(
  { removed, added }: Sides,
  keyOf: (names: Readonly<{ path: string; name: string }>) => string | null,
): Sides {
  const key = ({ path, line }: Definition): string | null => keyOf({ path, name: line.defines ?? '' });
  const pool = Map.groupBy(added, key);
  const answers = new Set<Definition>();
  const lost = removed.filter((definition) => {
    const wanted = key(definition);
    const answer = wanted === null ? undefined : pool.get(wanted)?.shift();
    if (answer !== undefined) answers.add(answer);
    return answer === undefined;
  });
  return { removed: lost, added: added.filter((definition) => !answers.has(definition)) };
}

/** Half of the words are common. Without names the number of definitions has to do. */
function isSimilar(one: string, other: string): boolean {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  if (left.size === 0 || right.size === 0) return left.size === right.size;
  return (2 * left.intersection(right).size) / (left.size + right.size) >= 0.5;
}

/** Words of a sentence, and of `snake_case` and `camelCase`. */
function wordsOf(name: string): ReadonlySet<string> {
  const spaced = name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, ' ').replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  return new Set(
    spaced
      .toLowerCase()
      .split(' ')
      .filter((word) => word !== ''),
  );
}
