/** What a proxy lets through at most. */
export type Limits = Readonly<{
  /** Connections at the same time, and in the whole run. */
  atOnce: number;
  inAll: number;
  /** Bytes of the whole run, towards the world and from there. */
  sent: number;
  received: number;
  /** Refusals that are told of; more would only fill memory and log. */
  told: number;
  /** Milliseconds for the first words of a client, and without any word of either side. */
  answer: number;
  silence: number;
}>;

/** What of them is used up. */
export type Spent = { connections: number; sent: number; received: number };

const MEBIBYTE = 1024 * 1024;

/** Package managers send little and receive much. */
export const LIMITS: Limits = {
  atOnce: 128,
  inAll: 20_000,
  sent: 64 * MEBIBYTE,
  received: 16 * 1024 * MEBIBYTE,
  told: 1000,
  answer: 10_000,
  silence: 600_000,
};

/** Which of them is reached, as a part of a sentence; null when none is. */
export function exceeded(spent: Spent, limits: Limits): string | null {
  if (spent.connections > limits.inAll) return `the run has made ${limits.inAll.toLocaleString('en-US')} connections`;
  if (spent.sent > limits.sent) return `the run has sent ${Math.round(limits.sent / MEBIBYTE)} MiB`;
  if (spent.received > limits.received) return `the run has received ${Math.round(limits.received / MEBIBYTE)} MiB`;
  return null;
}
