import { join } from 'node:path';
import type { Agent, Role } from '../agent/agent.ts';
import type { Models } from './models.ts';
import type { Running } from './running.ts';
import type { Site } from './site.ts';

/** An OpenCode that starts beside other work and is ended whether or not anybody asked for it. */
type Server = AsyncDisposable &
  Readonly<{
    start: () => void;
    agent: () => Promise<Agent>;
    /** Ends what is left of it and starts another in its place. */
    renew: () => Promise<Agent>;
  }>;

/** The coder's server and the judges', each with its own home and its own view of the repository. */
export type Servers = AsyncDisposable & Readonly<{ coder: Server; judges: Server }>;

/** Starts the coder's server at once; the judges' waits until the coder is at work. */
export function startServers({ workspace, settings }: Site, models: Models, { deps }: Running): Servers {
  const server = (name: 'coder' | 'judges', role: Role, directory: string): Server =>
    startLater(() => {
      const home = join(deps.run.root, 'agents', name);
      return deps.startAgent({ name, directory, home, settings, access: models.access(role) });
    });
  const coder = server('coder', 'coder', workspace.clone);
  const judges = server('judges', 'reviewer', workspace.snapshot);
  coder.start();
  return {
    coder,
    judges,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([coder, judges].map((one) => one[Symbol.asyncDispose]()));
    },
  };
}

function startLater(start: () => Promise<Agent>): Server {
  let started: Promise<Agent> | null = null;
  const agent = (): Promise<Agent> => (started ??= start());
  const end = async (): Promise<void> => {
    await (await started?.catch(() => null))?.[Symbol.asyncDispose]();
    started = null;
  };
  return {
    // A failure to start is told when the server is asked for.
    start: () => void agent().catch(() => undefined),
    agent,
    renew: async () => {
      await end();
      return await agent();
    },
    [Symbol.asyncDispose]: end,
  };
}
