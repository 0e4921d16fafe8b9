import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Answer, Exchange, Incoming, JournalEntry, Outgoing } from './exchange.ts';
import { faultMessage, type FaultAnswer, type Faults } from './faults.ts';
import { failure } from './rest.ts';

const RATE_LIMIT = 5000;

export type Server = AsyncDisposable & { readonly url: string };

export type Serving = {
  readonly find: (incoming: Incoming) => Exchange;
  readonly faults: Faults;
  readonly journal: JournalEntry[];
  readonly violations: string[];
};

/** Listens on a free port, writes the journal, and lets faults stand between the caller and the answer. */
export async function startServer(serving: Serving): Promise<Server> {
  const oneAtATime = createQueue();
  const server = createServer((request, response) => {
    handle(serving, oneAtATime, request, response).catch((error: unknown) => {
      serving.violations.push(`crashed: ${error instanceof Error ? error.stack : String(error)}`);
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function handle(
  { find, faults, journal, violations }: Serving,
  oneAtATime: Queue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await buffer(request).catch(() => undefined);
  if (!body) return;
  const { method = 'GET', url: path = '/', headers } = request;
  // A hostile agent in a test beside this one tries every port of the machine.
  if (headers['x-probe'] !== undefined) return void response.writeHead(404).end();
  const exchange = find({ method, url: new URL(path, `http://${headers.host}`), headers, body });
  const { route, operationId, token, actor } = exchange;
  const entry: JournalEntry = {
    at: new Date(),
    method,
    path,
    route,
    operationId,
    body: exchange.body,
    token,
    login: actor?.login,
    status: undefined,
    faulted: false,
    violation: undefined,
  };
  journal.push(entry);
  const fault = faults.next(exchange);
  if (!fault || fault.afterEffect) {
    const { outgoing, violation } = await (exchange.mutates ? oneAtATime(exchange.answer) : exchange.answer());
    entry.violation = violation;
    if (violation !== undefined) violations.push(`${method} ${path}: ${violation}`);
    if (!fault) {
      entry.status = outgoing.status;
      return send(response, outgoing, journal.length);
    }
  }
  entry.faulted = true;
  entry.status = typeof fault.answer === 'object' ? fault.answer.status : undefined;
  misbehave(response, fault.answer, journal.length);
}

function misbehave(response: ServerResponse, answer: FaultAnswer, used: number): void {
  if (answer === 'hang') return;
  if (answer === 'drop') {
    response.destroy();
    return;
  }
  const { status, message = faultMessage(answer.status), retryAfter, headers } = answer;
  send(
    response,
    failure(status, message, {
      headers: { ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }), ...headers },
    }),
    used,
  );
}

function send(response: ServerResponse, { status, headers, body }: Outgoing, used: number): void {
  const limits = {
    'x-ratelimit-limit': String(RATE_LIMIT),
    'x-ratelimit-remaining': String(Math.max(RATE_LIMIT - used, 0)),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
    'x-ratelimit-resource': 'core',
    'x-github-request-id': `LOOP:${used}`,
  };
  response.writeHead(status, { ...limits, ...headers });
  response.end(body);
}

type Queue = (task: () => Promise<Answer>) => Promise<Answer>;

/** Runs changes one after another, as GitHub's database would: two calls at once cannot both find that something is not there. */
function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
