import { join } from 'node:path';
import type { Agent } from '../../agent/agent.ts';
import type { ServerName } from '../../agent/server-of.ts';
import type { Running } from '../running.ts';
import type { Site } from '../site/site.ts';
import type { Models } from './models.ts';

/** An OpenCode that starts beside other work and is ended whether or not anybody asked for it. */
type Server = AsyncDisposable &
  Readonly<{
    start: () => void;
    agent: () => Promise<Agent>;
    /** Ends what is left of that agent and starts another in its place, once for all that had it. */
    renew: (gone: Agent | null) => Promise<Agent>;
  }>;

/** The coder's server and the judges', each with its own home and its own view of the repository. */
export type Servers = AsyncDisposable & Readonly<{ coder: Server; judges: Server }>;

/** Both servers; neither runs before it is started or asked for. */
export function startServers(
  { workspace, settings }: Pick<Site, 'workspace' | 'settings'>,
  models: Models,
  { deps }: Running,
): Servers {
  const server = (name: ServerName, directory: string): Server =>
    startLater(() => {
      const home = join(deps.run.root, 'agents', name);
      return deps.startAgent({ name, directory, home, settings, access: models.access(name) });
    });
  const coder = server('coder', workspace.clone);
  const judges = server('judges', workspace.snapshot);
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
  let renewing: Promise<Agent> | null = null;
  const agent = (): Promise<Agent> => (started ??= start());
  const end = async (): Promise<void> => {
    await (await started?.catch(() => null))?.[Symbol.asyncDispose]();
    started = null;
  };
  return {
    // A failure to start is told when the server is asked for.
    start: () => void agent().catch(() => undefined),
    agent,
    renew: async (gone) => {
      const now = (await started?.catch(() => null)) ?? null;
      if (now !== null && now !== gone) return now;
      renewing ??= end()
        .then(agent)
        .finally(() => (renewing = null));
      return await renewing;
    },
    [Symbol.asyncDispose]: end,
  };
}
