import type { Forge } from '../forge/forge.ts';
import type { ShownPlan } from './marker.ts';
import { newestFirst, statusCommentsOf } from './status-comments.ts';

/** The plan that the status comment written last shows and that waits for approval. */
export async function planOf(forge: Forge, issue: number): Promise<ShownPlan | null> {
  const [newest] = newestFirst(await statusCommentsOf(forge, issue));
  return newest?.marker.plan ?? null;
}
