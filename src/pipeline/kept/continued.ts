import type { Invocation } from '../../trigger/trigger.ts';
import type { SavedState } from './saved-state.ts';

/**
 * A run that was cut off is the same run again, so what was only to be planned is not worked by, and what was approved needs
 * no second word. Where there is no work to go on with, what was to be planned is planned.
 */
export function commandOf(
  command: 'retry' | 'approve',
  { ended, invocation: { command: asked } }: Pick<SavedState, 'ended' | 'invocation'>,
  { replays, head }: Readonly<{ replays: boolean; head: string | null }>,
): Invocation['command'] {
  if (command === 'approve') return command;
  if (replays || ended === 'planned' || asked === 'plan') return asked;
  if (head !== null) return command;
  return asked === 'approve' ? 'auto' : asked;
}

function asOfThen(event: Invocation['event'], then: string | null): Invocation['event'] {
  return then !== null && (event.at === null || Date.parse(then) < Date.parse(event.at))
    ? { ...event, at: then }
    : event;
}

/** What was asked for then, by whom and how it is gone on with now. */
export function continued(
  invocation: Invocation,
  { invocation: asked }: Pick<SavedState, 'invocation'>,
  { command, replays }: Readonly<{ command: Invocation['command']; replays: boolean }>,
): Invocation {
  const { target } = invocation;
  const isSame =
    target.kind === 'pull-request' && asked.target.kind === 'pull-request' && target.number === asked.target.number;
  return {
    ...invocation,
    command,
    // What was written around it since was not asked for then.
    event: replays ? asOfThen(invocation.event, asked.event.at) : invocation.event,
    instruction: asked.instruction,
    // Which checks count is for whoever asks now to say.
    options: { ...withoutChecks(asked.options), ...invocation.options },
    thread: asked.thread,
    // The words are those of then, the commits those of now.
    target:
      isSame && asked.target.kind === 'pull-request' ? { ...asked.target, snapshot: target.snapshot } : asked.target,
  };
}

function withoutChecks(options: Invocation['options']): Invocation['options'] {
  const { checks, ...others } = options;
  return checks === undefined ? options : others;
}
