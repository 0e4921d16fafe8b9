import type { Forge } from '../forge/forge.ts';
import { newestFirst, statusCommentsOf } from './status-comments.ts';

/** Digest of the plan that the status comment written last shows and that waits for approval. */
export async function planOf(forge: Forge, issue: number): Promise<string | null> {
  const [newest] = newestFirst(await statusCommentsOf(forge, issue));
  return newest?.marker.plan ?? null;
}
