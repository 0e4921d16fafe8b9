import { randomBytes } from 'node:crypto';
import { createOpencodeClient, type OpencodeClient } from '@opencode-ai/sdk/v2/client';
import { OPENCODE_VERSION } from '../../config/opencode-version.ts';
import { Failure } from '../../failure.ts';
import type { ConfinedProcess, Sandbox } from '../../sandbox/sandbox.ts';
import type { ModelAccess } from '../agent.ts';
import { prepareHome, serverEnvironment } from './configuration.ts';

export type ServerOptions = Readonly<{
  binary: string;
  sandbox: Sandbox;
  /** Directory that the server alone uses. */
  home: string;
  /** Directory in which it is started. */
  directory: string;
  /** Allow-listed environment. */
  env: Readonly<Record<string, string>>;
  access: ModelAccess;
  onLine?: (line: string) => void;
}>;

export type Server = AsyncDisposable &
  Readonly<{
    client: OpencodeClient;
    pid: number;
    /** True once the process is gone. */
    isDown: () => boolean;
  }>;

const START_TIMEOUT = 60_000;
/** A request sent in the first moments after the port opens may hang for good, so each try has its own short limit. */
const HEALTH_TIMEOUT = 1000;

/** A stopped server keeps its connections open for ever; only the event stream may last. Questions are asked again. */
const QUESTION_TIMEOUT = 5000;
const COMMAND_TIMEOUT = 30_000;

function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (new URL(request.url).pathname.endsWith('/event')) return fetch(request);
  const limit = AbortSignal.timeout(request.method === 'GET' ? QUESTION_TIMEOUT : COMMAND_TIMEOUT);
  return fetch(request, { signal: AbortSignal.any([request.signal, limit]) });
}

/** How often a port is looked for that is still free when OpenCode comes to take it. */
const PORT_TRIES = 3;

/** Starts `opencode serve` on loopback with a random port and password; ready means that it answered. */
export async function startServer(options: ServerOptions, tries: number = PORT_TRIES): Promise<Server> {
  await prepareHome(options.home);
  // It takes `--port 0` as its usual port first, which another server may hold.
  const [port, password] = [await options.sandbox.openPort(), randomBytes(24).toString('base64url')];
  const child = options.sandbox.start({
    file: options.binary,
    args: ['serve', '--hostname', '127.0.0.1', '--port', String(port)],
    // Its sessions say where they work.
    cwd: options.home,
    env: { ...options.env, ...serverEnvironment(options.home, password, options.access) },
    timeout: 0,
    ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
  });
  let down = false;
  void child.ended.then(() => (down = true));
  const client = createOpencodeClient({
    baseUrl: `http://127.0.0.1:${port}`,
    fetch: boundedFetch,
    headers: { authorization: `Basic ${Buffer.from(`opencode:${password}`).toString('base64')}` },
  });
  try {
    await untilHealthy(client, child, () => down);
  } catch (error) {
    if (tries > 1 && down && (await hasLostPort(child))) return await startServer(options, tries - 1);
    throw error;
  }
  return {
    client,
    pid: child.pid ?? 0,
    isDown: () => down,
    [Symbol.asyncDispose]: async () => {
      await child.kill();
      await child.ended;
    },
  };
}

/** Somebody else took the port between its choice and its use; OpenCode then says no more than this. */
async function hasLostPort(child: ConfinedProcess): Promise<boolean> {
  return /\bServeError\b/.test((await child.ended).output);
}

async function untilHealthy(client: OpencodeClient, child: ConfinedProcess, isDown: () => boolean): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT;
  while (Date.now() < deadline && !isDown()) {
    const health = await client.global
      .health({ signal: AbortSignal.timeout(HEALTH_TIMEOUT) })
      .catch(() => ({ data: undefined }));
    if (health.data?.version === OPENCODE_VERSION) return;
    if (health.data !== undefined) {
      await child.kill();
      throw strange(health.data);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await child.kill();
  const { output } = await child.ended;
  throw new Failure(
    'runtime-crashed',
    `OpenCode did not start: ${output.trim().split('\n').slice(-3).join(' ') || 'no output'}`,
    {
      hint: 'Run it again; if it stays so, the run’s log has what OpenCode printed.',
    },
  );
}

/** Another version. OpenCode 2 has other routes, and answers these with its page. */
function strange(health: unknown): Failure {
  const version: unknown = typeof health === 'object' && health !== null && 'version' in health ? health.version : null;
  const found = typeof version === 'string' ? `as version ${version}` : 'with a page, as OpenCode 2 does';
  return new Failure('runtime-missing', `OpenCode answers ${found}, not as ${OPENCODE_VERSION}.`, {
    hint: `Leave \`opencode-path\` out, or point it at OpenCode ${OPENCODE_VERSION}.`,
  });
}
