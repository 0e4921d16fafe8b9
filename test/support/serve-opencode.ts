import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createOpencodeClient, type OpencodeClient } from '@opencode-ai/sdk/v2';
import { prepareHome } from '../../src/agent/opencode/configuration.ts';
import { findOpenCode } from './opencode.ts';

export type OpenCodeServer = AsyncDisposable & { readonly client: OpencodeClient };

const PASSWORD = 'of the test';

type Serving = {
  readonly directory: string;
  /** Its own home; what a start needs is made there. */
  readonly home: string;
  /** Its whole configuration. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Called when it has ended. */
  readonly onEnded: () => Promise<void>;
};

/** Starts the real OpenCode as a server in a directory, outside of every sandbox; it has answered when it is returned. */
export async function serveOpenCode({ directory, home, config, onEnded }: Serving): Promise<OpenCodeServer> {
  await prepareHome(home);
  const server = spawn(await findOpenCode(), ['serve', '--hostname', '127.0.0.1', '--port', '0'], {
    cwd: directory,
    env: environment(home, config),
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
      const exit = once(server, 'exit');
      process.kill(-server.pid, 'SIGKILL');
      await exit;
    }
    await onEnded();
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

function environment(home: string, config: Serving['config']): NodeJS.ProcessEnv {
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
