import { LLMock } from '@copilotkit/aimock';
import { z } from 'zod';
import type { Reply } from './reply.ts';
import type { Protocol } from './request.ts';
import { chatUsage, responsesUsage, type Usage } from './usage.ts';

/** An HTTP response in parts: server-sent events one by one, or one JSON document. */
export type WireResponse = { readonly contentType: string; readonly parts: readonly string[] };

export type Wire = AsyncDisposable & {
  /** Puts a reply in the words of the protocol that the request body is in. */
  render(protocol: Protocol, body: string, reply: Reply, usage: Usage): Promise<WireResponse>;
};

const PATHS: Readonly<Record<Protocol, string>> = { chat: '/v1/chat/completions', responses: '/v1/responses' };

/** aimock as the part that knows how the OpenAI protocols stream; which reply it gives is decided in front of it. */
export async function startWire(): Promise<Wire> {
  // Some providers' clients reject a tool call whose arguments come in several small chunks.
  const mock = new LLMock({ port: 0, host: '127.0.0.1', chunkSize: 65_536, journalMaxEntries: 0, logLevel: 'silent' });
  const replies = new Map<string, Reply>();
  mock.addFixture({ match: {}, response: (request) => aimockResponse(replies.get(request._context ?? '')) });
  await mock.start();
  let count = 0;

  return { render, [Symbol.asyncDispose]: () => mock.stop() };

  async function render(protocol: Protocol, body: string, reply: Reply, usage: Usage): Promise<WireResponse> {
    const context = `reply-${(count += 1)}`;
    replies.set(context, reply);
    const headers = { 'content-type': 'application/json', 'x-aimock-context': context };
    const response = await fetch(new URL(PATHS[protocol], mock.url), { method: 'POST', headers, body });
    replies.delete(context);
    const text = await response.text();
    if (!response.ok) throw new Error(`aimock answered ${response.status}: ${text}`);
    const contentType = response.headers.get('content-type') ?? 'application/json';
    const parts = contentType.startsWith('text/event-stream') ? text.split(/(?<=\n\n)/u) : [text];
    return { contentType, parts: parts.map((part) => withUsage(protocol, part, usage)) };
  }
}

function aimockResponse(reply: Reply | undefined) {
  if (reply === undefined) return { status: 500, error: { message: 'aimock was asked for a reply that is not there' } };
  const toolCalls = reply.calls.map((call) => ({ name: call.tool, arguments: JSON.stringify(call.input) }));
  if (toolCalls.length === 0) return { content: reply.text };
  return reply.text === '' ? { toolCalls } : { content: reply.text, toolCalls };
}

const wirePart = z.looseObject({
  usage: z.unknown().optional(),
  response: z.looseObject({ status: z.string().optional() }).optional(),
});

/** Puts the whole usage in, since aimock leaves cached and reasoning tokens out of these protocols. */
function withUsage(protocol: Protocol, part: string, usage: Usage): string {
  return part.replace(/^(data: )?(\{.*\})$/mu, (line, prefix: string | undefined, json: string) => {
    const parsed = wirePart.parse(JSON.parse(json));
    const edited = protocol === 'chat' ? withChatUsage(parsed, usage) : withResponsesUsage(parsed, usage);
    return edited === undefined ? line : `${prefix ?? ''}${JSON.stringify(edited)}`;
  });
}

function withChatUsage(part: z.infer<typeof wirePart>, usage: Usage): unknown {
  return part.usage === undefined || part.usage === null ? undefined : { ...part, usage: chatUsage(usage) };
}

function withResponsesUsage(part: z.infer<typeof wirePart>, usage: Usage): unknown {
  if (part.response === undefined)
    return part.usage === undefined ? undefined : { ...part, usage: responsesUsage(usage) };
  if (part.response.status !== 'completed') return undefined;
  return { ...part, response: { ...part.response, usage: responsesUsage(usage) } };
}
