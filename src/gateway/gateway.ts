import { randomBytes } from 'node:crypto';
import { execa } from 'execa';
import type { ModelInfo, Role } from '../agent/agent.ts';
import { serverOf, type ServerName } from '../agent/server-of.ts';
import type { Proxies } from '../config/environment.ts';
import { Failure } from '../failure.ts';
import { logLine, type Log } from '../text/sinks.ts';
import type { Limits } from './budget.ts';
import { createListeners, type Ports, type Watcher } from './listeners.ts';
import type { Order, Start } from './messages.ts';
import { openCodeBase, providerOf } from './providers.ts';
import { within } from './within.ts';

/** How an agent reaches a provider: through the gateway, with a placeholder where the key would be. */
export type GatewayAccess = Readonly<{ placeholder: string; baseUrls: Readonly<Record<string, string>> }>;

export type GatewayOptions = Readonly<{
  /** Node and the program that is the gateway's process. */
  program: readonly [node: string, script: string];
  /** The process's whole environment, which others can read: certificates. */
  env: Readonly<Record<string, string>>;
  /** The runner's own proxies. */
  proxies: Proxies;
  /** What a confined network leaves besides models; null where no network is confined. */
  domains: Start['domains'];
  providers: Start['providers'];
  limits: Limits;
  /** Milliseconds since the epoch. */
  deadline: number;
  /** Milliseconds that a provider is waited for at most when it asks to wait. */
  patience: number;
  /** Directory for the exchanges; null keeps none. */
  record: string | null;
  log: Log;
}>;

/** The loopback server through which every model request goes; it holds the keys, meters, and enforces the budget. */
export type Gateway = AsyncDisposable &
  Readonly<{
    ports: Ports;
    access: (server: ServerName) => GatewayAccess;
    /** The models that the sessions of a server may ask from now on; before, they may ask none. */
    allow: (server: ServerName, models: readonly ModelInfo[]) => void;
    watch: (watcher: Watcher) => void;
    /** Resolves when everything is told of the role's requests that had ended. */
    settled: (role: Role) => Promise<void>;
  }>;

/** The role in whose name the requests of a server come: its sessions share one placeholder. */
const HOLDERS: Readonly<Record<ServerName, Role>> = { coder: 'coder', judges: 'reviewer' };
const START_LIMIT = 30_000;
const SETTLE_LIMIT = 5000;

/** Without it a signal makes Node listen for a debugger, which can read the keys. */
const NO_DEBUGGER = '--disable-sigusr1';

/** Starts the gateway in a process of its own and hands it the keys on its standard input. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { providers, limits, deadline, patience, record, proxies, domains } = options;
  const placeholders = Object.fromEntries(
    Object.entries(HOLDERS).map(([server, role]) => [role, `pw-${server}-${randomBytes(24).toString('hex')}`]),
  );
  const [node, script] = options.program;
  const child = execa(node, [NO_DEBUGGER, script], {
    env: options.env,
    extendEnv: false,
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
    buffer: false,
    reject: false,
    forceKillAfterDelay: 500,
  });
  const order = (one: Order): void => void child.stdin.write(`${JSON.stringify(one)}\n`);
  const listeners = createListeners(options.log);
  void listeners.follow(child.iterable({ from: 'stdout' }));
  void logLines(child.iterable({ from: 'stderr' }), options.log);
  // Orders to a process that is gone are lost with it; that it is gone is told below.
  child.stdin.on('error', () => undefined);
  order({ kind: 'start', providers, placeholders, limits, deadline, patience, record, proxies, domains });
  const down = child.then(({ exitCode, signal }) => listeners.down(`${exitCode ?? signal ?? 'unknown'}`));
  const ports = await within(START_LIMIT, Promise.race([listeners.listening, down.then(() => null)]));
  if (ports === null) {
    child.kill('SIGKILL');
    throw new Failure('runtime-missing', 'The model gateway did not start.', {
      hint: 'Run it again; the log of the run has what the gateway printed.',
    });
  }
  const origin = `http://127.0.0.1:${ports.models}`;
  const baseUrls = Object.fromEntries(
    providers.map(({ id, baseUrl }) => [id, openCodeBase(providerOf(id, baseUrl), origin)]),
  );
  return {
    ports,
    access: (server) => ({ placeholder: placeholders[HOLDERS[server]] ?? '', baseUrls }),
    allow: (server, models) => order({ kind: 'allow', role: HOLDERS[server], models }),
    watch: (watcher) => listeners.add(watcher),
    async settled(role) {
      const id = listeners.nextFlush();
      order({ kind: 'flush', id, role: HOLDERS[serverOf(role)] });
      await within(SETTLE_LIMIT, Promise.race([listeners.flushed(id), down]));
    },
    [Symbol.asyncDispose]: async () => {
      listeners.expectEnd();
      child.stdin.end();
      if (
        (await within(
          1000,
          down.then(() => true),
        )) === null
      )
        child.kill('SIGKILL');
      await child;
    },
  };
}

async function logLines(lines: AsyncIterable<string>, log: Log): Promise<void> {
  for await (const line of lines) log(logLine(`gateway: ${line}`));
}
