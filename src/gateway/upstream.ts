import { globalAgent as httpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { globalAgent as httpsAgent, request as httpsRequest } from 'node:https';

/** A request as it goes to the provider. */
export type Outgoing = Readonly<{
  url: string;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
}>;

/**
 * Sends it and resolves with the head of the answer. No time limit of its own: a turn has one, and a model may think for
 * longer than the limits that HTTP clients come with. Rejects when there is no connection or it breaks before the head.
 */
export function send({ url, headers, body, signal }: Outgoing): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? httpsRequest : httpRequest;
    // The answer is read on its way, so it must not be packed.
    const own = { 'content-length': String(body.byteLength), 'accept-encoding': 'identity' };
    const outgoing = request(url, { method: 'POST', headers: { ...headers, ...own }, signal });
    outgoing.once('response', resolve);
    // Not once: an answer that comes early can be followed by more than one error of its request.
    outgoing.on('error', (error) => {
      // The other kept connections are as old as the one that was found closed.
      if (outgoing.reusedSocket) dropKept();
      reject(error);
    });
    outgoing.end(body);
  });
}

function dropKept(): void {
  for (const { freeSockets } of [httpAgent, httpsAgent])
    for (const sockets of Object.values(freeSockets)) sockets?.forEach((socket) => socket.destroy());
}

/** Time that an answer asks to wait, in milliseconds; null when it does not ask. */
export function retryAfter({ headers }: Pick<IncomingMessage, 'headers'>): number | null {
  const exact = numberIn(headers['retry-after-ms']);
  if (exact !== null) return Math.max(0, exact);
  const given = headers['retry-after'];
  if (given === undefined) return null;
  const seconds = numberIn(given);
  const wait = seconds === null ? Date.parse(given) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

/** Null for what is no number; nothing at all would be zero to JavaScript. */
function numberIn(header: string | string[] | undefined): number | null {
  if (typeof header !== 'string' || header.trim() === '') return null;
  const number = Number(header);
  return Number.isFinite(number) ? number : null;
}
