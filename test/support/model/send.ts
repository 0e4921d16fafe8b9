import type { ServerResponse } from 'node:http';
import type { WireResponse } from './wire.ts';

/** How an HTTP request is answered. */
export type Answer =
  | { readonly kind: 'whole'; readonly response: WireResponse }
  | { readonly kind: 'cut'; readonly response: WireResponse; readonly said: string; readonly end: 'close' | 'silence' }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly body: unknown;
      readonly retryAfter?: number | undefined;
    };

/** Sends an answer; a stream that falls silent stays open until the client or the server goes away. */
export function send(to: ServerResponse, answer: Answer): void {
  switch (answer.kind) {
    case 'whole':
      to.writeHead(200, { 'content-type': answer.response.contentType });
      for (const part of answer.response.parts) to.write(part);
      to.end();
      return;
    case 'cut':
      to.writeHead(200, { 'content-type': answer.response.contentType });
      to.write(partsUntil(answer.response.parts, answer.said), () => {
        if (answer.end === 'close') to.destroy();
      });
      return;
    case 'error': {
      const retry = answer.retryAfter === undefined ? {} : { 'retry-after': String(answer.retryAfter) };
      to.writeHead(answer.status, { 'content-type': 'application/json', ...retry });
      to.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    }
  }
}

/** The parts up to the one that carries the text, so that the closing ones are missing. */
function partsUntil(parts: readonly string[], said: string): string {
  const carrier = parts.findIndex((part) => part.includes(JSON.stringify(said).slice(1, -1)));
  return parts.slice(0, carrier + 1).join('');
}
