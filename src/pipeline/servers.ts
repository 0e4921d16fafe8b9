import { join } from 'node:path';
import type { Agent } from '../agent/agent.ts';
import type { ModelKeys } from '../config/key.ts';
import type { Running } from './running.ts';
import type { Site } from './site.ts';

/** A server that starts beside other work and is ended whether or not anybody asked for it. */
type Server = AsyncDisposable & Readonly<{ start: () => void; agent: () => Promise<Agent> }>;

/** The coder's server and the judges', each with its own home and its own view of the repository. */
export type Servers = AsyncDisposable & Readonly<{ coder: Server; judges: Server }>;

/** Starts the coder's server at once; the judges' waits until the coder is at work. */
export function startServers({ workspace, settings }: Site, keys: ModelKeys, { deps }: Running): Servers {
  const server = (name: 'coder' | 'judges', directory: string): Server =>
    startLater(() => deps.startAgent({ name, directory, home: join(deps.run.root, 'agents', name), settings, keys }));
  const coder = server('coder', workspace.clone);
  const judges = server('judges', workspace.snapshot);
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
  const agent = once(start);
  let started = false;
  const begin = (): Promise<Agent> => {
    started = true;
    return agent();
  };
  return {
    // A failure to start is told when the server is asked for.
    start: () => void begin().catch(() => undefined),
    agent: begin,
    [Symbol.asyncDispose]: async () => {
      if (started) await (await agent().catch(() => null))?.[Symbol.asyncDispose]();
    },
  };
}

/** Makes it at the first call and gives the same to every other. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
