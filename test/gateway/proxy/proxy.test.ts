import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dial } from '../../../src/gateway/proxy/dial.ts';
import { listenOutside } from '../../sandbox/bridge/namespace.ts';
import { ENCRYPTED_HELLO, hello } from './hello.ts';
import { askThrough, sayTo, startProxy, startWorld, tunnelTo } from './through.ts';

let world: Awaited<ReturnType<typeof startWorld>>;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world[Symbol.asyncDispose]());

const opened = (domain: string, limits = {}) => startProxy({ domains: [`${domain}:${world.port}`], limits });

describe('the proxy leads', () => {
  it.each([
    ['a.example', 'a.example'],
    ['a.example', 'A.Example'],
    ['a.example', 'a.example.'],
    ['*.b.example', 'deep.down.b.example'],
  ])('to %s for who asks for %s', async (domain, host) => {
    await using proxy = await opened(domain);
    const servername = host.replace(/\.$/, '');
    expect(await askThrough(proxy.port, `${host}:${world.port}`, { servername })).toContain('xxxxx');
    expect(proxy.blocked).toEqual([]);
  });

  it('as many bytes as there are, many times at once', async () => {
    await using proxy = await opened('a.example');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => askThrough(proxy.port, `a.example:${world.port}`, { path: '/1000000' })),
    );
    expect(answers.map(({ length }) => length)).toEqual(answers.map(() => 1_000_000));
  });
});

describe('the proxy refuses and tells of', () => {
  it.each([
    ['another host', 'b.example', 'it is not one of `allowed-domains`'],
    ['a host below an allowed one', 'x.a.example', 'it is not one of `allowed-domains`'],
    ['a host whose name ends alike', 'xa.example', 'it is not one of `allowed-domains`'],
    ['a name that stands for this machine', 'localhost', 'it is not one of `allowed-domains`'],
    ['an address', '127.0.0.1', 'it was not asked for by its name'],
    ['where clouds tell credentials', '169.254.169.254', 'it was not asked for by its name'],
    ['an address as one number', '2130706433', 'it was not asked for by its name'],
    ['an address in another base', '0x7f000001', 'it was not asked for by its name'],
    ['an address in another base, in parts', '0177.0.0.0x1', 'it was not asked for by its name'],
    ['an address in brackets', '[::1]', 'it was not asked for by its name'],
    ['somebody’s name before the host', 'a.example@b.example', 'it was not asked for by its name'],
    ['a host behind a host', 'a.example:443@b.example', 'it was not asked for by its name'],
    ['an encoded name', 'a%2eexample', 'it was not asked for by its name'],
  ])('%s', async (_, host, reason) => {
    await using proxy = await opened('a.example');
    await expect(tunnelTo(proxy.port, `${host}:${world.port}`)).rejects.toThrow(/^HTTP\/1\.1 403 Forbidden/);
    expect(proxy.blocked).toMatchObject([{ reason }]);
    expect(proxy.blocked[0]?.host).toContain(host.slice(0, 5));
  });

  it('another port of an allowed host', async () => {
    await using proxy = await opened('a.example');
    await expect(tunnelTo(proxy.port, 'a.example:22')).rejects.toThrow('403');
    expect(proxy.blocked).toEqual([{ host: 'a.example', port: 22, reason: 'it is not one of `allowed-domains`' }]);
  });

  it('the host above a star', async () => {
    await using proxy = await opened('*.b.example');
    await expect(tunnelTo(proxy.port, `b.example:${world.port}`)).rejects.toThrow('403');
  });

  it('TLS for another host than was asked for, before anything of it is passed on', async () => {
    await using proxy = await opened('a.example');
    const before = world.requests.length;
    expect(await askThrough(proxy.port, `a.example:${world.port}`, { servername: 'evil.example' })).toBe('');
    expect(proxy.blocked).toEqual([{ host: 'a.example', port: world.port, reason: 'its TLS was for evil.example' }]);
    expect(world.requests).toHaveLength(before);
  });

  it.each([
    ['what is not TLS', Buffer.from('GET / HTTP/1.1\r\n\r\n'), 'it does not begin as TLS does'],
    ['another protocol', Buffer.from('SSH-2.0-x\r\n'), 'it does not begin as TLS does'],
    ['TLS for nobody', hello({}), 'it does not say whom it is for'],
    [
      'TLS that hides whom it is for',
      hello({ names: [['a.example']], extensions: [[ENCRYPTED_HELLO, Buffer.alloc(9)]] }),
      'it hides whom it is for',
    ],
    ['half a beginning', hello({ names: [['a.example']] }).subarray(0, 30), 'it ended before TLS began'],
  ])('%s', async (_, bytes, reason) => {
    await using proxy = await opened('a.example');
    const socket = await tunnelTo(proxy.port, `a.example:${world.port}`);
    socket.end(bytes);
    await once(socket, 'close');
    expect(proxy.blocked).toEqual([{ host: 'a.example', port: world.port, reason }]);
  });

  it('what comes with the request for a tunnel, when it is not TLS for the host', async () => {
    await using proxy = await opened('a.example');
    const ask = `CONNECT a.example:${world.port} HTTP/1.1\r\nhost: x\r\n\r\n`;
    await sayTo(proxy.port, Buffer.concat([Buffer.from(ask), hello({ names: [['b.example']] })]));
    expect(proxy.blocked).toMatchObject([{ reason: 'its TLS was for b.example' }]);
  });

  it.each([
    ['a whole address', 'GET http://a.example/secret HTTP/1.1', { host: 'a.example', port: 80 }],
    ['metadata of a cloud', 'GET http://169.254.169.254/latest HTTP/1.1', { host: '169.254.169.254', port: 80 }],
    ['a path', 'GET / HTTP/1.1', { host: 'nobody', port: 80 }],
    ['a whole address that is TLS', 'POST https://a.example:444/x HTTP/1.1', { host: 'a.example', port: 444 }],
  ])('a plain request for %s', async (_, line, place) => {
    await using proxy = await opened('a.example');
    const said = await sayTo(proxy.port, `${line}\r\nhost: a.example\r\n\r\n`);
    expect(said).toMatch(/^HTTP\/1\.1 403 /);
    expect(proxy.blocked).toEqual([{ ...place, reason: 'only TLS is let through, and this was a plain request' }]);
  });

  it('a host below a star that stands for a private address, and not one that was listed by its name', async () => {
    const asked: string[] = [];
    const dial: Dial = ({ host, mayBePrivate }) => {
      asked.push(`${host} ${mayBePrivate}`);
      return Promise.resolve({ kind: 'unreachable', reason: 'why' });
    };
    await using proxy = await startProxy({ domains: ['a.example', '*.b.example', 'npm.b.example'], dial });
    for (const host of ['a.example', 'x.b.example', 'npm.b.example'])
      await expect(tunnelTo(proxy.port, `${host}:443`)).rejects.toThrow('502');
    expect(asked).toEqual(['a.example true', 'x.b.example false', 'npm.b.example true']);
  });

  it('a host whose address is not of the internet', async () => {
    const dial = () => Promise.resolve({ kind: 'refused', reason: 'its address is private' } as const);
    await using proxy = await startProxy({ domains: ['a.example'], dial });
    await expect(tunnelTo(proxy.port, 'a.example:443')).rejects.toThrow('Patchwright: its address is private.');
    expect(proxy.blocked).toEqual([{ host: 'a.example', port: 443, reason: 'its address is private' }]);
  });

  it('names that act in a log or on a page, as one short harmless line', async () => {
    await using proxy = await opened('a.example');
    await sayTo(proxy.port, `CONNECT ${'é\u{9b}::add-mask::x'.repeat(50)}:443 HTTP/1.1\r\nhost: x\r\n\r\n`);
    await sayTo(proxy.port, `CONNECT ::stop-commands::x:443 HTTP/1.1\r\nhost: x\r\n\r\n`);
    for (const { host } of proxy.blocked) {
      expect(host.length).toBeLessThanOrEqual(101);
      expect(host).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });
});

describe('the proxy is bounded', () => {
  it('in the connections of a run', async () => {
    await using proxy = await opened('a.example', { inAll: 2 });
    const ask = () => askThrough(proxy.port, `a.example:${world.port}`);
    expect([await ask(), await ask()]).toEqual(['xxxxx', 'xxxxx']);
    await expect(ask()).rejects.toThrow('403');
    expect(proxy.blocked).toMatchObject([{ reason: 'the run has made 2 connections' }]);
  });

  it.each([
    ['sent', { sent: 2 ** 20 }, { body: 'y'.repeat(3 * 2 ** 20) }, 'the run has sent 1 MiB'],
    ['received', { received: 2 ** 20 }, { path: `/${3 * 2 ** 20}` }, 'the run has received 1 MiB'],
  ])('in the bytes that are %s, and tells once', async (_, limits, request, reason) => {
    await using proxy = await opened('a.example', limits);
    const answer = await askThrough(proxy.port, `a.example:${world.port}`, request);
    expect(answer.length).toBeLessThan(2 * 2 ** 20);
    expect(proxy.blocked).toEqual([{ host: 'a.example', port: world.port, reason }]);
    await expect(tunnelTo(proxy.port, `a.example:${world.port}`)).rejects.toThrow(reason);
  });

  it('in what it tells', async () => {
    await using proxy = await opened('a.example', { told: 3 });
    for (let count = 0; count < 5; count += 1)
      await expect(tunnelTo(proxy.port, `b${count}.example:443`)).rejects.toThrow('403');
    expect(proxy.blocked.map(({ host }) => host)).toEqual(['b0.example', 'b1.example', 'b2.example']);
  });

  it('in the time that it waits for a client’s first words, and that both are silent', async () => {
    await using mute = await listenOutside(() => undefined);
    const domains = [`a.example:${mute.port}`];
    await using proxy = await startProxy({ domains, limits: { answer: 50, silence: 50 } });
    const silent = await tunnelTo(proxy.port, `a.example:${mute.port}`);
    await once(silent, 'close');
    const begun = await tunnelTo(proxy.port, `a.example:${mute.port}`);
    begun.write(hello({ names: [['a.example']] }));
    await once(begun.resume(), 'close');
  });
});

it('a proxy that ends takes its tunnels with it', async () => {
  const proxy = await opened('a.example');
  const socket = await tunnelTo(proxy.port, `a.example:${world.port}`);
  socket.write(hello({ names: [['a.example']] }));
  const closed = new Promise((resolve) => socket.resume().once('close', resolve));
  await proxy[Symbol.asyncDispose]();
  await closed;
});
