import { mkdir, open, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { proxyEnvironment } from './proxy-environment.ts';
import { CALL, inward, join, outward } from './sockets.ts';

export type BridgeOptions = Readonly<{
  /** Node and the program that runs inside. */
  program: readonly [node: string, script: string];
  /** Directory for the sockets, made here and removed with the bridge. */
  directory: string;
  /** Loopback ports outside that are reached inside under the same numbers, and nothing else. */
  ports: readonly number[];
  /** Which of them is the proxy's; null for none. */
  proxy: number | null;
  /** Port that the program listens on inside, and that is reached outside under the same number. */
  listens: number | null;
}>;

/** A way through the wall of a network namespace, in which nothing exists but a loopback of its own. */
export type Bridge = AsyncDisposable &
  Readonly<{
    /** What is to be run inside in the place of a program. */
    command: (file: string, args: readonly string[]) => Readonly<{ file: string; args: readonly string[] }>;
    /** Has to be there inside, under the same path; it need not be writable. */
    socketsDirectory: string;
    /** What else has to be readable inside. */
    readable: readonly string[];
    /** Goes over the environment of what is run inside. */
    env: Readonly<Record<string, string>>;
  }>;

/** Connections by one socket at the same time, and those that wait for being called. */
const MOST_AT_ONCE = 256;
const MOST_WAITING = 64;

/** Milliseconds in which the inside has to answer. */
const ANSWER_LIMIT = 10_000;

/**
 * Opens it. Everything is listened for out here: who is inside and speaks to the sockets directly reaches no more than by
 * the ports, and can place nothing into the directory that somebody out here would open.
 */
export async function openBridge(options: BridgeOptions): Promise<Bridge> {
  const { directory, program, ports, proxy, listens } = options;
  await using opened = new AsyncDisposableStack();
  await mkdir(directory, { mode: 0o700 });
  opened.defer(() => rm(directory, { recursive: true, force: true }));
  // The name of a socket is at most 107 bytes long, and a run's directory alone can have as many.
  const handle = await open(directory);
  opened.defer(() => handle.close());
  const socket = (name: string): string => `/proc/self/fd/${handle.fd}/${name}`;
  for (const port of ports)
    opened.use(await listening({ path: socket(outward(port)) }, (client) => lead(client, port)));
  if (listens !== null) {
    const callable = createCallable();
    opened.use(await listening({ path: socket(inward(listens)) }, callable.wait));
    opened.use(await listening({ host: '127.0.0.1', port: listens }, callable.call));
  }
  const bridge = opened.move();
  const [node, script] = program;
  return {
    command: (file, args) => ({
      file: node,
      args: [script, directory, ports.join(','), String(listens ?? ''), file, ...args],
    }),
    socketsDirectory: directory,
    readable: [node, dirname(script)],
    env: proxy === null ? {} : proxyEnvironment(proxy),
    [Symbol.asyncDispose]: () => bridge[Symbol.asyncDispose](),
  };
}

function lead(client: Socket, port: number): void {
  join(client, connect({ host: '127.0.0.1', port, allowHalfOpen: true }));
}

/** Connections from inside that wait for somebody outside to want one. */
function createCallable() {
  const waiting = new Set<Socket>();
  const callers: ((socket: Socket) => void)[] = [];
  return {
    wait: (socket: Socket): void => {
      const caller = callers.shift();
      if (caller !== undefined) return caller(socket);
      if (waiting.size >= MOST_WAITING) return void socket.destroy();
      waiting.add(socket);
      socket.on('error', () => undefined).once('close', () => waiting.delete(socket));
    },
    call: (client: Socket): void => {
      const answer = (socket: Socket): void => {
        clearTimeout(limit);
        waiting.delete(socket);
        socket.write(CALL);
        join(client, socket);
      };
      const leave = (): void => {
        clearTimeout(limit);
        const place = callers.indexOf(answer);
        if (place !== -1) callers.splice(place, 1);
      };
      const limit = setTimeout(() => client.destroy(), ANSWER_LIMIT);
      client.on('error', () => undefined).once('close', leave);
      const [socket] = waiting;
      if (socket === undefined) callers.push(answer);
      else answer(socket);
    },
  };
}

type Address = Readonly<{ path: string }> | Readonly<{ host: string; port: number }>;

/** A server that ends with everything that is connected to it. */
async function listening(address: Address, onConnection: (socket: Socket) => void): Promise<AsyncDisposable> {
  const sockets = new Set<Socket>();
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    onConnection(socket);
  });
  server.maxConnections = MOST_AT_ONCE;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  // One connection that cannot be taken, for want of file descriptors for one, must not end the run.
  server.on('error', () => undefined);
  return {
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
