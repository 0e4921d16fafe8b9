import { findMisfits } from '../../guard/final-tree.ts';
import type { GuardedChange, HeldBack } from '../../guard/guard.ts';
import { LIMITS } from '../../hand-over/manifest.ts';
import type { Change, ChangedFile } from '../../workspace/change.ts';
import type { TreeFile } from '../../workspace/tree.ts';

/** A change as it is divided for the publishing job. */
export type Divided = Readonly<{ files: readonly ChangedFile[]; heldBack: readonly HeldBack[] }>;

/**
 * What goes along: what may be published, and what a person may accept, which the publishing job's guard holds back by
 * itself and keeps for that. Only what has content was searched for credentials; everything else is named and stays here.
 */
export function divide(
  { files: all }: Pick<Change, 'files'>,
  { change, heldBack }: GuardedChange,
  base: readonly TreeFile[],
): Divided {
  const acceptable = new Set<string>(heldBack.flatMap(({ path, content }) => (content === null ? [] : [path])));
  const offered = all.filter(({ path }) => acceptable.has(path));
  const files = bounded(change.files, placed(change.files, offered, base));
  const along = new Set<string>(files.map(({ path }) => path));
  return { files, heldBack: heldBack.filter(({ path }) => !along.has(path)) };
}

/** What stays here may leave others without a place in the tree that is handed over, which no job could then make. */
function placed(
  passed: readonly ChangedFile[],
  offered: readonly ChangedFile[],
  base: readonly TreeFile[],
): readonly ChangedFile[] {
  const misfits = findMisfits([...passed, ...offered], base).filter(({ rule }) => rule !== 'name-collision');
  const unplaced = new Set<string>(misfits.map(({ file }) => file.path));
  const rest = offered.filter(({ path }) => !unplaced.has(path));
  return rest.length === offered.length ? offered : placed(passed, rest, base);
}

/** What may be published goes first: a hand-over that is too large is refused as a whole. */
function bounded(passed: readonly ChangedFile[], offered: readonly ChangedFile[]): readonly ChangedFile[] {
  const files = [...passed, ...offered];
  const bytes = files.reduce((sum, file) => sum + (file.status === 'deleted' ? 0 : file.size), 0);
  return files.length > LIMITS.files || bytes > LIMITS.contents ? passed : files;
}
