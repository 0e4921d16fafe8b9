import { tokenOf, type Exchange, type Incoming } from './exchange.ts';
import type { World } from './world.ts';

const PATH = /^\/user-attachments\/assets\/([\w-]+)$/;

/** Where people's attachments are, by an id of their own. */
export function attachmentAddress({ serverUrl }: World, id: number): string {
  return `${serverUrl}/user-attachments/assets/${id}`;
}

/** What people attached to their texts: to whoever may not see the repository it is not there. */
export function attachmentExchange(world: World, { method, url, headers }: Incoming): Exchange | undefined {
  const [, id] = PATH.exec(url.pathname) ?? [];
  if (id === undefined) return undefined;
  const token = tokenOf(headers);
  const bytes = token === undefined ? undefined : world.state.attachments.get(Number(id));
  const type = { 'content-type': bytes === undefined ? 'text/plain' : 'application/octet-stream' };
  return {
    route: `${method} /user-attachments/assets/{id}`,
    operationId: 'attachment',
    mutates: false,
    body: undefined,
    token,
    actor: undefined,
    answer: () =>
      Promise.resolve({
        outgoing: { status: bytes === undefined ? 404 : 200, headers: type, body: bytes ?? 'Not Found' },
      }),
  };
}
