import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { Tokens } from '../../src/agent/agent.ts';
import type { Body, Sanitised } from '../../src/gateway/protocol/protocol.ts';
import { modelOf, providerOf, route, type Route } from '../../src/gateway/providers.ts';
import { eventsOf, type Answer, type Wire } from './wire.ts';

/** One request as the gateway would see it, and what its reader made of the answer. */
export type Seen = Readonly<{
  provider: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Body;
  /** Null for a path that the table does not know. */
  route: Route | null;
  model: string | null;
  sanitised: Sanitised | null;
  tokens: Tokens | null;
  complete: boolean;
}>;

export type Upstream = AsyncDisposable & Readonly<{ origin: string; seen: ReadonlyMap<string, readonly Seen[]> }>;

/** What stands for the addresses that only their owners know. */
const BASE_URLS: Readonly<Record<string, string>> = {
  azure: 'https://contoso.openai.azure.com',
  own: 'https://models.example/v1',
};

/** What to answer to a session's n-th request; text is a refusal. */
type Reply = (session: string, count: number) => Readonly<{ answer: Answer; tokens: Tokens }> | string;

/** Plays every provider. */
export async function startUpstream(reply: Reply): Promise<Upstream> {
  const seen = new Map<string, Seen[]>();
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const session = String(request.headers['x-session-id'] ?? request.headers['x-opencode-session']);
      const before = seen.get(session) ?? [];
      const { one, status, data } = take(request, body, reply(session, before.length));
      seen.set(session, [...before, one]);
      response.writeHead(status, { 'content-type': status === 200 ? 'text/event-stream' : 'application/json' });
      response.end(status === 200 ? data.map((event) => `data: ${event}\n\n`).join('') : data.join(''));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Taken = Readonly<{ one: Seen; status: number; data: readonly string[] }>;

function take(request: IncomingMessage, body: Body, said: ReturnType<Reply>): Taken {
  const [, provider = '', path = ''] = /^\/([^/]+)(.*)$/u.exec(request.url ?? '') ?? [];
  const found = route(providerOf(provider, BASE_URLS[provider] ?? null), request.method ?? '', path);
  const known = { provider, path, headers: request.headers, body, route: found };
  if (found === null) return { one: { ...known, ...read(null, body, []) }, status: 404, data: [] };
  if (typeof said === 'string') {
    const refusal = JSON.stringify(found.protocol.refusal(402, said));
    return { one: { ...known, ...read(found, body, []) }, status: 402, data: [refusal] };
  }
  const events = eventsOf(wireOf(provider, found.url), said.answer, said.tokens);
  const data = events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event)));
  return { one: { ...known, ...read(found, body, data) }, status: 200, data };
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  request.setEncoding('utf8');
  let text = '';
  for await (const piece of request) text += String(piece);
  const body: unknown = JSON.parse(text);
  return isBody(body) ? body : {};
}

function read(
  found: Route | null,
  body: Body,
  data: readonly string[],
): Pick<Seen, 'model' | 'sanitised' | 'tokens' | 'complete'> {
  if (found === null) return { model: null, sanitised: null, tokens: null, complete: false };
  const reader = found.protocol.createReader();
  data.forEach((event) => reader.read(event));
  const { tokens, complete } = reader.result();
  const sanitised = found.protocol.sanitise(body, { maxOutput: 200_000, streams: found.streams ?? false });
  return { model: modelOf(found, body), sanitised, tokens, complete };
}

function wireOf(provider: string, url: string): Wire {
  if (url.includes('/responses')) return 'responses';
  if (url.includes('/messages')) return 'anthropic';
  if (url.includes(':streamGenerateContent')) return 'google';
  const dialects = ['openrouter', 'groq', 'xai', 'mistral'] as const;
  return dialects.find((dialect) => dialect === provider) ?? 'chat';
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null;
}
