import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedDomains } from '../../../src/config/domains.ts';
import { gatewayEnvironment, proxiesOf } from '../../../src/config/environment.ts';
import { Notice, type Blocked, type Order } from '../../../src/gateway/messages.ts';
import { ROOT } from '../../support/action/environment.ts';
import { startBehind, type Behind } from '../../support/provider/behind.ts';
import { processesWith } from '../../support/provider/processes.ts';
import { CREDENTIALS, startRunnerProxy } from './runner-proxy.ts';
import { askThrough, startWorld, tunnelTo } from './through.ts';

let world: Awaited<ReturnType<typeof startWorld>>;
let runnerProxy: Awaited<ReturnType<typeof startRunnerProxy>>;
let behind: Behind;
let port: number;
const blocked: Blocked[] = [];

beforeAll(async () => {
  world = await startWorld();
  runnerProxy = await startRunnerProxy(world.port);
  const environment = { HTTPS_PROXY: runnerProxy.address, HTTP_PROXY: runnerProxy.address, NO_PROXY: '127.0.0.1' };
  behind = await startBehind({
    env: gatewayEnvironment(environment),
    proxies: proxiesOf(environment),
    domains: allowedDomains(['registries', '*.corp.example'], { npm_config_registry: 'https://npm.example:8443' }),
  });
  behind.gateway.watch({
    onRequest: () => undefined,
    onFault: () => undefined,
    onBlocked: (one) => void blocked.push(one),
  });
  port = behind.gateway.ports.proxy ?? 0;
});
afterAll(async () => {
  await behind[Symbol.asyncDispose]();
  await runnerProxy[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

describe('the gateway’s process', () => {
  it.each(['registry.npmjs.org:443', 'a.corp.example:443', 'npm.example:8443'])('leads to %s', async (authority) => {
    expect(await askThrough(port, authority)).toBe('xxxxx');
    expect(runnerProxy.asked).toContain(authority);
    expect(blocked).toEqual([]);
  });

  it('tells of what it refuses, and asks the runner’s proxy for none of it', async () => {
    await expect(tunnelTo(port, 'evil.example:443')).rejects.toThrow('403');
    await expect(tunnelTo(port, '169.254.169.254:80')).rejects.toThrow('403');
    await behind.settled();
    expect(blocked).toMatchObject([
      { host: 'evil.example', port: 443 },
      { host: '169.254.169.254', port: 80 },
    ]);
    expect(behind.log.at(-2)).toBe(
      'The confined network refused a connection to evil.example:443: it is not one of `allowed-domains`.',
    );
    expect(runnerProxy.asked.join()).not.toMatch(/evil|169/);
  });

  it('has no credential where other processes can read it, not even the runner’s proxy’s', async () => {
    const [pid] = await processesWith(behind.mark);
    expect(pid).toBeDefined();
    for (const file of ['environ', 'cmdline']) {
      const text = await readFile(`/proc/${pid}/${file}`, 'latin1');
      expect(text).not.toContain('proxy-password');
      expect(text).not.toMatch(/_proxy/i);
    }
    expect(runnerProxy.refused).toEqual([]);
    expect(behind.log.join('\n')).not.toContain(CREDENTIALS);
  });

  it('ends by itself with its standard input, whatever goes through its tunnels', async () => {
    const child = spawn(process.execPath, [join(ROOT, 'src/gateway/process.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = once(child, 'close');
    const start: Order = {
      kind: 'start',
      providers: [],
      placeholders: {},
      limits: { cost: 1, tokens: 1, requests: 1 },
      deadline: Date.now() + 60_000,
      patience: 0,
      record: null,
      proxies: proxiesOf({ https_proxy: runnerProxy.address }),
      domains: allowedDomains(['registries'], {}),
    };
    child.stdin.write(`${JSON.stringify(start)}\n`);
    const notice = Notice.parse(JSON.parse(String(await once(child.stdout, 'data'))));
    if (notice.kind !== 'listening') throw new Error(notice.kind);
    const socket = await tunnelTo(notice.proxy ?? 0, 'pypi.org:443');
    socket.resume();
    child.stdin.end();
    expect(await ended).toEqual([0, null]);
  });
});

it('a gateway of a run whose network is open has no proxy', async () => {
  await using own = await startBehind();
  expect(own.gateway.ports.proxy).toBeNull();
});
