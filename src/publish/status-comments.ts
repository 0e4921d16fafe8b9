import type { Comment, Forge } from '../forge/forge.ts';
import { readMarker, type Marker, type StatusMarker } from './marker.ts';

export type Marked = Readonly<{ comment: Comment; marker: StatusMarker }>;

/** Milliseconds after which a run whose state the forge does not tell is taken to be over. */
const MAX_AGE = 3_600_000;

/** All status comments of an issue or pull request that the bot wrote, in the forge's order. */
export async function statusCommentsOf(forge: Forge, issue: number): Promise<readonly Marked[]> {
  const own = await ownComments(forge, issue);
  return own.flatMap(({ comment, marker }) =>
    marker.kind === 'status' && marker.target === issue ? [{ comment, marker }] : [],
  );
}

/** Every comment that the bot wrote there itself and marked. */
export async function ownComments(
  forge: Forge,
  issue: number,
): Promise<readonly Readonly<{ comment: Comment; marker: Marker }>[]> {
  const comments = await forge.comments(issue);
  const self = await forge.self();
  return comments.flatMap((comment) => {
    const marker = comment.author === self ? readMarker(comment.body) : null;
    return marker === null ? [] : [{ comment, marker }];
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
