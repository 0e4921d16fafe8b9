import type { Authority } from '../trigger/authority.ts';

/** A person's word as it is written down where it was given for something that stays. */
export type Signature = Readonly<{ by: string; id: number; at: string }>;

export function signatureOf({ actor }: Authority, at: Date): Signature {
  return { by: actor.login, id: actor.id, at: at.toISOString() };
}
