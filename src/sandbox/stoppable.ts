import { Failure } from '../failure.ts';
import { createNoSandbox } from './none.ts';
import type { Sandbox } from './sandbox.ts';

/** What a run that is stopped from outside says. */
export function cancelled(): Failure {
  return new Failure('cancelled', 'The run was cancelled.', {
    hint: 'What was done before is kept; run again when you are ready.',
  });
}

/**
 * Makes the sandboxes of a run, which end with the signal: everything that was started in them is killed, and nothing can
 * be started any more (a Failure with code `cancelled`). The marks of their processes begin with the run's.
 */
export function createSandboxes(signal: AbortSignal, mark: string): () => Sandbox {
  let made = 0;
  return () => {
    made += 1;
    const sandbox = createNoSandbox(`${mark}.${made}`);
    signal.addEventListener('abort', () => void sandbox.sweep(), { once: true });
    return {
      ...sandbox,
      start(program) {
        if (signal.aborted) throw cancelled();
        return sandbox.start(program);
      },
    };
  };
}
