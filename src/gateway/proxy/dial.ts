import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Proxies } from '../../config/environment.ts';
import { isPermitted } from './addresses.ts';
import { proxyFor, tunnel } from './runner-proxy.ts';

export type Target = Readonly<{
  host: string;
  port: number;
  /** Somebody named this very host, so it may stand in a network that is not the world's, as mirrors do. */
  mayBePrivate: boolean;
}>;

export type Dialled =
  | Readonly<{ kind: 'connected'; socket: Socket }>
  /** It is there and may not be reached. */
  | Readonly<{ kind: 'refused'; reason: string }>
  | Readonly<{ kind: 'unreachable'; reason: string }>;

/** Opens a connection to a host. */
export type Dial = (target: Target) => Promise<Dialled>;

type Address = Readonly<{ address: string; family: number }>;

/** How names become addresses, and which of these may be connected to. */
type Ways = Readonly<{
  resolve: (host: string) => Promise<readonly Address[]>;
  permits: (address: string, mayBePrivate: boolean) => boolean;
}>;

const REAL: Ways = { resolve: (host) => lookup(host, { all: true }), permits: isPermitted };

/** Milliseconds. */
const CONNECT_LIMIT = 30_000;

/**
 * Dials from where the runner stands. The addresses that a name stands for are looked at, and it is these very addresses
 * that are connected to: a name that stands for something else a moment later gains nothing by it. Where the runner goes
 * through a proxy, that proxy resolves the name, and what it lets through is its owner's to say.
 */
export function createDial(proxies: Proxies, { resolve, permits }: Ways = REAL): Dial {
  return async ({ host, port, mayBePrivate }) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), CONNECT_LIMIT);
    const { signal } = late;
    const proxy = proxyFor(proxies, host, port);
    try {
      if (proxy !== null) return { kind: 'connected', socket: await tunnel(proxy, `${host}:${port}`, signal) };
      const addresses = (await resolve(host)).filter(({ address }) => permits(address, mayBePrivate));
      if (addresses.length === 0) return { kind: 'refused', reason: 'its address is not one of the public internet' };
      return { kind: 'connected', socket: await connected(host, port, { addresses, signal }) };
    } catch (error) {
      return { kind: 'unreachable', reason: codeOf(error) };
    } finally {
      clearTimeout(timer);
    }
  };
}

async function connected(
  host: string,
  port: number,
  { addresses, signal }: Readonly<{ addresses: readonly Address[]; signal: AbortSignal }>,
): Promise<Socket> {
  const socket = connect({
    host,
    port,
    allowHalfOpen: true,
    // What is connected to is what was looked at.
    lookup: (_, { all }, found) => {
      const [first] = addresses;
      if (all === true) found(null, [...addresses]);
      else found(null, first?.address ?? '', first?.family);
    },
  });
  try {
    await once(socket, 'connect', { signal });
    return socket;
  } catch (error) {
    socket.on('error', () => undefined).destroy();
    throw error;
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection broke';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
