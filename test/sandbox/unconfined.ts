import { createNoSandbox } from '../../src/sandbox/none.ts';
import type { Sandboxes } from '../../src/sandbox/sandboxes.ts';

/** Sandboxes for tests of what happens in them, whatever confines it. */
export const unconfined: Sandboxes = {
  confine: async () => ({ kind: 'none', network: 'open', description: createNoSandbox().description }),
  open: () => undefined,
  create: async () => createNoSandbox(),
};
