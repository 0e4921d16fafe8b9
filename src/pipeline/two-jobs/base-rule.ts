import type { Forge } from '../../forge/forge.ts';
import { refused } from '../../hand-over/refusal.ts';
import type { Place } from '../../publish/place.ts';

/**
 * How the base of a hand-over stands to what the event and the forge say:
 * - `current`: the head of the branch that is published on; where there is none yet, the commit that the workflow runs on,
 *   or the head of the base branch.
 * - `earlier`: an ancestor of it. Commits arrived meanwhile, or the work goes on from an older state. It is published, and
 *   never as verified: who may choose an old commit chooses its checks with it.
 */
export type Standing = 'current' | 'earlier';

/** Throws where the branch does not have the commit behind it: then it is nobody's to publish on. */
export async function standingOf(
  base: string,
  { forge, place, runsOn }: Readonly<{ forge: Forge; place: Place; /** The workflow's own commit. */ runsOn: string }>,
): Promise<Standing> {
  const head = place.head ?? (await forge.branchHead(place.base));
  if (head === null) throw refused('wrong-base', `there is no branch ${place.base}.`);
  if (base === head) return 'current';
  if (!(await forge.compare(base, head)).descends)
    throw refused('wrong-base', `${place.head === null ? place.base : place.branch} does not have the commit ${base}.`);
  return place.head === null && base === runsOn ? 'current' : 'earlier';
}
