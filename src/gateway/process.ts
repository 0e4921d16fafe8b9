import { createInterface } from 'node:readline';
import { Order, type Notice } from './messages.ts';
import { createGateway, type Gateway } from './server.ts';

/**
 * The gateway's own process: orders come on standard input, a JSON line each, the first one with the keys; notices go out
 * on standard output. It ends when its standard input does, so that it never outlives the run that started it, and not
 * at a signal: a run that is cancelled has work to end, for which its own process decides.
 */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const tell = (notice: Notice): void => void process.stdout.write(`${JSON.stringify(notice)}\n`);

let gateway: Gateway | null = null;
for await (const line of createInterface({ input: process.stdin })) {
  const order = read(line);
  // Once: whoever could write here later must not get limits of its own.
  if (order.kind === 'start') gateway ??= await open(order);
  else if (order.kind === 'allow') gateway?.allow(order.role, order.models);
  else void gateway?.settled(order.role).then(() => tell({ kind: 'flushed', id: order.id }));
}
gateway?.server.close();
gateway?.server.closeAllConnections();

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
async function open(order: Extract<Order, { kind: 'start' }>): Promise<Gateway> {
  const opened = createGateway(order, tell);
  await new Promise<void>((resolve) => opened.server.listen(0, '127.0.0.1', resolve));
  const address = opened.server.address();
  tell({ kind: 'listening', port: typeof address === 'object' && address !== null ? address.port : 0 });
  return opened;
}
