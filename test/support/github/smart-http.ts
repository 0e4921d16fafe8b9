import { basename, dirname } from 'node:path';
import { execa } from 'execa';
import { tokenOf, type Answer, type Exchange, type Incoming, type Outgoing } from './exchange.ts';
import { HERMETIC_GIT } from './git-program.ts';
import { allows } from './permissions.ts';
import { followBranches } from './pull-heads.ts';
import type { Tokens } from './rest.ts';
import type { Actor, World } from './world.ts';

const SERVICES = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/** Clone, fetch and push through git's own `http-backend`; undefined where the address is no git service of the repository. */
export function gitExchange(world: World, tokens: Tokens, incoming: Incoming): Exchange | undefined {
  const { method, url, headers } = incoming;
  const [, owner, repo, place = ''] = SERVICES.exec(url.pathname) ?? [];
  if (owner !== world.owner || repo !== world.repo) return undefined;
  const service = place === 'info/refs' ? (url.searchParams.get('service') ?? '') : place;
  const token = tokenOf(headers);
  const actor = token === undefined ? undefined : tokens.get(token);
  const pushes = service === 'git-receive-pack';
  return {
    route: `${method} /{owner}/{repo}.git/${place}`,
    operationId: service,
    mutates: pushes && method === 'POST',
    body: undefined,
    token,
    actor,
    answer: async () => {
      const refusal = refuse(world, { pushes, token, actor });
      return refusal ? { outgoing: refusal } : serve(world, incoming, { place, pushes, login: actor?.login });
    },
  };
}

function refuse(
  { state }: World,
  {
    pushes,
    token,
    actor,
  }: { readonly pushes: boolean; readonly token: string | undefined; readonly actor: Actor | undefined },
): Outgoing | undefined {
  const { settings } = state;
  const anonymous = token === undefined && !pushes && !settings.private;
  if (!actor)
    return anonymous ? undefined : plain(401, 'Bad credentials', { 'www-authenticate': 'Basic realm="GitHub"' });
  if (!allows(actor.permissions, 'contents', pushes ? 'write' : 'read') && (pushes || settings.private))
    return plain(403, 'Write access to repository not granted.');
  return pushes && settings.archived ? plain(403, 'This repository was archived so it is read-only.') : undefined;
}

async function serve(
  world: World,
  { method, url, headers, body }: Incoming,
  { place, pushes, login }: { place: string; pushes: boolean; login: string | undefined },
): Promise<Answer> {
  const { stdout } = await execa('git', ['http-backend'], {
    input: body,
    encoding: 'buffer',
    stripFinalNewline: false,
    env: {
      ...HERMETIC_GIT,
      GIT_PROJECT_ROOT: dirname(world.git.dir),
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: method,
      PATH_INFO: `/${basename(world.git.dir)}/${place}`,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: headers['content-type'] ?? '',
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      REMOTE_USER: login ?? '',
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  if (pushes) await followBranches(world, login);
  return { outgoing: parseCgi(Buffer.from(stdout)) };
}

function parseCgi(output: Buffer): Outgoing {
  const end = output.indexOf('\r\n\r\n');
  const fields = output
    .subarray(0, end)
    .toString()
    .split('\r\n')
    .map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    });
  const { status = '200', ...headers } = Object.fromEntries(fields);
  return { status: Number.parseInt(status, 10), headers, body: output.subarray(end + 4) };
}

function plain(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Outgoing {
  return { status, headers: { 'content-type': 'text/plain', ...headers }, body: text };
}
