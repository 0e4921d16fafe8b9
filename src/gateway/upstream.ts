import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Proxies } from '../config/environment.ts';
import type { Reservation } from './budget.ts';

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
export type Send = (outgoing: Outgoing, reservation: Reservation) => Promise<IncomingMessage>;

/** Milliseconds for which a connection that nobody uses is kept, as Node keeps its own. */
const KEPT = 5000;

/** The one way to a provider, through the runner's proxies where there are any. Each request uses up its reservation. */
export function createSend({ http, https, no }: Proxies): Send {
  const proxyEnv = {
    ...(http === null ? {} : { http_proxy: http }),
    ...(https === null ? {} : { https_proxy: https }),
    no_proxy: no,
  };
  const options = { keepAlive: true, scheduling: 'lifo', timeout: KEPT, proxyEnv } as const;
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
  return ({ url, headers, body, signal }, reservation) =>
    new Promise((resolve, reject) => {
      reservation.use();
      const isTls = url.startsWith('https:');
      const request = isTls ? httpsRequest : httpRequest;
      // The answer is read on its way, so it must not be packed.
      const own = { 'content-length': String(body.byteLength), 'accept-encoding': 'identity' };
      const agent = isTls ? agents.https : agents.http;
      const outgoing = request(url, { method: 'POST', headers: { ...headers, ...own }, signal, agent });
      outgoing.once('response', resolve);
      // Not once: an answer that comes early can be followed by more than one error of its request.
      outgoing.on('error', (error) => {
        // The other kept connections are as old as the one that was found closed.
        if (outgoing.reusedSocket) dropKept(Object.values(agents));
        reject(error);
      });
      outgoing.end(body);
    });
}

function dropKept(agents: readonly HttpAgent[]): void {
  for (const { freeSockets } of agents)
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
