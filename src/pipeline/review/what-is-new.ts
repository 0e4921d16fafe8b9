import { readChanges, type ReviewTrees } from '../../review/batches/changed-files.ts';
import type { Redactor } from '../../text/redact.ts';
import type { FileDiff } from '../../workspace/read-diff.ts';
import type { Trees } from '../../workspace/trees.ts';
import type { ReviewState } from './review-state.ts';

export type News = Readonly<{
  files: readonly FileDiff[];
  /** What was set aside and is as it was: no news, and named again, unless it is no longer to be set aside. */
  aside: readonly FileDiff[];
  /** Commit since which they are new; null when they are the whole pull request. */
  since: string | null;
}>;

type Earlier = Pick<ReviewState, 'commit' | 'base' | 'incomplete' | 'aside'>;

/**
 * What of a pull request nobody has reviewed: all of it at first, later what changed in its files since the last reviewed
 * commit, and whole the files that no reviewer was shown then, wherever they are now. What the branch took over from its
 * base meanwhile is none of its own.
 */
export async function findNews(
  trees: ReviewTrees & Pick<Trees, 'mergeBase'>,
  given: Readonly<{
    target: string;
    head: string;
    whole: readonly FileDiff[];
    earlier: Earlier | null;
    redact: Redactor;
  }>,
): Promise<News> {
  const { target, head, whole, earlier, redact } = given;
  const all: News = { files: whole, aside: [], since: null };
  if (earlier === null || earlier.aside === null) return all;
  const { commit } = earlier;
  // After a rewritten branch the commit may be nowhere, or have nothing to do with what is there now.
  const base = (await trees.mergeBase(commit, head)) === null ? null : await trees.mergeBase(target, commit);
  // A pull request with another base, or one that was set back, shows what it did not show then.
  if (base !== earlier.base) return all;
  const before = await readChanges(trees, base, commit);
  const own = new Set([...whole, ...before].map(({ path }) => path));
  const news = commit === head ? [] : await readChanges(trees, commit, head);
  const fresh = new Map(news.map((file) => [file.path, file]));
  const shown = new Map(before.map((file) => [file.path, JSON.stringify(file)]));
  const isLost = among(
    earlier.incomplete.flatMap(({ files }) => files),
    redact,
  );
  const wasAside = among(
    earlier.aside.map(({ path }) => path),
    redact,
  );
  // Of a file that nobody read, a move, an edit or a mark that is taken away show next to nothing.
  const isUnread = ({ path }: FileDiff): boolean =>
    [path, fresh.get(path)?.previous ?? path].some((at) => isLost(at) || wasAside(at));
  const isSame = (file: FileDiff): boolean => !fresh.has(file.path) && shown.get(file.path) === JSON.stringify(file);
  const isStillAside = (file: FileDiff): boolean => isSame(file) && wasAside(file.path) && !isLost(file.path);
  // A file that stays as it was and differs otherwise from a newer base, such as one that lost what came from there.
  const isOther = (file: FileDiff): boolean => !fresh.has(file.path) && !isSame(file);
  const entire = whole.filter((file) => !isStillAside(file) && (isUnread(file) || isOther(file)));
  const inEntire = new Set(entire.map(({ path }) => path));
  return {
    files: [...entire, ...news.filter(({ path }) => own.has(path) && !inEntire.has(path))],
    aside: whole.filter(isStillAside),
    since: commit,
  };
}

/** Whether a path is one of those that were kept. Kept paths are redacted, so one that looks like a token is not as it was. */
function among(kept: readonly string[], redact: Redactor): (path: string) => boolean {
  const paths = new Set(kept);
  return (path) => paths.has(path) || paths.has(redact(path));
}
