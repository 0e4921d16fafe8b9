import { createInterface } from 'node:readline';
import { Order, type Notice } from './messages.ts';
import { createGateway, type Gateway } from './server.ts';

/**
 * The gateway's own process: orders come on standard input, a JSON line each, the first one with the keys; notices go out
 * on standard output. It ends when its standard input does, so that it never outlives the run that started it.
 */
const tell = (notice: Notice): void => void process.stdout.write(`${JSON.stringify(notice)}\n`);

let gateway: Gateway | null = null;
for await (const line of createInterface({ input: process.stdin })) {
  const order = Order.parse(JSON.parse(line));
  // Once: whoever could write here later must not get limits of its own.
  if (order.kind === 'start') gateway ??= await open(order);
  else if (order.kind === 'allow') gateway?.allow(order.role, order.models);
  else void gateway?.settled(order.role).then(() => tell({ kind: 'flushed', id: order.id }));
}
gateway?.server.close();
gateway?.server.closeAllConnections();

/** Listens on the loopback interface alone. */
async function open(order: Extract<Order, { kind: 'start' }>): Promise<Gateway> {
  const opened = createGateway(order, tell);
  await new Promise<void>((resolve) => opened.server.listen(0, '127.0.0.1', resolve));
  const address = opened.server.address();
  tell({ kind: 'listening', port: typeof address === 'object' && address !== null ? address.port : 0 });
  return opened;
}
