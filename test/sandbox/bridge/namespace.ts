import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBridge, type Bridge, type BridgeOptions } from '../../../src/sandbox/bridge/open-bridge.ts';
import { ROOT } from '../../support/action/environment.ts';

/** What a program inside said, and how it ended. */
export type Said = Readonly<{ output: string; code: number | null; signal: string | null }>;

export type Inside = Readonly<{ process: ChildProcess; ended: Promise<Said> }>;

/** The real bridge's program. */
const PROGRAM: BridgeOptions['program'] = [process.execPath, join(ROOT, 'src/sandbox/bridge/inside.ts')];

/** A bridge in a directory whose path is longer than the name of a socket may be. */
export async function bridge(options: Partial<BridgeOptions>): Promise<Bridge> {
  const root = await mkdtemp(join(tmpdir(), `bridge-${'long-'.repeat(30)}`));
  const opened = await openBridge({
    program: PROGRAM,
    directory: join(root, 'sockets'),
    ports: [],
    proxy: null,
    listens: null,
    ...options,
  });
  return {
    ...opened,
    [Symbol.asyncDispose]: async () => {
      await opened[Symbol.asyncDispose]();
      await rm(root, { recursive: true });
    },
  };
}

/** Runs a program in a network namespace of its own, from which nothing leads but the bridge. */
export function runInside(opened: Bridge, file: string, args: readonly string[], env = {}): Inside {
  const command = opened.command(file, args);
  const wall = ['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--unshare-net', '--unshare-pid'];
  const child = spawn('bwrap', [...wall, '--die-with-parent', '--', command.file, ...command.args], {
    env: { PATH: process.env['PATH'], ...opened.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += String(piece)));
  return {
    process: child,
    ended: once(child, 'close').then(([code, signal]: unknown[]) => ({
      output,
      code: typeof code === 'number' ? code : null,
      signal: typeof signal === 'string' ? signal : null,
    })),
  };
}

/** Runs a module of JavaScript inside, where `net` and `port` are known. */
export function playInside(opened: Bridge, port: number, module: string): Inside {
  const known = `import net from 'node:net'; import { once } from 'node:events'; const port = ${port};`;
  return runInside(opened, process.execPath, ['--input-type=module', '-e', `${known}\n${module}`]);
}

export type Listening = AsyncDisposable &
  Readonly<{ port: number; server: Server; connections: () => number; open: () => number }>;

/** A server on loopback outside. */
export async function listenOutside(onConnection: (socket: Socket) => void): Promise<Listening> {
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    server,
    connections: () => connections,
    open: () => sockets.size,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = await listenOutside(() => undefined);
  await probe[Symbol.asyncDispose]();
  return probe.port;
}
