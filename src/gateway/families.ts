import type { IncomingHttpHeaders } from 'node:http';

export type Family = Readonly<{ session: string | null; root: string | null }>;

/** OpenCode names the session of a request, and its parent where it is a child's, in headers. */
const SESSION = ['x-session-id', 'x-opencode-session'];
const PARENT = 'x-parent-session-id';

/** Longest name that is taken for one, and how many are remembered: the agent may make them up. */
const LONGEST = 100;
const MOST = 10_000;

/** Finds the session at the top of a request's family, for as long as the gateway has seen how they hang together. */
export function createFamilies(): (headers: IncomingHttpHeaders) => Family {
  const parents = new Map<string, string>();
  const rootOf = (session: string): string => {
    let root = session;
    for (let depth = 0; depth < 10; depth += 1) root = parents.get(root) ?? root;
    return root;
  };
  return (headers) => {
    const session = SESSION.map((name) => named(headers[name])).find((name) => name !== null) ?? null;
    const parent = named(headers[PARENT]);
    if (session === null) return { session, root: null };
    const isNew = parent !== null && parent !== session && !parents.has(session) && parents.size < MOST;
    if (isNew) parents.set(session, parent);
    return { session, root: rootOf(session) };
  };
}

function named(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && header !== '' && header.length <= LONGEST ? header : null;
}
