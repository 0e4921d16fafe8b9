import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { ROLES, type Role } from '../agent/agent.ts';
import { isRecord } from '../text/is-record.ts';
import type { Asked } from './asked.ts';
import type { Family } from './families.ts';
import { mediaIn } from './media.ts';
import type { AllowedModel, Notice, Start } from './messages.ts';
import { pictureBytes } from './picture-bytes.ts';
import { chat } from './protocol/chat.ts';
import type { Body } from './protocol/protocol.ts';
import { credentialHeaders, modelOf, passedHeaders, route, type Provider, type Route } from './providers.ts';
import { refuse } from './refuse.ts';
import { inOneLine } from './words.ts';

/** The largest request that a provider takes is 32 MB. */
const LARGEST_BODY = 40 * 1024 * 1024;

/** Tokens of an answer at most, where the model's own limit is not known or is larger; OpenCode asks for no more. */
const LONGEST_ANSWER = 32_000;

/** Characters of a refusal. */
const LONGEST_REASON = 300;

/** What a request is held against. */
export type Rules = Readonly<{
  tell: (notice: Notice) => void;
  roles: (headers: IncomingHttpHeaders) => Role | null;
  family: (role: Role, headers: IncomingHttpHeaders) => Family;
  /** By their ids as they stand in a path. */
  providers: ReadonlyMap<string, Readonly<{ provider: Provider; key: string | null }>>;
  allowed: ReadonlyMap<Role, ReadonlyMap<string, AllowedModel>>;
}>;

/** Holds a request against the rules; null when it was refused, and answered so. */
export async function examine(request: IncomingMessage, client: ServerResponse, rules: Rules): Promise<Asked | null> {
  const url = request.url ?? '/';
  const [id, rest] = split(url);
  const known = rules.providers.get(id) ?? null;
  const role = rules.roles(request.headers);
  const found = known === null ? null : route(known.provider, request.method ?? '', rest);
  const refused: Refuse = (status, reason) => {
    // It may repeat names that the agent made up.
    const message = inOneLine(reason, LONGEST_REASON);
    rules.tell({ kind: 'refused', role, reason: message });
    refuse(client, found?.protocol ?? chat, { status, message });
    return null;
  };
  if (role === null) return refused(401, 'The model gateway does not know this key.');
  // Not 404, which OpenCode asks some providers for again.
  if (known === null || found === null)
    return refused(403, `The model gateway does not pass on ${request.method ?? ''} ${url.split('?')[0] ?? ''}.`);
  const body = await readBody(request);
  if (body === null) return refused(400, 'The request is larger than 40 MB, or not a JSON object.');
  const name = `${known.provider.id}/${modelNamed(found, body) ?? ''}`;
  const model = rules.allowed.get(role)?.get(name);
  if (model === undefined) return refused(403, `The model “${name}” is not one of this role’s.`);
  return prepared({ found, body, model, role }, refused, { ...rules, ...known, request });
}

/** What the path names is what is checked and priced; a body that names another is for neither, since a proxy may go by it. */
function modelNamed(found: Route, body: Body): string | null {
  const asked = modelOf(found, body);
  return typeof body['model'] === 'string' && body['model'] !== asked ? null : asked;
}

/** Answers with an error and tells of it. */
type Refuse = (status: number, message: string) => null;

type Checked = Readonly<{ found: Route; body: Body; model: AllowedModel; role: Role }>;

function prepared(
  { found, body, model, role }: Checked,
  refused: Refuse,
  rules: Rules & Readonly<{ provider: Provider; key: string | null; request: IncomingMessage }>,
): Asked | null {
  const { request, provider, key } = rules;
  const streams = found.streams ?? body['stream'] === true;
  const maxOutput = Math.min(model.maxOutput ?? LONGEST_ANSWER, LONGEST_ANSWER);
  const clean = found.protocol.sanitise(body, { maxOutput, streams });
  if (clean.kind === 'refused') return refused(403, clean.reason);
  const text = JSON.stringify(clean.body);
  return {
    role,
    family: rules.family(role, request.headers),
    model,
    protocol: found.protocol,
    url: found.url,
    headers: { ...passedHeaders(request.headers), ...credentialHeaders(provider, found, key) },
    body: Buffer.from(text),
    textBytes: Buffer.byteLength(text) - pictureBytes(clean.body),
    media: mediaIn(text),
    maxOutput: clean.maxOutput,
    dropped: clean.dropped,
  };
}

/** `/openai/responses?x=1` as `openai` and `/responses?x=1`. */
function split(url: string): readonly [string, string] {
  const [, id = '', rest = ''] = /^\/([^/?#]+)(.*)$/.exec(url) ?? [];
  return [id, rest];
}

/** The placeholder stands wherever a provider's client puts its key. */
export function roleFinder(placeholders: Start['placeholders']): Rules['roles'] {
  const roles = new Map<string, Role>();
  for (const [role, placeholder] of Object.entries(placeholders)) {
    const known = ROLES.find((name) => name === role);
    if (known !== undefined && placeholder !== undefined) roles.set(placeholder, known);
  }
  return (headers) => {
    const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
    const given = [bearer, headers['x-api-key'], headers['x-goog-api-key'], headers['api-key']];
    return (
      given.map((key) => (typeof key === 'string' ? roles.get(key) : undefined)).find((role) => role !== undefined) ??
      null
    );
  };
}

async function readBody(request: IncomingMessage): Promise<Body | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request) {
    const bytes: unknown = piece;
    if (!(bytes instanceof Uint8Array)) continue;
    size += bytes.byteLength;
    // Read to its end all the same: who is still writing does not hear a refusal.
    if (size > LARGEST_BODY) pieces.length = 0;
    else pieces.push(bytes);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    return isRecord(body) ? body : null;
  } catch {
    return null;
  }
}
