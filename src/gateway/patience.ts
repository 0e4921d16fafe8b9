import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds before a failed request is tried again, where the provider names no time. */
const BACK_OFF = 1000;
/** A provider that asks for more is not waited for; milliseconds. */
export const LONGEST_WAIT = 60_000;

/**
 * Milliseconds to wait before the one retry of a request; null when it is not worth it: the provider asks for longer than
 * is waited for, or the run would be over before.
 */
export function waitBeforeRetry(
  asked: number | null,
  { deadline, patience }: Readonly<{ deadline: number; patience: number }>,
): number | null {
  const wait = asked ?? BACK_OFF;
  return wait > patience || Date.now() + wait >= deadline ? null : wait;
}

/** Resolves to false when nobody waits for the answer any more. */
export async function waited(wait: number, signal: AbortSignal): Promise<boolean> {
  return await sleep(wait, true, { signal }).catch(() => false);
}

/** `about 1 h`, `90 s`. */
export function inWords(wait: number): string {
  const seconds = Math.ceil(wait / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `about ${Math.round(seconds / 60)} min` : `about ${Math.round(seconds / 3600)} h`;
}
