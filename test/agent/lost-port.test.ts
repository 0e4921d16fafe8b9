import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServer } from '../../src/agent/opencode/server.ts';
import { confinedEnvironment } from '../../src/config/environment.ts';
import { freePort } from '../../src/sandbox/free-port.ts';
import { createNoSandbox } from '../../src/sandbox/none.ts';
import { findOpenCode } from '../support/opencode.ts';

test('a port that somebody else took before OpenCode could is given up for another one', async () => {
  const root = await mkdtemp(join(tmpdir(), 'lost-port-'));
  const [directory, home] = [join(root, 'clone'), join(root, 'home')];
  await mkdir(directory);
  const taken = await freePort();
  await using thief = createServer((_, response) => void response.writeHead(404).end());
  await new Promise<void>((resolve) => void thief.listen(taken, '127.0.0.1', resolve));
  const ports = [taken, await freePort()];
  await using server = await startServer({
    binary: await findOpenCode(),
    sandbox: { ...createNoSandbox(), openPort: async () => ports.shift() ?? 0 },
    home,
    directory,
    env: confinedEnvironment(process.env, home),
    access: { placeholder: 'none', baseUrls: {}, models: [], ownEndpoint: true, preferred: null },
  });
  expect(ports).toEqual([]);
  expect((await server.client.global.health()).data?.healthy).toBe(true);
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
});
