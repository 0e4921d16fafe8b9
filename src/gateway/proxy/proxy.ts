import { createServer, type Server } from 'node:http';
import { Socket } from 'node:net';
import type { Domain } from '../../config/domains.ts';
import type { Blocked } from '../messages.ts';
import { inOneLine } from '../words.ts';
import type { Dial } from './dial.ts';
import { LIMITS, type Limits, type Spent } from './limits.ts';
import { openTunnel } from './tunnel.ts';

/** `end` ends its tunnels as well, which a server that is closed goes on with. */
export type Proxy = Readonly<{ server: Server; end: () => void }>;

type ProxyOptions = Readonly<{
  domains: readonly Domain[];
  dial: Dial;
  /** Told of what was refused. */
  tell: (blocked: Blocked) => void;
  limits?: Limits;
}>;

/**
 * The way out of a confined network: an HTTP proxy that makes tunnels to these domains and to nothing else. What goes
 * through them is TLS for the very host that was asked for, and is not opened. It listens when it is told to.
 */
export function createProxy({ domains, dial, tell, limits = LIMITS }: ProxyOptions): Proxy {
  let refusals = 0;
  const refused = (blocked: Blocked): void => {
    refusals += 1;
    if (refusals <= limits.told) tell(blocked);
  };
  const spent: Spent = { connections: 0, sent: 0, received: 0 };
  const server = createServer({ headersTimeout: limits.answer }, (request, response) => {
    const reason = 'only TLS is let through, and this was a plain request';
    refused({ ...placeOf(request.url ?? ''), reason });
    response.on('error', () => undefined);
    response.writeHead(403, { connection: 'close' }).end(`Patchwright: ${reason}.\n`);
    request.resume();
  });
  server.maxConnections = limits.atOnce;
  server.on('connect', (request, client, head: Buffer) => {
    if (!(client instanceof Socket)) return;
    client.on('error', () => undefined);
    if (head.length > 0) client.unshift(head);
    const context = { domains, dial, limits, spent, refused };
    void openTunnel(request.url ?? '', client, context).catch(() => client.destroy());
  });
  const clients = new Set<Socket>();
  server.on('connection', (client) => {
    clients.add(client);
    client.once('close', () => clients.delete(client));
  });
  return {
    server,
    end: () => {
      server.close();
      for (const client of clients) client.destroy();
    },
  };
}

/** Host and port of a plain request's address, as well as they can be told. */
function placeOf(address: string): Pick<Blocked, 'host' | 'port'> {
  const url = URL.canParse(address) ? new URL(address) : null;
  return { host: inOneLine(url?.hostname ?? '', 100) || 'nobody', port: Number(url?.port) || 80 };
}
