import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/** The artifact service of a workflow run on loopback, as far as one file is put there and fetched. */
export type ArtifactService = AsyncDisposable & {
  /** What a runner tells a step of it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly artifacts: Map<string, { readonly id: number; readonly body: Buffer; readonly type: string }>;
};

const JOB = { workflow_run_backend_id: 'run', workflow_job_run_backend_id: 'job' };

export async function startArtifacts(): Promise<ArtifactService> {
  const artifacts: ArtifactService['artifacts'] = new Map();
  const pending = new Map<string, { body: Buffer; type: string }>();
  let url = '';
  const list = () =>
    [...artifacts].map(([name, { id, body }]) => ({
      ...JOB,
      database_id: String(id),
      name,
      size: String(body.length),
      created_at: '2026-01-01T00:00:00Z',
    }));
  const call = (method: string, name: string): object => {
    switch (method) {
      case 'CreateArtifact':
        return { ok: true, signed_upload_url: `${url}/blob/${name}?sig=secret` };
      case 'FinalizeArtifact': {
        const id = artifacts.size + 1;
        artifacts.set(name, { id, ...(pending.get(name) ?? { body: Buffer.alloc(0), type: '' }) });
        return { ok: true, artifact_id: String(id) };
      }
      case 'ListArtifacts':
        return { artifacts: list() };
      default:
        return { signed_url: `${url}/blob/${name}?sig=secret` };
    }
  };
  const server = createServer((request, response) => void answer(request, response, { call, artifacts, pending }));
  url = await listen(server);
  const claims = Buffer.from(JSON.stringify({ scp: 'Actions.Results:run:job' })).toString('base64url');
  return {
    artifacts,
    environment: {
      ACTIONS_RESULTS_URL: url,
      ACTIONS_RUNTIME_TOKEN: `e30.${claims}.x`,
      GITHUB_SERVER_URL: 'https://github.com',
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return Buffer.from(await new Response(Readable.toWeb(request)).arrayBuffer());
}

function named(json: unknown): string {
  return typeof json === 'object' && json !== null && 'name' in json ? String(json.name) : '';
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
}

type Service = Readonly<{
  call: (method: string, name: string) => object;
  artifacts: ArtifactService['artifacts'];
  pending: Map<string, { body: Buffer; type: string }>;
}>;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { call, artifacts, pending }: Service,
): Promise<void> {
  const body = await bodyOf(request);
  const [, kind, ...path] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
  const name = path.at(-1) ?? '';
  if (kind === 'twirp') {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(call(name, named(JSON.parse(body.toString())))));
    return;
  }
  if (request.method === 'GET') {
    const found = artifacts.get(name);
    response.setHeader('content-type', found?.type ?? '');
    response.setHeader('content-disposition', `attachment; filename="${name}"`);
    response.end(found?.body);
    return;
  }
  // Small blobs come whole; the list of blocks of a large one would follow them.
  if (!(request.url ?? '').includes('comp=blocklist')) pending.set(name, { body, type: 'application/json' });
  response.statusCode = 201;
  response.end();
}
