import type { ServerResponse } from 'node:http';
import type { Protocol } from './protocol/protocol.ts';

/** An error in the shape of the provider that was asked. */
export function refuse(
  client: ServerResponse,
  protocol: Protocol,
  { status, message }: Readonly<{ status: number; message: string }>,
): void {
  if (client.headersSent || client.destroyed) return;
  client
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify(protocol.refusal(status, message)));
}
