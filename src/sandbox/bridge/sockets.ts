import type { Socket } from 'node:net';

/** Socket on which what goes to a loopback port outside arrives. */
export function outward(port: number): string {
  return `to-${port}`;
}

/** Socket on which the inside waits for what comes to a port of its own. */
export function inward(port: number): string {
  return `from-${port}`;
}

/** Sent to the inside when somebody wants to be connected by that socket, before anything of theirs. */
export const CALL = Buffer.from([1]);

/** Makes two connections one: each end, break and pause of the one is the other's. Both have to allow half-open ones. */
export function join(one: Socket, other: Socket): void {
  passOn(one, other);
  passOn(other, one);
}

function passOn(from: Socket, to: Socket): void {
  from.on('error', () => to.destroy());
  // What it said before it ended is still on its way; what breaks off is broken off.
  from.once('close', () => (from.readableEnded ? to.destroySoon() : to.destroy()));
  from.pipe(to);
}
