import { freePort } from './free-port.ts';
import { launch } from './launch.ts';
import { createMark, endMarked, MARK } from './marked-processes.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * No confinement but a clean environment, a process group of its own and an end for everything that was started:
 * programs run as the runner's user and can read what that user can read. No two sandboxes may have the same `mark`.
 */
export function createNoSandbox(mark: string = createMark()): Sandbox {
  let started = 0;
  return {
    kind: 'none',
    description: NOT_CONFINED,
    start: (program) => {
      started += 1;
      const own = `${mark}.${started}.`;
      const { file, args, cwd, env } = program;
      return launch(program, {
        command: { file, args, cwd, env: { ...env, [MARK]: own } },
        end: () => endMarked(own),
      });
    },
    sweep: (spare = []) => endMarked(`${mark}.`, spare),
    lend: async () => async () => undefined,
    pause: async () => new AsyncDisposableStack(),
    openPort: freePort,
    [Symbol.asyncDispose]: () => endMarked(`${mark}.`),
  };
}

export const NOT_CONFINED =
  'Not confined: the agent, setup and checks ran as the runner’s user, with an environment of their own and without any GitHub credential in it.';
