import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedDomains } from '../../../src/config/domains.ts';
import { proxiesOf } from '../../../src/config/environment.ts';
import type { Blocked } from '../../../src/gateway/messages.ts';
import type { Bridge } from '../../../src/sandbox/bridge/open-bridge.ts';
import { startRunnerProxy } from '../../gateway/proxy/runner-proxy.ts';
import { startWorld } from '../../gateway/proxy/through.ts';
import { answer } from '../../support/provider/answers.ts';
import { KEY, PROMPT, startBehind, type Behind } from '../../support/provider/behind.ts';
import { bridge, listenOutside, runInside } from './namespace.ts';

let world: Awaited<ReturnType<typeof startWorld>>;
let runnerProxy: Awaited<ReturnType<typeof startRunnerProxy>>;
let behind: Behind;
let opened: Bridge;
const blocked: Blocked[] = [];

beforeAll(async () => {
  world = await startWorld();
  runnerProxy = await startRunnerProxy(world.port);
  behind = await startBehind({
    domains: allowedDomains(['registries'], {}),
    proxies: proxiesOf({ https_proxy: runnerProxy.address, no_proxy: '127.0.0.1' }),
    play: (response) => answer(response, 'Through the wall.', { input: 5, output: 2 }),
  });
  behind.gateway.watch({
    onRequest: () => undefined,
    onFault: () => undefined,
    onBlocked: (one) => void blocked.push(one),
  });
  const { models, proxy } = behind.gateway.ports;
  opened = await bridge({ ports: [models, ...(proxy === null ? [] : [proxy])], proxy });
});
afterAll(async () => {
  await opened[Symbol.asyncDispose]();
  await behind[Symbol.asyncDispose]();
  await runnerProxy[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

/** A program as people use them, which knows of the proxy by its environment alone. */
const curl = async (...args: readonly string[]): Promise<string> =>
  (await runInside(opened, 'curl', ['-sS', '-k', '--max-time', '30', ...args]).ended).output;

describe('a program in a confined network', () => {
  it('asks the model', async () => {
    const { placeholder, baseUrls } = behind.gateway.access('coder');
    const said = await curl(
      `${baseUrls['own']}/chat/completions`,
      '-H',
      `authorization: Bearer ${placeholder}`,
      '-H',
      'content-type: application/json',
      '-d',
      JSON.stringify(PROMPT),
    );
    expect(said).toContain('Through the wall.');
    expect(said).not.toContain(KEY);
  });

  it('reaches an allowed host', async () => {
    expect(await curl('https://registry.npmjs.org/20')).toBe('x'.repeat(20));
    expect(runnerProxy.asked).toEqual(['registry.npmjs.org:443']);
  });

  it('reaches no other host, which is told', async () => {
    expect(await curl('https://evil.example/')).toContain('403');
    expect(await curl('http://registry.npmjs.org/')).toContain('only TLS is let through');
    await behind.settled();
    expect(blocked).toMatchObject([
      { host: 'evil.example', port: 443 },
      { host: 'registry.npmjs.org', port: 80 },
    ]);
  });

  it.each([
    ['around the proxy', ['--noproxy', '*', 'https://registry.npmjs.org/']],
    ['where clouds tell credentials', ['--noproxy', '*', 'http://169.254.169.254/latest/meta-data/']],
    ['through a proxy of the runner’s', ['--proxy', 'http://127.0.0.1:{runner}', 'https://registry.npmjs.org/']],
    ['a service of this machine', ['--noproxy', '*', 'http://127.0.0.1:{secret}/']],
    ['a service of this machine, through the proxy', ['--proxytunnel', 'http://127.0.0.1:{secret}/', '--noproxy', '']],
    ['a service of this machine, by its name', ['--proxytunnel', 'http://localhost:{secret}/', '--noproxy', '']],
  ])('gets nowhere %s', async (_, args) => {
    await using secret = await listenOutside((socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\nsecret'));
    const runner = new URL(runnerProxy.address).port;
    const said = await curl(
      ...args.map((arg) => arg.replace('{runner}', runner).replace('{secret}', String(secret.port))),
    );
    expect(said).toMatch(/^curl: \(\d+\)/);
    expect(secret.connections()).toBe(0);
  });

  it('finds nothing of the runner’s in its environment', async () => {
    const { output } = await runInside(opened, 'env', []).ended;
    expect(output).toContain(`HTTPS_PROXY=http://127.0.0.1:${behind.gateway.ports.proxy}\n`);
    expect(output).not.toContain('password');
  });
});
