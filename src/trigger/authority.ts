import type { Actor, Invocation } from './trigger.ts';

/**
 * Who let what happen, by which event. A person's word holds for the very content that was there when they gave it, and is
 * void for every other.
 */
export type Authority = Readonly<{
  /** Its id is for good; a login may be somebody else's tomorrow. */
  actor: Actor;
  event: Invocation['event'];
  /** Digest of the content: a commit, a tree, a plan, or a sha256. */
  content: string;
}>;

/** Null where nobody gave a word, as with a schedule. */
export function authorityOver(
  content: string,
  { actor, event }: Pick<Invocation, 'actor' | 'event'>,
): Authority | null {
  return actor === null ? null : { actor, event, content };
}
