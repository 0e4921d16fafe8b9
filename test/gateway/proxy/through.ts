import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import { connect, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { connect as secure } from 'node:tls';
import { readDomain, type Domain } from '../../../src/config/domains.ts';
import type { Blocked } from '../../../src/gateway/messages.ts';
import { createDial, type Dial } from '../../../src/gateway/proxy/dial.ts';
import { LIMITS, type Limits } from '../../../src/gateway/proxy/limits.ts';
import { createProxy } from '../../../src/gateway/proxy/proxy.ts';
import { selfSigned } from '../../support/provider/certificate.ts';

export function portOf(server: NetServer | Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A server that answers everything with the host that it was asked for and as many bytes as its path says. */
export async function startWorld() {
  const requests: string[] = [];
  const server = createServer(selfSigned(), (request, response) => {
    requests.push(`${request.method} ${request.headers.host}${request.url}`);
    request.resume().once('end', () => response.end('x'.repeat(Number(request.url?.slice(1)) || 5)));
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    requests,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

type Given = Readonly<{ domains: readonly string[]; limits?: Partial<Limits>; dial?: Dial }>;

/** Every name stands for this machine, and it may. */
const here = createDial(
  { http: null, https: null, no: '' },
  { resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]), permits: () => true },
);

/** A proxy to the world, in this process. */
export async function startProxy({ domains, limits = {}, dial = here }: Given) {
  const blocked: Blocked[] = [];
  const { server, end } = createProxy({
    domains: domains.map((entry): Domain => {
      const domain = readDomain(entry);
      if (domain === null) throw new Error(`“${entry}” is no domain.`);
      return domain;
    }),
    dial,
    tell: (one) => void blocked.push(one),
    limits: { ...LIMITS, ...limits },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    blocked,
    end,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      end();
      await closed;
    },
  };
}

/** Says something to a proxy and hears what comes back until it ends. */
export async function sayTo(port: number, text: string | Uint8Array): Promise<string> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write(text);
  let said = '';
  socket.on('data', (piece) => (said += String(piece)));
  await once(socket, 'close');
  return said;
}

/** Opens a tunnel; what the proxy answered instead is thrown. */
export async function tunnelTo(port: number, authority: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nhost: ${authority}\r\n\r\n`);
  const [said]: Buffer[] = await once(socket, 'data').then((pieces) => pieces.filter((one) => Buffer.isBuffer(one)));
  if (!said?.toString().startsWith('HTTP/1.1 200 ')) throw new Error(said?.toString() ?? '');
  return socket;
}

/** Asks a host through a proxy, over TLS for that host or another. */
export async function askThrough(
  port: number,
  authority: string,
  { servername = authority.replace(/:\d+$/, ''), path = '/', body = '' } = {},
): Promise<string> {
  const socket = secure({ socket: await tunnelTo(port, authority), servername, rejectUnauthorized: false });
  const head = `POST ${path} HTTP/1.1\r\nhost: ${servername}\r\nconnection: close\r\ncontent-length: ${body.length}`;
  socket.write(`${head}\r\n\r\n${body}`);
  let said = '';
  socket.on('data', (piece) => (said += String(piece)));
  await Promise.race([once(socket, 'close'), once(socket, 'error')]).catch(() => undefined);
  return said.split('\r\n\r\n').slice(1).join('\r\n\r\n');
}
