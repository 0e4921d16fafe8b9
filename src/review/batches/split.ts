import type { Batch, BatchFile, ReviewFile, SetAside, Split } from './batch.ts';
import { relate, type Sized } from './relate.ts';
import { whySetAside } from './set-aside.ts';
import { showFile } from './show-file.ts';
import { charactersOf, tokensOf } from './tokens.ts';

/**
 * Takes a pull request apart into batches of at most so many tokens each. The same files give the same batches in
 * whatever order they come, and the time is that of reading them once.
 */
export function splitIntoBatches(files: readonly ReviewFile[], budget: Readonly<{ tokens: number }>): Split {
  const room = charactersOf(budget.tokens);
  const aside: SetAside[] = [];
  const shown = new Map<string, BatchFile>();
  const sized: Sized[] = [];
  for (const file of files) {
    const reason = whySetAside(file);
    if (reason !== null) {
      aside.push({ path: file.path, reason });
      continue;
    }
    const one = showFile(file, room);
    shown.set(file.path, one);
    sized.push({ file, size: one.text.length });
  }
  const batches = pack(relate(sized, room), room).map((batch, index): Batch => {
    const inIt = batch.flatMap(({ file }) => shown.get(file.path) ?? []);
    return { number: index + 1, files: inIt, tokens: tokensOf(inIt.map(({ text }) => text).join('')) };
  });
  return { batches, aside: aside.toSorted((one, other) => (one.path < other.path ? -1 : 1)) };
}

/** Groups in their order, as many to a batch as fit: what is near stays near, and no two neighbours would fit into one. */
function pack(groups: readonly (readonly Sized[])[], room: number): readonly (readonly Sized[])[] {
  const batches: Sized[][] = [];
  let left = 0;
  for (const group of groups) {
    const size = group.reduce((sum, one) => sum + one.size, 0);
    if (batches.length === 0 || size > left) {
      batches.push([]);
      left = room;
    }
    batches.at(-1)?.push(...group);
    left -= size;
  }
  return batches;
}
