import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { WireResponse } from './wire.ts';

/** How an HTTP request is answered; `delay` and `pause` are milliseconds, before the answer and between its parts. */
export type Answer =
  | {
      readonly kind: 'parts';
      readonly response: WireResponse;
      readonly delay: number;
      readonly pause: number;
      /** A connection that is left open is silent until the client or the server goes away. */
      readonly end: 'finish' | 'cut' | 'open';
    }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly body: unknown;
      readonly headers: Readonly<Record<string, string>>;
      readonly delay: number;
    }
  | { readonly kind: 'nothing'; readonly delay: number };

/** Sends an answer, part by part; it stops when the client goes away. */
export async function send(to: ServerResponse, answer: Answer): Promise<void> {
  // A client that goes away in the middle is what some scripts are about.
  to.on('error', () => {});
  switch (answer.kind) {
    case 'parts':
      await sendParts(to, answer);
      return;
    case 'nothing':
      to.destroy();
      return;
    case 'error':
      to.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      to.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  }
}

async function sendParts(to: ServerResponse, answer: Extract<Answer, { kind: 'parts' }>): Promise<void> {
  const { contentType, parts } = answer.response;
  to.writeHead(200, { 'content-type': contentType });
  to.flushHeaders();
  for (const [index, part] of parts.entries()) {
    if (index > 0 && answer.pause > 0) await setTimeout(answer.pause);
    if (to.destroyed) return;
    await new Promise<void>((written) => to.write(part, () => written()));
  }
  if (answer.end === 'finish') to.end();
  if (answer.end === 'cut') to.destroy();
}
