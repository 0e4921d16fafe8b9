import type { ServerResponse } from 'node:http';

/** Tokens that a chat completion reports. */
export type Reported = Readonly<{ input: number; output: number }>;

const head = { id: 'chat-1', created: 1_700_000_000, model: 'model' };

/** An event of a stream. */
function event(data: unknown): string {
  return `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

/** The event that carries a piece of an answer’s text. */
export function said(content: string): string {
  return event({ ...head, object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] });
}

/** The events that end an answer, with its usage where there is one. */
export function done(reported: Reported | null): string {
  const chunk = { ...head, object: 'chat.completion.chunk' };
  return [
    event({ ...chunk, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }),
    ...(reported === null ? [] : [event({ ...chunk, choices: [], usage: usageOf(reported) })]),
    event('[DONE]'),
  ].join('');
}

/** Begins a stream; what follows is written into the response. */
export function stream(response: ServerResponse): ServerResponse {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
  return response;
}

/** A whole streamed answer. */
export function answer(response: ServerResponse, content: string, reported: Reported | null): void {
  stream(response).end(said(content) + done(reported));
}

/** A whole answer that is not streamed. */
export function answerAtOnce(response: ServerResponse, content: string, reported: Reported): void {
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }];
  json(response, 200, { ...head, object: 'chat.completion', choices, usage: usageOf(reported) });
}

/** A provider's refusal, in the shape of chat completions. */
export function refuse(
  response: ServerResponse,
  status: number,
  options: Readonly<{ message?: string; headers?: Readonly<Record<string, string>> }> = {},
): void {
  const message = options.message ?? `This is a ${status}.`;
  json(response, status, { error: { message, type: 'error', code: null } }, options.headers);
}

function json(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function usageOf({ input, output }: Reported): Readonly<Record<string, number>> {
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}
