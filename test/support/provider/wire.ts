import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Behind } from './behind.ts';
import { PROMPT } from './behind.ts';

/** Sends what a test wrote byte by byte, and returns everything that came back until the other side had enough. */
export async function sendBytes({ gateway }: Behind, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(gateway.access('coder').baseUrls['own'] ?? '').port), '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  // A reset is one way to have enough.
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return said;
}

/** A request of which the answer is read only when the test reads it. */
export async function askUnread({ gateway }: Behind): Promise<IncomingMessage> {
  const { placeholder, baseUrls } = gateway.access('coder');
  const outgoing = request(`${baseUrls['own']}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${placeholder}` },
  });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  outgoing.end(JSON.stringify(PROMPT));
  return await answer;
}
