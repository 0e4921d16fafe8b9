import { Failure } from '../failure.ts';
import type { Sandbox } from './sandbox.ts';

/** What a run that is stopped from outside says. */
export function cancelled(): Failure {
  return new Failure('cancelled', 'The run was cancelled.', {
    hint: 'What was done before is kept; run again when you are ready.',
  });
}

/**
 * A sandbox that ends with the signal: everything that was started in it is killed, and nothing can be started any more (a
 * Failure with code `cancelled`).
 */
export function stoppable(sandbox: Sandbox, signal: AbortSignal): Sandbox {
  signal.addEventListener('abort', () => void sandbox.sweep(), { once: true });
  return {
    ...sandbox,
    start(program) {
      if (signal.aborted) throw cancelled();
      return sandbox.start(program);
    },
  };
}
