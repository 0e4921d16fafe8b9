import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Certificate } from './certificate.ts';

/** One request as it arrived, whole. */
export type Received = Readonly<{
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  /** Names and values one after another, as they were sent. */
  rawHeaders: readonly string[];
  body: string;
  /** Resolves when whoever asked is gone or has the whole answer. */
  left: Promise<unknown>;
}>;

/** Answers a request; `count` is 1 for the first one. */
export type Play = (response: ServerResponse, received: Received, count: number) => unknown;

export type FakeProvider = AsyncDisposable &
  Readonly<{
    origin: string;
    received: readonly Received[];
    /** Answers so from now on, and counts anew. */
    play: (play: Play) => void;
    /** Resolves with the request of that number, as soon as there is one. */
    nth: (number: number) => Promise<Received>;
  }>;

/** A provider on the loopback interface that answers as it is told; with a certificate it speaks TLS. */
export async function startProvider(certificate: Certificate | null = null): Promise<FakeProvider> {
  let play: Play = (response) => response.destroy();
  const received: Received[] = [];
  const waiting = new Map<number, PromiseWithResolvers<Received>>();
  const arrival = (number: number): PromiseWithResolvers<Received> => {
    const one = waiting.get(number) ?? Promise.withResolvers<Received>();
    waiting.set(number, one);
    return one;
  };
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    const left = once(response, 'close');
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '', headers, rawHeaders } = request;
      const one = { method, url, headers, rawHeaders, body: Buffer.concat(pieces).toString(), left };
      arrival(received.push(one)).resolve(one);
      play(response, one, received.length);
    });
    // An asker that leaves in the middle is what some tests are about.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
  };
  const server = certificate === null ? createServer(listen) : createSecureServer(certificate, listen);
  // What becomes of a kept connection is a test's own business.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    origin: `${certificate === null ? 'http' : 'https'}://127.0.0.1:${typeof address === 'object' ? address?.port : address}`,
    received,
    play(next) {
      play = next;
      received.length = 0;
      waiting.clear();
    },
    nth: (number) => arrival(number).promise,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
