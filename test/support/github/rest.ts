import { matchOperation, type Match, type Operation } from './description.ts';
import { json, tokenOf, type Answer, type Exchange, type Incoming, type Outgoing } from './exchange.ts';
import { Refusal } from './failure.ts';
import { checkPermission } from './permissions.ts';
import { checkRoutes } from './routes/checks.ts';
import { commentRoutes } from './routes/comments.ts';
import { commitRoutes } from './routes/commits.ts';
import { gitObjectRoutes } from './routes/git-objects.ts';
import { gitRefRoutes } from './routes/git-refs.ts';
import { issueRoutes } from './routes/issues.ts';
import { labelRoutes } from './routes/labels.ts';
import { pullRoutes } from './routes/pulls.ts';
import { reactionRoutes } from './routes/reactions.ts';
import { repositoryRoutes } from './routes/repository.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { runRoutes } from './routes/runs.ts';
import { userRoutes } from './routes/users.ts';
import { requestViolation, responseViolation } from './validation.ts';
import type { Actor, Call, Reply, Routes, World } from './world.ts';

export const routes: Routes = {
  ...checkRoutes,
  ...commentRoutes,
  ...commitRoutes,
  ...gitObjectRoutes,
  ...gitRefRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...pullRoutes,
  ...reactionRoutes,
  ...repositoryRoutes,
  ...reviewRoutes,
  ...runRoutes,
  ...userRoutes,
};

const DOCUMENTATION = 'https://docs.github.com/rest';

export type Tokens = ReadonlyMap<string, Actor>;

/** The REST API: finds the operation, checks the request, the token and its permissions, answers, and checks the answer. */
export function restExchange(world: World, tokens: Tokens, incoming: Incoming, path: string): Exchange {
  const { method, url, headers } = incoming;
  const match = matchOperation(method, path);
  const token = tokenOf(headers);
  const actor = token === undefined ? undefined : tokens.get(token);
  const body = parseBody(incoming.body);
  return {
    route: match ? `${method} ${match.operation.path}` : `${method} ${path}`,
    operationId: match?.operation.operationId ?? 'unknown',
    mutates: method !== 'GET',
    body: body.value,
    token,
    actor,
    answer: async () => {
      if (!match)
        return { outgoing: failure(404, 'Not Found'), violation: 'is no route that the loopback GitHub knows' };
      const query = Object.fromEntries(url.searchParams);
      const wrong = body.error ?? requestViolation(match.operation, { params: match.params, query, body: body.value });
      if (!actor)
        return {
          outgoing: failure(401, token === undefined ? 'Requires authentication' : 'Bad credentials'),
          violation: wrong,
        };
      if (wrong !== undefined)
        return {
          outgoing: failure(422, `Loopback GitHub: ${match.operation.operationId}: ${wrong}`),
          violation: wrong,
        };
      const call: Call = {
        world,
        actor,
        params: match.params,
        query,
        body: body.value,
        accept: headers.accept ?? '',
        url,
      };
      return answer(match, call);
    },
  };
}

async function answer({ operation }: Match, call: Call): Promise<Answer> {
  try {
    requireRepository(operation, call);
    checkPermission(operation, call);
    const handler = routes[operation.operationId];
    if (!handler) throw new Error(`${operation.operationId} has no handler`);
    return checked(operation, await handler(call));
  } catch (error) {
    if (error instanceof Refusal) return { outgoing: failure(error.status, error.message, error) };
    return {
      outgoing: failure(500, 'Server Error'),
      violation: `crashed: ${error instanceof Error ? error.stack : String(error)}`,
    };
  }
}

function checked(operation: Operation, { status, body, headers = {}, raw }: Reply): Answer {
  if (raw) return { outgoing: { status, headers: { ...headers, 'content-type': raw.type }, body: raw.bytes } };
  const outgoing = json(status, body, headers);
  return {
    outgoing,
    violation: responseViolation(
      operation,
      status,
      outgoing.body === '' ? undefined : JSON.parse(String(outgoing.body)),
    ),
  };
}

/** Of forks only who pushed to their branches is known. */
function requireRepository({ operationId }: Operation, { world, params: { owner, repo } }: Call): void {
  const isFork = world.state.moves.some(({ ref }) => ref.startsWith(`refs/forks/${owner}/`));
  if (operationId === 'repos/list-activities' && repo === world.repo && isFork) return;
  const asked = `${owner ?? world.owner}/${repo ?? world.repo}`;
  if (asked.toLowerCase() !== `${world.owner}/${world.repo}`.toLowerCase()) throw new Refusal(404, 'Not Found');
}

export function failure(
  status: number,
  message: string,
  { errors, headers }: Partial<Pick<Refusal, 'errors' | 'headers'>> = {},
): Outgoing {
  return json(
    status,
    { message, ...(errors && { errors }), documentation_url: DOCUMENTATION, status: String(status) },
    headers,
  );
}

function parseBody(body: Buffer): { readonly value: unknown; readonly error?: string } {
  if (body.length === 0) return { value: undefined };
  try {
    return { value: JSON.parse(body.toString()) };
  } catch {
    return { value: body.toString(), error: 'body: is not JSON' };
  }
}
