import { createRepetition, type Repetition } from '../repetition.ts';
import type { Events } from './events.ts';

/** Milliseconds; events come in bursts, and one look after each burst is enough. */
export const QUICK_POLL = 50;

type Watched = Readonly<{
  events: Events;
  session: string;
  onActivity: (what: string) => void;
  stop: AbortSignal | undefined;
}>;

export type Watch = Readonly<{
  lastActivity: () => number;
  /** What one of these sessions repeats; null while none does. */
  repeats: (family: readonly string[]) => string | null;
  /** Resolves at the next sign of life, when the turn is to stop, or when the wait (milliseconds) is over. */
  next: (wait: number) => Promise<void>;
  end: () => void;
}>;

/** Keeps the time of the last sign of life, and wakes the follower when there is one. */
export function watchActivity({ events, session, onActivity, stop }: Watched): Watch {
  const repetitions = new Map<string, Repetition>();
  let last = Date.now();
  let wake = (): void => undefined;
  const wakeNow = (): void => wake();
  stop?.addEventListener('abort', wakeNow);
  const unlisten = events.listen((event) => {
    last = Date.now();
    if (event.activity !== null) onActivity(event.activity);
    if (event.step !== null) {
      const repetition = repetitions.get(event.session) ?? createRepetition();
      repetitions.set(event.session, repetition);
      repetition.add(event.step);
      if (repetition.found() !== null) wake();
    }
    if (event.session === session && event.activity === null) wake();
  });
  const next = (wait: number): Promise<void> =>
    new Promise((resolve) => {
      if (stop?.aborted === true) return resolve();
      const timer = setTimeout(resolve, wait);
      wake = () => {
        clearTimeout(timer);
        setTimeout(resolve, QUICK_POLL);
      };
    });
  return {
    lastActivity: () => last,
    repeats: (family) =>
      family.map((one) => repetitions.get(one)?.found() ?? null).find((loop) => loop !== null) ?? null,
    next,
    end: () => {
      unlisten();
      stop?.removeEventListener('abort', wakeNow);
    },
  };
}
