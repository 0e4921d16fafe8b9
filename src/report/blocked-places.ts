import type { Blocked } from '../gateway/messages.ts';

/** One place that the confined network did not let through, for one reason. */
export type BlockedPlace = Blocked & Readonly<{ times: number }>;

/** The same with one more of them. */
export function withBlocked(places: readonly BlockedPlace[], { host, port, reason }: Blocked): readonly BlockedPlace[] {
  const at = places.findIndex((place) => place.host === host && place.port === port && place.reason === reason);
  const known = places[at];
  return known === undefined
    ? [...places, { host, port, reason, times: 1 }]
    : places.with(at, { ...known, times: known.times + 1 });
}
