import type { Forge } from '../../forge/forge.ts';
import { readMarker } from '../marker.ts';

/** Whether the bot's own review with this id stands on the pull request, as a review or as the comment that took its place. */
export async function isReviewPosted(
  forge: Pick<Forge, 'self' | 'reviews' | 'comments'>,
  { pullRequest, id }: Readonly<{ pullRequest: number; id: string }>,
): Promise<boolean> {
  const [reviews, comments] = [await forge.reviews(pullRequest), await forge.comments(pullRequest)];
  const self = await forge.self();
  return [...reviews, ...comments].some(({ author, body }) => {
    const marker = author === self ? readMarker(body) : null;
    return marker?.kind === 'review' && marker.id === id;
  });
}
