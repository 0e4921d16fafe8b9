import type { ScriptedModel } from './scripted-model.ts';

/** A message as chat completions have it. */
export type Sent = { readonly role: string; readonly content: string; readonly [key: string]: unknown };

/** An assistant message that called a tool. */
export function called(tool: string): Sent {
  return {
    role: 'assistant',
    content: '',
    tool_calls: [{ id: 'c1', type: 'function', function: { name: tool, arguments: '{}' } }],
  };
}

/** One streamed chat completion, read to its end; rejects when the stream breaks off. */
export function chat(model: ScriptedModel, session: string | undefined, messages: readonly Sent[], key?: string) {
  return post(model, '/chat/completions', session, chatBody(messages), key);
}

/** One streamed chat completion as it comes. */
export function chatStream(model: ScriptedModel, session: string, messages: readonly Sent[]): Promise<Response> {
  return fetch(`${model.baseUrl}/chat/completions`, request(session, chatBody(messages)));
}

/** One request of any kind, read to its end. */
export async function post(
  model: ScriptedModel,
  path: string,
  session: string | undefined,
  body: unknown,
  key?: string,
) {
  const response = await fetch(`${model.baseUrl}${path}`, request(session, body, key));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function chatBody(messages: readonly Sent[]) {
  return { model: 'scripted', stream: true, stream_options: { include_usage: true }, messages };
}

function request(session: string | undefined, body: unknown, key = 'any'): RequestInit {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
      ...(session === undefined ? {} : { 'x-session-id': session }),
    },
    body: JSON.stringify(body),
  };
}
