import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createOpencodeClient, type OpencodeClient } from '@opencode-ai/sdk/v2';
import { prepareHome } from '../../src/agent/opencode/configuration.ts';
import { openCodeBase, providerOf } from '../../src/gateway/providers.ts';
import { findOpenCode } from '../support/opencode.ts';

export type Client = AsyncDisposable & Readonly<{ client: OpencodeClient }>;

/** A picture of one pixel. */
export const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const PASSWORD = 'of the test';

/** Starts the real OpenCode with these providers, each at its place behind `origin`; `own` is one that nobody knows. */
export async function startOpenCode(origin: string, providers: readonly string[]): Promise<Client> {
  const root = await mkdtemp(join(tmpdir(), 'providers-'));
  const [home, directory] = [join(root, 'home'), join(root, 'work')];
  await prepareHome(home);
  await mkdir(directory);
  await writeFile(join(directory, 'pixel.png'), Buffer.from(PIXEL, 'base64'));
  const server = spawn(await findOpenCode(), ['serve', '--hostname', '127.0.0.1', '--port', '0'], {
    cwd: directory,
    env: environment(home, origin, providers),
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
      const exit = once(server, 'exit');
      process.kill(-server.pid, 'SIGKILL');
      await exit;
    }
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  };
  for await (const line of createInterface(server.stdout)) {
    const url = /listening on (http:\S+)/u.exec(line)?.[1];
    if (url === undefined) continue;
    const authorization = `Basic ${btoa(`opencode:${PASSWORD}`)}`;
    const client = createOpencodeClient({ baseUrl: url, headers: { authorization }, directory });
    await answering(client);
    return { client, [Symbol.asyncDispose]: stop };
  }
  await stop();
  throw new Error('OpenCode ended before it listened');
}

/** A request sent in the first moments after the port opens may hang for good. */
async function answering(client: OpencodeClient): Promise<void> {
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const health = await client.global.health({ signal: AbortSignal.timeout(2000) }).catch(() => null);
    if (health?.data) return;
  }
  throw new Error('OpenCode listens and does not answer');
}

function environment(home: string, origin: string, providers: readonly string[]): NodeJS.ProcessEnv {
  const placed = providers.map((id) => {
    const options = { baseURL: openCodeBase(providerOf(id, null), origin), apiKey: 'placeholder' };
    const own = { npm: '@ai-sdk/openai-compatible', name: id, models: { model: { name: 'Own' } } };
    return [id, id === 'own' ? { ...own, options } : { options }] as const;
  });
  const config = {
    share: 'disabled',
    autoupdate: false,
    snapshot: false,
    plugin: [],
    mcp: {},
    enabled_providers: providers,
    provider: Object.fromEntries(placed),
  };
  return {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
    OPENCODE_DISABLE_AUTOUPDATE: '1',
    OPENCODE_DISABLE_MODELS_FETCH: '1',
    OPENCODE_DISABLE_DEFAULT_PLUGINS: '1',
    OPENCODE_DISABLE_LSP_DOWNLOAD: '1',
    OPENCODE_DISABLE_CLAUDE_CODE: '1',
    OPENCODE_DISABLE_SHARE: '1',
    OPENCODE_DISABLE_PROJECT_CONFIG: '1',
    OPENCODE_CLIENT: 'patchwright',
    OPENCODE_SERVER_PASSWORD: PASSWORD,
    OPENCODE_CONFIG_CONTENT: JSON.stringify(config),
  };
}
