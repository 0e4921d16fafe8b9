import type { Comparison, Forge } from '../../forge/forge.ts';
import { subjectOf } from '../../publish/commit-message.ts';
import { OWN_BRANCHES, type Place } from '../../publish/place.ts';
import type { SavedState } from './saved-state.ts';

/** The API lists no more commits of a comparison. */
const MOST_COMMITS = 250;

type Given = Readonly<{
  forge: Pick<Forge, 'compare' | 'self'>;
  place: Place;
  /** A run with the same model keys wrote the state. */
  signed: boolean;
  /** Commit of the checkout. */
  checkedOut: string;
}>;

/**
 * Why what a run had finished cannot be brought back onto the branch, in a sentence; null when it can. What is brought
 * back are whole trees, so commits of others since then would be undone by them. And work is judged against the commit that
 * the state names: without a signature that has to be one which is on the base branch already, or whatever stands between
 * the two would be judged by nobody.
 */
export async function whyNotReplayed(
  state: Pick<SavedState, 'fork' | 'head'>,
  { forge, place, signed, checkedOut }: Given,
): Promise<string | null> {
  const base = place.pullRequest?.base.sha ?? checkedOut;
  // On a person's branch work is judged against what stands there, with or without any state.
  const isHead = state.fork === place.head && !place.branch.startsWith(OWN_BRANCHES);
  if (!signed && !isHead && state.fork !== base && !(await forge.compare(state.fork, base)).descends)
    return 'What the run before had finished is based on a commit that is not on the base branch, so it was done anew.';
  if (place.head === null || place.head === state.head) return null;
  const { descends, commits } = await forge.compare(state.head ?? state.fork, place.head);
  const self = await forge.self();
  const isOurs = areOurs(commits, place, self);
  if (descends && isOurs) return null;
  return 'Somebody else committed to the branch since the run before, so what that had finished is not brought back over it; the work goes on from the branch as it is.';
}

/** With the token of a person nobody can tell whose the commits are, and other workflows commit with that of this one. */
function areOurs(commits: Comparison['commits'], { pullRequest }: Place, self: string): boolean {
  const title = pullRequest?.author === self ? subjectOf(pullRequest.title) : commits[0]?.subject;
  return (
    self.endsWith('[bot]') &&
    commits.length < MOST_COMMITS &&
    commits.every(({ author, subject }) => author === self && subject === title)
  );
}
