import { OPENCODE_VERSION } from '../../config/opencode-version.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Agent, ModelAccess, Session, SessionOptions, Turn, TurnRequest, Usage } from '../agent.ts';
import { withUnseenImages } from '../image.ts';
import { PERMISSIONS } from './configuration.ts';
import { createEventStreams, type EventStreams } from './event-streams.ts';
import { findModel, modelInfo, type Catalogue } from './models.ts';
import { startServer, type Server } from './server.ts';
import { runTurn } from './turn.ts';
import { createAccount } from './usage.ts';

export type OpenCodeOptions = Readonly<{
  binary: string;
  sandbox: Sandbox;
  /** Directory of this server's own; nothing else is kept there. */
  home: string;
  /** Where it is started. Its sessions may be in others. */
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
  await using opening = new AsyncDisposableStack();
  opening.use(options.sandbox);
  const server = opening.use(await startServer(options));
  const streams = opening.use(createEventStreams(server.client));
  const catalogue = await readCatalogue(server, options);
  const opened = opening.move();
  return {
    description: `OpenCode ${OPENCODE_VERSION} over serve`,
    cannot: [],
    atOnce: Infinity,
    open: (wanted) => openSession(wanted, { server, streams, catalogue, options }),
    findModel: async (model, input) => findModel(model, catalogue, input),
    sweep: () => options.sandbox.sweep([server.pid]),
    pause: options.sandbox.pause,
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

/** A server that has just started on a busy machine may take longer than one question is waited for. */
const CATALOGUE_TRIES = 6;

async function readCatalogue(server: Server, options: OpenCodeOptions, tries = CATALOGUE_TRIES): Promise<Catalogue> {
  const answer = await server.client.config
    .providers({ directory: options.directory }, { throwOnError: true })
    .catch((error: unknown) => {
      if (tries > 1 && !server.isDown()) return null;
      throw error;
    });
  if (answer === null) return await readCatalogue(server, options, tries - 1);
  const { data } = answer;
  const { preferred } = options.access;
  const standard = preferred === null ? undefined : data.default[preferred];
  return {
    models: new Map(
      data.providers.flatMap(({ id, models }) =>
        Object.entries(models).map(
          ([model, listed]) => [`${id}/${model}`, modelInfo(`${id}/${model}`, listed)] as const,
        ),
      ),
    ),
    standard: standard === undefined ? null : `${preferred}/${standard}`,
  };
}

type Running = Readonly<{ server: Server; streams: EventStreams; catalogue: Catalogue; options: OpenCodeOptions }>;

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
  const account = createAccount(
    client,
    wanted.directory,
    (model) => (running.catalogue.models.get(model)?.price ?? null) !== null,
  );
  let begun = false;
  return {
    id: data.id,
    role: wanted.role,
    hasBegun: () => begun,
    turn: async (request) => {
      const onSubmitted = (): void => void (begun = true);
      const end = await takeTurn({ ...wanted, id: data.id, onSubmitted }, request, running);
      return { ...end, usage: await usageOf(() => account(data.id), running.server) };
    },
  };
}

/** How often a server is asked for what was used; each question has its own time. */
const ACCOUNT_TRIES = 2;

/** A busy server is asked again. One that is gone or hangs cannot be asked any more; the gateway has counted what it used. */
async function usageOf(
  account: () => Promise<readonly Usage[]>,
  server: Server,
  tries = ACCOUNT_TRIES,
): Promise<readonly Usage[]> {
  if (server.isDown() || tries === 0) return [];
  return await account().catch(() => usageOf(account, server, tries - 1));
}

async function takeTurn(
  session: SessionOptions & Readonly<{ id: string; onSubmitted: () => void }>,
  request: TurnRequest,
  { server, streams, options, catalogue }: Running,
): Promise<DistributiveOmit<Turn, 'usage'>> {
  const [providerID = '', ...rest] = request.model.split('/');
  const sees = catalogue.models.get(request.model)?.sees === true;
  await using stack = new AsyncDisposableStack();
  stack.defer(await options.sandbox.lend(session.directory));
  const end = await runTurn({
    client: server.client,
    events: streams.of(session.directory),
    isDown: server.isDown,
    session: session.id,
    directory: session.directory,
    agent: STOCK_AGENT,
    model: { providerID, modelID: rest.join('/') },
    prompt: sees ? request.prompt : withUnseenImages(request.prompt, request.images),
    images: sees ? (request.images ?? []) : [],
    schema: request.schema ?? null,
    deadline: request.deadline,
    idleTimeout: options.idleTimeout,
    stop: request.stop,
    onActivity: request.onActivity ?? (() => undefined),
    onSubmitted: session.onSubmitted,
  });
  if (end.kind === 'done')
    return { status: 'done', text: end.text, structured: end.structured, recovered: end.recovered };
  return { status: 'failed', ...end.fault, text: end.text };
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
