import { z } from 'zod';
import { isRecord } from '../../text/is-record.ts';
import type { Body, Sanitised } from './protocol.ts';

type Refused = Extract<Sanitised, { kind: 'refused' }>;

type Shaped<T> = Readonly<{ kind: 'shaped'; value: T; dropped: readonly string[] }> | Refused;

/** Names come from the agent and are shown to people: no more of them, and no longer, than one can read. */
const MOST_NAMES = 20;
const clipped = (name: string): string => name.slice(0, 60);

/**
 * Parses a request by a schema that is its allow list: objects lose the keys that the schema does not name, on every
 * level, and `dropped` names them. What cannot be parsed is refused, with the place and the reason.
 */
export function shape<T>(schema: z.ZodType<T>, body: Body): Shaped<T> {
  if (isDeeperThan(DEEPEST, body)) return { kind: 'refused', reason: 'the request is nested too deeply' };
  const parsed = schema.safeParse(body);
  if (!parsed.success) return { kind: 'refused', reason: reasonOf(parsed.error.issues) };
  const dropped = new Set(missing(body, parsed.data, ''));
  return { kind: 'shaped', value: parsed.data, dropped: [...dropped].slice(0, MOST_NAMES) };
}

/** A setting: a word, a number or a switch. */
export const option = z.union([z.string(), z.number(), z.boolean()]).nullish();

/** Data of the agent's own, such as a JSON schema, in which a provider looks for nothing to fetch. */
export const anything = z.unknown().optional();

/** An address with its content in it. Anything else would be fetched by the provider. */
export const inlineUrl = z.string().startsWith('data:', {
  error: 'content by address, which the provider would fetch; only data: URLs pass',
});

/** Base64, which no address is. */
export const inlineData = z.string().regex(/^[\w+/=\s-]*$/u, {
  error: 'content by address, which the provider would fetch; only base64 passes',
});

/** A cache entry of the standard time to live: longer ones cost more to write. */
export const cacheControl = z.object({ type: z.literal('ephemeral') }).nullish();

/** Refuses a member of a union by its type, and says so in words that `what` begins. */
export function unknownType(what: string): Readonly<{ error: (issue: Readonly<{ input?: unknown }>) => string }> {
  return { error: ({ input }) => `${what} ${nameOf(input)} is not one that Patchwright lets through` };
}

/** Refuses a tool that is not a function of the agent's own. */
export const foreignTool = unknownType('a tool of type');

/** Refuses keys that an object does not have, where a key is a kind of thing rather than a detail of it. */
export function onlyKeys(what: string): Readonly<{ error: (issue: z.core.$ZodRawIssue) => string | undefined }> {
  return {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `${what} ${issue.keys
            .slice(0, MOST_NAMES)
            .map((key) => JSON.stringify(clipped(key)))
            .join(', ')} is not one that Patchwright lets through`
        : undefined,
  };
}

/** Refuses tools of which two have one name, so that what was looked at is what is called. */
export function sameNames(names: readonly string[]): Refused | null {
  const seen = new Set<string>();
  const twice = names.find((name) => seen.has(name) || !seen.add(name));
  return twice === undefined ? null : { kind: 'refused', reason: `tools: ${clipped(twice)} more than once` };
}

type Issue = z.core.$ZodIssue;

function reasonOf(issues: readonly Issue[]): string {
  const issue = issues[0] === undefined ? null : meant(issues[0]);
  if (issue === null) return 'the request could not be understood';
  const place = issue.path.map(String).join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

/** Of a union's branches, the one that went furthest before it failed is the one that was meant. */
function meant(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const branches = issue.errors.flatMap(([first]) => (first === undefined ? [] : [meant(first)]));
  const [furthest] = branches.toSorted((one, other) => other.path.length - one.path.length);
  return furthest === undefined ? issue : { ...furthest, path: [...issue.path, ...furthest.path] };
}

/** Levels; what is nested deeper has no meaning to a provider and could not be written as JSON again. */
const DEEPEST = 200;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

function nameOf(value: unknown): string {
  const name = isRecord(value) ? value['type'] : value;
  return typeof name === 'string' ? JSON.stringify(clipped(name)) : `(${name === null ? 'null' : typeof name})`;
}

function missing(before: unknown, after: unknown, path: string): readonly string[] {
  if (before === after) return [];
  if (Array.isArray(before) && Array.isArray(after))
    return before.flatMap((item, index) => missing(item, after[index], `${path}[]`));
  if (!isRecord(before) || !isRecord(after)) return [];
  return Object.keys(before).flatMap((key) => {
    const place = path === '' ? clipped(key) : `${path}.${clipped(key)}`;
    return Object.hasOwn(after, key) ? missing(before[key], after[key], place) : [place];
  });
}
