import type { Fault } from '../agent.ts';
import type { Watch } from './activity.ts';

export type Limits = Readonly<{
  /** Milliseconds since the epoch. */
  deadline: number;
  /** Milliseconds of silence. */
  idleTimeout: number;
  stop: AbortSignal | undefined;
}>;

/** Why a turn must end now, by what happens and not by what anybody promises; null while it may go on. */
export function limitReached(limits: Limits, watch: Watch, family: readonly string[]): Fault | null {
  const now = Date.now();
  if (limits.stop?.aborted === true) return stopReason(limits.stop);
  if (now >= limits.deadline) return outOfTime();
  const loop = watch.repeats(family);
  if (loop !== null) return repeated(loop);
  return now - watch.lastActivity() < limits.idleTimeout ? null : silent(limits.idleTimeout);
}

export function outOfTime(): Fault {
  return { category: 'timeout', message: 'The time of the run was used up during a turn.' };
}

export function silent(idleTimeout: number): Fault {
  return {
    category: 'stalled',
    message: `Nothing was heard of the agent for ${Math.round(idleTimeout / 1000)} seconds.`,
  };
}

export function repeated(loop: string): Fault {
  return { category: 'stalled', message: `The agent went round in circles: ${loop}.` };
}

/** The Fault that a turn's signal was aborted with. */
export function stopReason(stop: AbortSignal): Fault {
  const reason: unknown = stop.reason;
  return isFault(reason) ? reason : { category: 'cancelled', message: 'The turn was stopped.' };
}

function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'category' in value && 'message' in value;
}
