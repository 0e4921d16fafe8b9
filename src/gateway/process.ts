import type { Server } from 'node:net';
import { createInterface } from 'node:readline';
import { Order, type Blocked, type Notice } from './messages.ts';
import { createDial } from './proxy/dial.ts';
import { createProxy, type Proxy } from './proxy/proxy.ts';
import { createGateway, type Gateway } from './server.ts';

/**
 * The gateway's own process: orders come on standard input, a JSON line each, the first one with the keys; notices go out
 * on standard output. It ends when its standard input does, so that it never outlives the run that started it, and not
 * at a signal: a run that is cancelled has work to end, for which its own process decides.
 */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const tell = (notice: Notice): void => void process.stdout.write(`${JSON.stringify(notice)}\n`);

type Opened = Readonly<{ gateway: Gateway; proxy: Proxy | null }>;

let opened: Opened | null = null;
for await (const line of createInterface({ input: process.stdin })) {
  const order = read(line);
  // Once: whoever could write here later must not get limits of its own.
  if (order.kind === 'start') opened ??= await open(order);
  else if (order.kind === 'allow') opened?.gateway.allow(order.role, order.models);
  else void opened?.gateway.settled(order.role).then(() => tell({ kind: 'flushed', id: order.id }));
}
opened?.gateway.server.close();
opened?.gateway.server.closeAllConnections();
opened?.proxy?.end();

/** Throws an error that repeats nothing of the line, which may hold the keys. */
function read(line: string): Order {
  const order = Order.safeParse(parse(line));
  if (order.success) return order.data;
  const places = order.error.issues.map(({ path }) => path.join('.') || 'the whole of it');
  throw new Error(`The model gateway was given an order that it does not understand: ${places.join(', ')}.`);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Listens on the loopback interface alone. */
async function open(order: Extract<Order, { kind: 'start' }>): Promise<Opened> {
  const gateway = createGateway(order, tell);
  const { domains, proxies } = order;
  const blocked = (one: Blocked): void => tell({ kind: 'blocked', ...one });
  const proxy = domains === null ? null : createProxy({ domains, dial: createDial(proxies), tell: blocked });
  const models = await listen(gateway.server);
  tell({ kind: 'listening', models, proxy: proxy === null ? null : await listen(proxy.server) });
  return { gateway, proxy };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
