import { z } from 'zod';
import { ROLES } from '../agent/agent.ts';
import { FAILURE_CATEGORIES } from '../failure.ts';

/** Whoever holds a placeholder of its own. */
const role = z.enum(ROLES);

const count = z.number().nonnegative();
const price = z.object({ input: count, output: count, cacheRead: count, cacheWrite: count });
const model = z.object({
  name: z.string(),
  sentAs: z.string(),
  dearer: z.boolean(),
  price: price.nullable(),
  longPrices: z.array(z.object({ above: count, price })).readonly(),
  context: count.nullable(),
  maxOutput: count.nullable(),
});

const start = z.object({
  kind: z.literal('start'),
  /** Where each provider is and its key; null where none is needed. */
  providers: z
    .array(z.object({ id: z.string(), baseUrl: z.string().nullable(), key: z.string().nullable() }))
    .readonly(),
  /** The placeholder of each role. */
  placeholders: z.partialRecord(role, z.string()),
  limits: z.object({ cost: count, tokens: count, requests: count }),
  /** Milliseconds since the epoch at which the run has to be over. */
  deadline: z.number(),
  /** Milliseconds that a provider is waited for at most when it asks to wait. */
  patience: count,
  /** Directory for the exchanges; null keeps none. */
  record: z.string().nullable(),
  /** The runner's own proxies, with what they want to know of who asks. */
  proxies: z.object({ http: z.string().nullable(), https: z.string().nullable(), no: z.string() }),
  /** What a confined network leaves besides models; null where no network is confined. */
  domains: z
    .array(z.object({ host: z.string(), below: z.boolean(), port: z.number() }))
    .readonly()
    .nullable(),
});

/** What the gateway's process is told on its standard input, a line each; the first one is `start`. */
export const Order = z.discriminatedUnion('kind', [
  start,
  z.object({ kind: z.literal('allow'), role, models: z.array(model).readonly() }),
  z.object({ kind: z.literal('flush'), id: z.number(), role }),
]);

const tokens = z.object({ input: count, output: count, reasoning: count, cacheRead: count, cacheWrite: count });

const metered = z.object({
  kind: z.literal('request'),
  role,
  /** OpenCode's session; null for a request that names none. */
  session: z.string().nullable(),
  /** The session at the top of its family. */
  root: z.string().nullable(),
  /** `provider/model`. */
  model: z.string(),
  /** The provider's answer; 0 when there was none. */
  status: z.number(),
  tokens,
  /** US dollars; null when the model has no known price. */
  cost: z.number().nullable(),
  /** The provider did not say, or the answer broke off: tokens are reckoned from bytes. */
  estimated: z.boolean(),
  /** Request fields that were left out. */
  dropped: z.array(z.string()).readonly(),
});

const blocked = z.object({
  kind: z.literal('blocked'),
  host: z.string(),
  port: z.number(),
  reason: z.string(),
});

/** What the gateway's process tells on its standard output, a line each. */
export const Notice = z.discriminatedUnion('kind', [
  /** On loopback; null where there is no proxy. */
  z.object({ kind: z.literal('listening'), models: z.number(), proxy: z.number().nullable() }),
  metered,
  blocked,
  /** What went wrong with the requests of a session; `final` when they will not be answered any more. */
  z.object({
    kind: z.literal('fault'),
    role,
    root: z.string().nullable(),
    final: z.boolean(),
    category: z.enum(FAILURE_CATEGORIES),
    message: z.string(),
  }),
  /** A request that was against the rules. */
  z.object({ kind: z.literal('refused'), role: role.nullable(), reason: z.string() }),
  z.object({ kind: z.literal('flushed'), id: z.number() }),
]);

export type Start = z.infer<typeof start>;
export type Order = z.infer<typeof Order>;
export type Notice = z.infer<typeof Notice>;
/** One forwarded request, as it was counted. */
export type MeteredRequest = Readonly<z.infer<typeof metered>>;
/** A connection that the confined network did not let through. */
export type Blocked = Readonly<Omit<z.infer<typeof blocked>, 'kind'>>;
/** A model that a role may ask, with what it costs. */
export type AllowedModel = Readonly<z.infer<typeof model>>;
