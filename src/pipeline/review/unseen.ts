import type { SetAside } from '../../review/batches/batch.ts';
import type { Incomplete } from '../../review/batches/merge.ts';
import type { FileDiff } from '../../workspace/read-diff.ts';
import type { Trees } from '../../workspace/trees.ts';

/** What a pull request changes and its diff does not show. */
export type Unseen = Readonly<{ aside: readonly SetAside[]; incomplete: readonly Incomplete[] }>;

/** Names what the diff is silent about: submodules, and files beyond the length that is read. */
export async function findUnseen(
  trees: Pick<Trees, 'changes'>,
  { base, head, whole }: Readonly<{ base: string; head: string; whole: readonly FileDiff[] }>,
): Promise<Unseen> {
  const seen = new Set(whole.flatMap(({ path, previous }) => [path, previous ?? path]));
  const missing = (await trees.changes(base, head)).filter(({ path }) => !seen.has(path));
  const isSubmodule = (file: (typeof missing)[number]): boolean =>
    file.previousMode === '160000' || (file.status !== 'deleted' && file.mode === '160000');
  const files = missing.filter((file) => !isSubmodule(file)).map(({ path }) => path);
  return {
    aside: missing.filter(isSubmodule).map(({ path }) => ({ path, reason: 'submodule' })),
    incomplete:
      files.length === 0 ? [] : [{ files, because: 'The diff is longer than is read, and they stand at its end.' }],
  };
}
