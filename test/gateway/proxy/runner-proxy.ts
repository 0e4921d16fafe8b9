import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { portOf } from './through.ts';

/** A proxy as some runners have one: it wants a password and leads every name to one port of this machine. */
export async function startRunnerProxy(to: number) {
  const asked: string[] = [];
  const refused: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer().on('connection', (socket) => sockets.add(socket));
  server.on('connect', ({ url = '', headers }, client) => {
    client.on('error', () => undefined);
    const isKnown = headers['proxy-authorization'] === `Basic ${Buffer.from(CREDENTIALS).toString('base64')}`;
    (isKnown ? asked : refused).push(url);
    if (!isKnown) return void client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const world = connect(to, '127.0.0.1').on('error', () => client.destroy());
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    client.once('close', () => world.destroy());
    return void client.pipe(world).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://${CREDENTIALS}@127.0.0.1:${portOf(server)}`,
    asked,
    refused,
    [Symbol.asyncDispose]: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

/** What the proxy wants to know of who asks; it must come out nowhere. */
export const CREDENTIALS = 'runner:proxy-password-6f02c1';
