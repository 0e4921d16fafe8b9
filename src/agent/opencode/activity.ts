import type { Events } from './events.ts';

/** Milliseconds; events come in bursts, and one look after each burst is enough. */
export const QUICK_POLL = 50;

type Watched = Readonly<{ events: Events; session: string; onActivity: (what: string) => void }>;

export type Watch = Readonly<{ lastActivity: () => number; next: (wait: number) => Promise<void>; stop: () => void }>;

/** Keeps the time of the last sign of life, and wakes the follower when there is one. */
export function watchActivity({ events, session, onActivity }: Watched): Watch {
  let last = Date.now();
  let wake = (): void => undefined;
  const stop = events.listen((event) => {
    last = Date.now();
    if (event.activity !== null) onActivity(event.activity);
    if (event.session === session && event.activity === null) wake();
  });
  const next = (wait: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      wake = () => {
        clearTimeout(timer);
        setTimeout(resolve, QUICK_POLL);
      };
    });
  return { lastActivity: () => last, next, stop };
}
