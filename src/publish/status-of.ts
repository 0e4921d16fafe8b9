import type { Forge } from '../forge/forge.ts';
import { readMarker, type StatusMarker } from './marker.ts';

/** The marker of the status comment that the bot wrote on an issue or pull request last, null when there is none. */
async function statusOf(forge: Forge, issue: number): Promise<StatusMarker | null> {
  const comments = await forge.comments(issue);
  const self = await forge.self();
  const markers = comments.flatMap(({ author, body }) => {
    const marker = author === self ? readMarker(body) : null;
    return marker?.kind === 'status' && marker.target === issue ? [marker] : [];
  });
  return markers.toSorted((left, right) => Date.parse(right.updatedAt) - Date.parse(left.updatedAt))[0] ?? null;
}

/** Digest of the plan that the status comment shows and that waits for approval. */
export async function planOf(forge: Forge, issue: number): Promise<string | null> {
  return (await statusOf(forge, issue))?.plan ?? null;
}
