import type { Actor, Invocation } from './trigger.ts';

/**
 * Who let what happen, by which event. A person's word holds for the very content that was there when they gave it, and is
 * void for every other.
 */
export type Authority = Readonly<{
  /** Its id is for good; a login may be somebody else's tomorrow. Null for a schedule. */
  actor: Actor | null;
  event: Invocation['event'];
  /** Digest of the content: a commit, a tree, or a sha256. */
  content: string;
}>;

export function authorityOver(content: string, { actor, event }: Invocation): Authority {
  return { actor, event, content };
}
