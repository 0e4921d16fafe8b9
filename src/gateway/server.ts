import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Role } from '../agent/agent.ts';
import { createBudget } from './budget.ts';
import { examine, roleFinder, type Rules } from './examine.ts';
import { exchange, type ExchangeContext } from './exchange.ts';
import { createFamilies } from './families.ts';
import type { AllowedModel, Notice, Start } from './messages.ts';
import { providerOf } from './providers.ts';
import { createRecorder } from './record.ts';
import { createSetbacks } from './setbacks.ts';
import { createSend } from './upstream.ts';

export type Gateway = Readonly<{
  server: Server;
  allow: (role: Role, models: readonly AllowedModel[]) => void;
  /** Resolves when no request of that role is under way and everything is recorded, or when the time is up. */
  settled: (role: Role) => Promise<void>;
}>;

/** The HTTP server that stands between the agents and the providers. It listens when it is told to. */
export function createGateway(start: Start, tell: (notice: Notice) => void): Gateway {
  const allowed = new Map<Role, ReadonlyMap<string, AllowedModel>>();
  const busy = new Map<Role, Set<Promise<void>>>();
  const keys = start.providers.flatMap(({ key }) => (key === null ? [] : [key]));
  const recorder = createRecorder(start.record, keys);
  const context: ExchangeContext & Rules = {
    send: createSend(start.proxies),
    budget: createBudget(start.limits),
    deadline: start.deadline,
    patience: start.patience,
    tell,
    record: recorder.record,
    keys,
    setbacks: createSetbacks(),
    roles: roleFinder(start.placeholders),
    family: familiesByRole(),
    providers: new Map(
      start.providers.map(({ id, baseUrl, key }) => [
        encodeURIComponent(id),
        { provider: providerOf(id, baseUrl), key },
      ]),
    ),
    allowed,
  };
  const server = createServer((request, client) => {
    // A client that goes away in the middle is no error of ours.
    client.on('error', () => undefined);
    void answer(request, client, context).catch(() => client.destroy());
  });
  server.maxConnections = MOST_AT_ONCE;
  // Kept open for as long as a run may think between two requests, so that none meets a connection that is being closed.
  server.keepAliveTimeout = KEPT_OPEN;
  const answer = async (
    request: IncomingMessage,
    client: ServerResponse,
    given: ExchangeContext & Rules,
  ): Promise<void> => {
    const asked = await examine(request, client, given);
    if (asked === null) return;
    const under = busy.get(asked.role) ?? new Set();
    busy.set(asked.role, under);
    const work = exchange(asked, client, given).finally(() => under.delete(work));
    under.add(work);
    await work;
  };
  return {
    server,
    allow: (role, models) => void allowed.set(role, new Map(models.map((model) => [model.sentAs, model]))),
    async settled(role) {
      await Promise.race([Promise.allSettled(busy.get(role) ?? new Set<Promise<void>>()), timeout(SETTLE_LIMIT)]);
      await recorder.written();
    },
  };
}

/** Connections at the same time; the agents of a run have a few dozen, and each may bring a body to keep in memory. */
const MOST_AT_ONCE = 256;

/** Milliseconds. */
const KEPT_OPEN = 3_600_000;

/** A role names its own sessions, and no other's. */
function familiesByRole(): Rules['family'] {
  const families = new Map<Role, ReturnType<typeof createFamilies>>();
  return (role, headers) => {
    const own = families.get(role) ?? createFamilies();
    families.set(role, own);
    return own(headers);
  };
}

/** Milliseconds; an agent that never stops asking is not waited for. */
const SETTLE_LIMIT = 2000;

function timeout(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
