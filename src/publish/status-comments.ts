import type { Comment, Forge } from '../forge/forge.ts';
import { readMarker, type StatusMarker } from './marker.ts';

export type Marked = Readonly<{ comment: Comment; marker: StatusMarker }>;

/** Milliseconds after which a run whose state the forge does not tell is taken to be over. */
const MAX_AGE = 3_600_000;

/** All status comments of an issue or pull request that the bot wrote, in the forge's order. */
export async function statusCommentsOf(forge: Forge, issue: number): Promise<readonly Marked[]> {
  const comments = await forge.comments(issue);
  const self = await forge.self();
  return comments
    .filter(({ author }) => author === self)
    .flatMap((comment) => {
      const marker = readMarker(comment.body);
      return marker?.kind === 'status' && marker.target === issue ? [{ comment, marker }] : [];
    });
}

/** The same by when they were written, the last first. */
export function newestFirst(marked: readonly Marked[]): readonly Marked[] {
  return marked.toSorted((left, right) => Date.parse(right.marker.updatedAt) - Date.parse(left.marker.updatedAt));
}

/** Whether the run that a status comment belongs to is at work still. */
export async function isAtWork(
  { marker }: Marked,
  { forge, now, maxAge = MAX_AGE }: Readonly<{ forge: Forge; now: () => number; maxAge?: number }>,
): Promise<boolean> {
  if (marker.state === 'ended') return false;
  return (await forge.runIsActive(marker.run)) ?? now() - Date.parse(marker.updatedAt) < maxAge;
}
