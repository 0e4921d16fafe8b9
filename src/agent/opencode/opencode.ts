import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Agent, Session, SessionOptions, Turn, TurnRequest } from '../agent.ts';
import { PERMISSIONS, type ModelAccess } from './configuration.ts';
import { followEvents, type Events } from './events.ts';
import { resolveModel, type Catalogue } from './models.ts';
import { OPENCODE_VERSION } from './release.ts';
import { startServer, type Server } from './server.ts';
import { runTurn } from './turn.ts';
import { createMeter } from './usage.ts';

export type OpenCodeOptions = Readonly<{
  binary: string;
  sandbox: Sandbox;
  /** Directory of this server's own; nothing else is kept there. */
  home: string;
  /** What its sessions look at. */
  directory: string;
  env: Readonly<Record<string, string>>;
  access: ModelAccess;
  /** Milliseconds of silence that end a turn. */
  idleTimeout: number;
  onLine?: (line: string) => void;
}>;

/** OpenCode's own agent that may use every tool; what a role may do is in the rules of its session. */
const STOCK_AGENT = 'build';

/** A warm OpenCode server behind the Agent port. */
export async function startOpenCode(options: OpenCodeOptions): Promise<Agent> {
  const server = await startServer(options);
  const events = followEvents(server.client, options.directory);
  const catalogue = await readCatalogue(server, options);
  return {
    description: `OpenCode ${OPENCODE_VERSION} over serve`,
    open: (wanted) => openSession(wanted, { server, events, catalogue, options }),
    resolveModel: async (model, input) => resolveModel(model, catalogue, input),
    sweep: () => options.sandbox.sweep([server.pid]),
    [Symbol.asyncDispose]: async () => {
      await events[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
      await options.sandbox.sweep();
    },
  };
}

async function readCatalogue(server: Server, options: OpenCodeOptions): Promise<Catalogue> {
  const { data } = await server.client.config.providers({ directory: options.directory }, { throwOnError: true });
  const preferred = Object.keys(options.access.keys)[0];
  const firstDefault = preferred === undefined ? undefined : data.default[preferred];
  return {
    models: new Map(
      data.providers.flatMap(({ id, models }) =>
        Object.entries(models).map(([model, { cost }]) => {
          // Nothing stands for "not known" in the list, but for the models that OpenCode itself gives away.
          const free = id === 'opencode' && model.endsWith('-free');
          return [`${id}/${model}`, { priced: free || cost.input > 0 || cost.output > 0 }] as const;
        }),
      ),
    ),
    standard: preferred === undefined || firstDefault === undefined ? null : `${preferred}/${firstDefault}`,
  };
}

type Running = Readonly<{ server: Server; events: Events; catalogue: Catalogue; options: OpenCodeOptions }>;

async function openSession(wanted: SessionOptions, running: Running): Promise<Session> {
  const { client } = running.server;
  const { data } = await client.session.create(
    {
      directory: wanted.directory,
      title: wanted.title,
      permission: [...PERMISSIONS[wanted.role]],
    },
    { throwOnError: true },
  );
  const meter = createMeter(client, wanted.directory, (model) => running.catalogue.models.get(model)?.priced ?? false);
  return {
    id: data.id,
    role: wanted.role,
    turn: async (request) => {
      const end = await takeTurn({ ...wanted, id: data.id }, request, running);
      // A server that is gone or hangs cannot be asked any more.
      const usage = running.server.isDown() ? null : await meter(data.id).catch(() => null);
      return usage === null ? uncounted(end) : { ...end, usage };
    },
  };
}

/** Nothing counts as done whose tokens nobody knows; and that they are not known is said. */
function uncounted(end: DistributiveOmit<Turn, 'usage'>): Turn {
  const reason =
    end.status === 'failed' ? end : { category: 'stream-lost' as const, message: 'OpenCode stopped answering.' };
  const message = `${reason.message} What the turn used could not be counted.`;
  return { status: 'failed', category: reason.category, message, text: end.text, usage: [] };
}

async function takeTurn(
  session: SessionOptions & Readonly<{ id: string }>,
  request: TurnRequest,
  { server, events, catalogue, options }: Running,
): Promise<DistributiveOmit<Turn, 'usage'>> {
  const [providerID = '', ...rest] = resolveModel(session.model, catalogue).split('/');
  const end = await runTurn({
    client: server.client,
    events,
    isDown: server.isDown,
    session: session.id,
    directory: session.directory,
    agent: STOCK_AGENT,
    model: { providerID, modelID: rest.join('/') },
    prompt: request.prompt,
    schema: request.schema ?? null,
    deadline: request.deadline,
    idleTimeout: options.idleTimeout,
    onActivity: request.onActivity ?? (() => undefined),
  });
  if (end.kind === 'done') return { status: 'done', text: end.text, structured: end.structured };
  return { status: 'failed', ...end.fault, text: end.text };
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
