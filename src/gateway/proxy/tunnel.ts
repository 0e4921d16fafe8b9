import type { Socket } from 'node:net';
import type { Domain } from '../../config/domains.ts';
import { join } from '../../sandbox/bridge/sockets.ts';
import type { Blocked } from '../messages.ts';
import { inOneLine } from '../words.ts';
import { readClientHello, type Hello } from './client-hello.ts';
import type { Dial, Target } from './dial.ts';
import { exceeded, type Limits, type Spent } from './limits.ts';

export type TunnelContext = Readonly<{
  domains: readonly Domain[];
  dial: Dial;
  limits: Limits;
  spent: Spent;
  refused: (blocked: Blocked) => void;
}>;

/** A name and a port; an address in brackets, a name before an `@` and the like are none. */
const AUTHORITY = /^(?<host>[a-z0-9_.-]{1,254}?)\.?:(?<port>\d{1,5})$/i;

/** What may be an address in some way of writing one. */
const NUMERIC = /(?:^|\.)(?:0x[\da-f]*|\d+)$/i;

/** Answers a request for a tunnel; resolves when the tunnel stands or is refused. */
export async function openTunnel(authority: string, client: Socket, context: TunnelContext): Promise<void> {
  const { dial, limits, spent, refused } = context;
  const { host = inOneLine(authority, 100), port: written = '0' } = AUTHORITY.exec(authority)?.groups ?? {};
  const place = { host: host.toLowerCase(), port: Number(written) };
  const refuse = (reason: string): void => {
    refused({ ...place, reason });
    answer(client, '403 Forbidden', reason);
  };
  const target = targetOf(place, context.domains);
  if (target === null) return refuse(whyNot(authority));
  spent.connections += 1;
  const used = exceeded(spent, limits);
  if (used !== null) return refuse(used);
  const dialled = await dial(target);
  if (dialled.kind === 'refused') return refuse(dialled.reason);
  if (dialled.kind === 'unreachable') return answer(client, '502 Bad Gateway', dialled.reason);
  const { socket } = dialled;
  const both = [client, socket];
  const end = (): void => both.forEach((one) => one.destroy());
  socket.on('error', end);
  client.once('close', () => socket.destroySoon());
  client.write('HTTP/1.1 200 Connection established\r\n\r\n');
  const { hello, bytes } = await readHello(client, limits.answer);
  const wrong = wrongIn(hello, target);
  if (wrong !== null) {
    // Who says nothing and leaves asked for nothing.
    if (bytes.length > 0) refused({ ...place, reason: wrong });
    return end();
  }
  client.unshift(bytes);
  const count = (what: 'sent' | 'received') => (piece: Buffer) => {
    spent[what] += piece.length;
    const now = exceeded(spent, limits);
    if (now === null || client.destroyed) return;
    refused({ ...place, reason: now });
    end();
  };
  client.on('data', count('sent'));
  socket.on('data', count('received'));
  for (const one of both) one.setTimeout(limits.silence, end);
  join(client, socket);
}

/** Whoever gives names below a domain to others does not say what these stand for, so no private network is theirs. */
function targetOf({ host, port }: Readonly<{ host: string; port: number }>, domains: readonly Domain[]): Target | null {
  const matching = domains.filter((domain) => domain.port === port && isNamedBy(domain, host));
  if (matching.length === 0) return null;
  return { host, port, mayBePrivate: matching.some(({ below }) => !below) };
}

function isNamedBy(domain: Domain, host: string): boolean {
  return domain.below ? host.endsWith(`.${domain.host}`) : host === domain.host;
}

function whyNot(authority: string): string {
  const host = AUTHORITY.exec(authority)?.groups?.['host'];
  return host === undefined || NUMERIC.test(host)
    ? 'it was not asked for by its name'
    : 'it is not one of `allowed-domains`';
}

function answer(client: Socket, status: string, reason: string): void {
  client.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\nPatchwright: ${reason}.\n`);
  client.resume();
}

/** A name that many hosts of one machine share leads to whichever of them TLS asks for. */
function wrongIn(hello: Hello, { host }: Target): string | null {
  if (hello.kind === 'more') return 'it ended before TLS began';
  if (hello.kind === 'not') return hello.reason;
  const name = hello.host.replace(/\.$/, '');
  return name === host ? null : `its TLS was for ${inOneLine(name, 100)}`;
}

/** The first words of a client, which stay to be sent on. */
async function readHello(client: Socket, limit: number): Promise<Readonly<{ hello: Hello; bytes: Buffer }>> {
  const late = setTimeout(() => client.destroy(), limit);
  let bytes = Buffer.alloc(0);
  let hello: Hello = { kind: 'more' };
  while (hello.kind === 'more' && !client.readableEnded && !client.destroyed) {
    const piece: unknown = client.read();
    if (piece instanceof Buffer) {
      bytes = Buffer.concat([bytes, piece]);
      hello = readClientHello(bytes);
    } else await something(client);
  }
  clearTimeout(late);
  return { hello, bytes };
}

function something(client: Socket): Promise<void> {
  return new Promise((resolve) => {
    const names = ['readable', 'end', 'close'] as const;
    const heard = (): void => {
      for (const name of names) client.off(name, heard);
      resolve();
    };
    for (const name of names) client.on(name, heard);
  });
}
