import { readChanges, type ReviewTrees } from '../../review/batches/changed-files.ts';
import type { FileDiff } from '../../workspace/read-diff.ts';
import type { Trees } from '../../workspace/trees.ts';
import type { ReviewState } from './review-state.ts';

export type News = Readonly<{
  files: readonly FileDiff[];
  /** Commit since which they are new; null when they are the whole pull request. */
  since: string | null;
}>;

/**
 * What of a pull request nobody has reviewed: all of it at first, later what changed in its files since the last reviewed
 * commit, and the files that were not reviewed then. What the branch took over from its base meanwhile is none of its own.
 */
export async function findNews(
  trees: ReviewTrees & Pick<Trees, 'mergeBase'>,
  given: Readonly<{
    target: string;
    head: string;
    whole: readonly FileDiff[];
    earlier: Pick<ReviewState, 'commit' | 'base' | 'incomplete'> | null;
  }>,
): Promise<News> {
  const { target, head, whole, earlier } = given;
  const all: News = { files: whole, since: null };
  if (earlier === null) return all;
  const { commit } = earlier;
  // After a rewritten branch the commit may be nowhere, or have nothing to do with what is there now.
  const base = (await trees.mergeBase(commit, head)) === null ? null : await trees.mergeBase(target, commit);
  // A pull request with another base, or one that was set back, shows what it did not show then.
  if (base !== earlier.base) return all;
  const before = await readChanges(trees, base, commit);
  const own = new Set([...whole, ...before].map(({ path }) => path));
  const unread = new Set(earlier.incomplete.flatMap(({ files }) => files));
  const news = commit === head ? [] : await readChanges(trees, commit, head);
  // A file that stays as it was and differs otherwise from a newer base, such as one that lost what came from there.
  const shown = new Map(before.map((file) => [file.path, JSON.stringify(file)]));
  const fresh = new Set(news.map(({ path }) => path));
  const isOther = (file: FileDiff): boolean => !fresh.has(file.path) && shown.get(file.path) !== JSON.stringify(file);
  const files = [
    ...whole.filter((file) => unread.has(file.path) || isOther(file)),
    ...news.filter(({ path }) => own.has(path) && !unread.has(path)),
  ];
  return { files, since: commit };
}
