import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isPermitted } from '../../../src/gateway/proxy/addresses.ts';
import { createDial, type Dialled } from '../../../src/gateway/proxy/dial.ts';
import { listenOutside } from '../../sandbox/bridge/namespace.ts';

const NO_PROXIES = { http: null, https: null, no: '' };

/** A name server of the test's own. */
const resolving = (addresses: readonly string[], permits = isPermitted) => {
  const asked: string[] = [];
  const resolve = (host: string) => {
    asked.push(host);
    return Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  };
  return { asked, ways: { resolve, permits } };
};

function close(dialled: Dialled): Dialled['kind'] {
  if (dialled.kind === 'connected') dialled.socket.on('error', () => undefined).destroy();
  return dialled.kind;
}

describe('a name', () => {
  it.each([
    ['127.0.0.1'],
    ['169.254.169.254'],
    ['10.0.0.1'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['fe80::1'],
    ['192.168.0.1'],
  ])('that stands for %s is refused before anything is connected to', async (address) => {
    await using here = await listenOutside(() => undefined);
    const dial = createDial(NO_PROXIES, resolving([address]).ways);
    expect(await dial({ host: 'rebind.example', port: here.port, mayBePrivate: false })).toEqual({
      kind: 'refused',
      reason: 'its address is not one of the public internet',
    });
    expect(here.connections()).toBe(0);
  });

  it('that somebody vouched for may stand in a private network and not for this machine', async () => {
    const permitted: string[] = [];
    const permits = (address: string, mayBePrivate: boolean): boolean => {
      if (isPermitted(address, mayBePrivate)) permitted.push(address);
      return false;
    };
    const { ways } = resolving(['10.0.0.1', '127.0.0.1', '169.254.169.254'], permits);
    await createDial(NO_PROXIES, ways)({ host: 'npm.corp.example', port: 443, mayBePrivate: true });
    expect(permitted).toEqual(['10.0.0.1']);
  });

  it('is asked for once, and what was looked at is what is connected to', async () => {
    await using here = await listenOutside((socket) => void socket.end());
    // As a name server of the attacker's would: the second answer is another one.
    const answers = [['127.0.0.2'], ['127.0.0.1']];
    const looked: string[] = [];
    const dial = createDial(NO_PROXIES, {
      resolve: () => Promise.resolve((answers.shift() ?? []).map((address) => ({ address, family: 4 }))),
      permits: (address) => looked.push(address) > 0,
    });
    const dialled = await dial({ host: 'rebind.example', port: here.port, mayBePrivate: false });
    expect(close(dialled)).toBe('unreachable');
    expect(looked).toEqual(['127.0.0.2']);
    expect(here.connections()).toBe(0);
  });

  it('that stands for permitted addresses among others is connected to at those alone', async () => {
    await using here = await listenOutside((socket) => void socket.end());
    const { ways } = resolving(['127.0.0.2', '127.0.0.1'], (address) => address === '127.0.0.1');
    expect(close(await createDial(NO_PROXIES, ways)({ host: 'a.example', port: here.port, mayBePrivate: false }))).toBe(
      'connected',
    );
    expect(here.connections()).toBe(1);
  });

  it('that nobody knows, and a host that does not answer, are told as such', async () => {
    const unknown = {
      resolve: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })),
      permits: isPermitted,
    };
    const target = { host: 'a.example', port: 1, mayBePrivate: false };
    expect(await createDial(NO_PROXIES, unknown)(target)).toEqual({ kind: 'unreachable', reason: 'ENOTFOUND' });
    const { ways } = resolving(['127.0.0.1'], () => true);
    expect(await createDial(NO_PROXIES, ways)(target)).toEqual({ kind: 'unreachable', reason: 'ECONNREFUSED' });
  });
});

/** A proxy of the runner's that says what it was asked. */
async function runnerProxy(status: string) {
  const asked: { target: string | undefined; headers: IncomingHttpHeaders }[] = [];
  const server = createServer();
  server.on('connect', ({ url, headers }, socket) => {
    asked.push({ target: url, headers });
    socket.end(`HTTP/1.1 ${status}\r\n\r\nhello`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  return {
    asked,
    host: `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

describe('behind a proxy of the runner’s', () => {
  const target = { host: 'pypi.org', port: 443, mayBePrivate: false };

  it('that proxy is asked by name, with what it wants to know of who asks', async () => {
    await using proxy = await runnerProxy('200 OK');
    const { asked, ways } = resolving(['127.0.0.1']);
    const dialled = await createDial({ ...NO_PROXIES, https: `http://some%40one:p%3Ass@${proxy.host}` }, ways)(target);
    if (dialled.kind !== 'connected') throw new Error(dialled.reason);
    const said: unknown[] = await once(dialled.socket, 'data');
    expect(String(said)).toBe('hello');
    expect(proxy.asked).toMatchObject([
      {
        target: 'pypi.org:443',
        headers: { 'proxy-authorization': `Basic ${Buffer.from('some@one:p:ss').toString('base64')}` },
      },
    ]);
    expect(asked).toEqual([]);
  });

  it('a refusal of that proxy’s is told, and so is one that is not there', async () => {
    await using proxy = await runnerProxy('407 Proxy Authentication Required');
    expect(await createDial({ ...NO_PROXIES, https: `http://${proxy.host}` })(target)).toEqual({
      kind: 'unreachable',
      reason: 'the runner’s proxy answered 407',
    });
    expect(await createDial({ ...NO_PROXIES, https: 'http://127.0.0.1:1' })(target)).toEqual({
      kind: 'unreachable',
      reason: 'the runner’s proxy could not be reached',
    });
  });

  it.each(['pypi.org', '.org', '*.org', 'org', '*', 'a.example, pypi.org:443', 'PYPI.ORG'])(
    'a host that is exempt by “%s” is gone to directly',
    async (no) => {
      const { asked, ways } = resolving([]);
      await createDial({ http: null, https: 'http://127.0.0.1:1', no }, ways)(target);
      expect(asked).toEqual(['pypi.org']);
    },
  );

  it.each(['ypi.org', 'pypi.org:80', 'a.pypi.org', 'example.com', ''])('one is not exempt by “%s”', async (no) => {
    const { asked, ways } = resolving([]);
    await createDial({ http: null, https: 'http://127.0.0.1:1', no }, ways)(target);
    expect(asked).toEqual([]);
  });
});
