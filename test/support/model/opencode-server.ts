import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createOpencodeClient, type OpencodeClient } from '@opencode-ai/sdk/v2';
import { OPENCODE_VERSION } from '../../../src/config/opencode-version.ts';
import { findOpenCode } from '../opencode.ts';

export type OpenCodeServer = AsyncDisposable & { readonly client: OpencodeClient };

type ServerOptions = {
  readonly directory: string;
  /** Base URL of the model. */
  readonly baseUrl: string;
  readonly protocol?: 'chat' | 'responses';
};

const PASSWORD = 'of the test';
const CLIENTS = { chat: '@ai-sdk/openai-compatible', responses: '@ai-sdk/openai' } as const;

/** Starts the real OpenCode in a home of its own, with the scripted model as its only provider. */
export async function startOpenCode(options: ServerOptions): Promise<OpenCodeServer> {
  const binary = await findOpenCode();
  const home = await mkdtemp(join(tmpdir(), 'opencode-'));
  await refusePluginDownload(join(home, 'config/opencode'));
  const server = spawn(binary, ['serve', '--hostname', '127.0.0.1', '--port', '0'], {
    cwd: options.directory,
    env: environment(home, options),
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = async () => {
    const running = server.exitCode === null && server.signalCode === null;
    if (running && server.pid !== undefined) {
      const exit = once(server, 'exit');
      process.kill(-server.pid, 'SIGKILL');
      await exit;
    }
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  for await (const line of createInterface(server.stdout)) {
    const url = /listening on (http:\S+)/u.exec(line)?.[1];
    if (url === undefined) continue;
    const authorization = `Basic ${btoa(`opencode:${PASSWORD}`)}`;
    const client = createOpencodeClient({ baseUrl: url, headers: { authorization }, directory: options.directory });
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

/** A starting server installs its plugin package into the configuration folder unless it finds it locked there. */
async function refusePluginDownload(folder: string): Promise<void> {
  const plugin = { '@opencode-ai/plugin': OPENCODE_VERSION };
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ dependencies: plugin }));
  const packages = { '': { dependencies: plugin }, 'node_modules/@opencode-ai/plugin': { version: OPENCODE_VERSION } };
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, requires: true, packages }));
}

function environment(home: string, { baseUrl, protocol = 'chat' }: ServerOptions): NodeJS.ProcessEnv {
  const model = { name: 'Scripted', limit: { context: 200_000, output: 8_000 }, tool_call: true };
  const config = {
    share: 'disabled',
    autoupdate: false,
    enabled_providers: ['scripted'],
    model: 'scripted/coder',
    small_model: 'scripted/coder',
    provider: {
      scripted: {
        npm: CLIENTS[protocol],
        name: 'Scripted',
        options: { baseURL: baseUrl, apiKey: 'scripted' },
        models: { coder: model },
      },
    },
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
