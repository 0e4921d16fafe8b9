import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Agent } from '../../agent/agent.ts';
import type { ServerName } from '../../agent/server-of.ts';
import type { View } from '../../sandbox/sandbox.ts';
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
    startLater(async () => {
      const home = join(deps.run.root, 'agents', name);
      // A server reads what configures it where it is started. The snapshot never has it.
      if (name === 'coder') await workspace.withhold();
      const binary = await deps.install(settings);
      const sandbox = await deps.sandboxes.create(await viewOf(name, { home, binary, workspace }));
      return await deps.startAgent({ name, directory, home, settings, access: models.access(name), sandbox });
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

/**
 * What a server sees: those who write have the clones, of the run and of its steps, and those who judge look at the
 * snapshots and can change nothing.
 */
async function viewOf(
  name: ServerName,
  { home, binary, workspace }: Readonly<{ home: string; binary: string; workspace: Site['workspace'] }>,
): Promise<View> {
  const place = name === 'coder' ? 'clone' : 'snapshot';
  const places = [workspace[place], join(workspace.root, 'steps', place)];
  // A directory that is made later would not be seen.
  await Promise.all([home, ...places].map((path) => mkdir(path, { recursive: true })));
  return name === 'coder'
    ? { writable: [home, ...places], readable: [binary], reaches: ['models', 'domains'] }
    : { writable: [home], readable: [...places, binary], reaches: ['models'] };
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
