import { isRecord } from '../../text/is-record.ts';
import { chatRequest, type ChatRequest } from './chat-request.ts';
import { chatTokens, type ChatCounts } from './chat-usage.ts';
import { budgetWithin, clamped } from './length.ts';
import type { Body, Protocol, Sanitised } from './protocol.ts';
import { quiet } from './quiet.ts';
import { at, bytesOf, faultOf, listAt, readParts, type Found } from './reading.ts';
import { sameNames, shape } from './shape.ts';

/** In what the providers that speak chat completions differ. */
type Dialect = Readonly<{
  /** The field that bounds the answer where the request has none. */
  lengthField: 'max_tokens' | 'max_completion_tokens';
  /** What makes a stream end with its usage; some give it unasked and refuse to be asked. */
  usage: 'stream_options' | 'usage' | 'unasked';
  counts: ChatCounts;
}>;

/** Chat completions as most providers speak them, DeepSeek, Zen and unknown ones among them. */
export const chat = createChat({ lengthField: 'max_tokens', usage: 'stream_options', counts: 'compatible' });
/** As OpenAI and Azure do, whose newer models refuse `max_tokens`. */
export const openaiChat = createChat({
  lengthField: 'max_completion_tokens',
  usage: 'stream_options',
  counts: 'cache-writes',
});
/** As xAI does. */
export const xaiChat = createChat({
  lengthField: 'max_completion_tokens',
  usage: 'stream_options',
  counts: 'reasoning-apart',
});
/** As OpenRouter does. */
export const openrouterChat = createChat({ lengthField: 'max_tokens', usage: 'usage', counts: 'cache-writes' });
/** As Groq does, which gives the usage in a field of its own. */
export const groqChat = createChat({ lengthField: 'max_tokens', usage: 'unasked', counts: 'uncached' });
/** As Mistral does, which refuses `stream_options`. */
export const mistralChat = createChat({ lengthField: 'max_tokens', usage: 'unasked', counts: 'mistral' });

function createChat(dialect: Dialect): Protocol {
  return {
    sanitise: (body, { maxOutput }) => sanitise(body, maxOutput, dialect),
    createReader: () => readParts((part, found) => take(part, found, dialect.counts)),
    refusal: (_status, message) => {
      const error = { message: quiet(message), type: 'invalid_request_error', param: null, code: null };
      return dialect.counts === 'mistral' ? { object: 'error', ...error } : { error };
    },
  };
}

/** Fields that make the provider search the web; leaving them out would answer another question than was asked. */
const SEARCH_FIELDS = ['web_search_options', 'search_parameters', 'enable_search'] as const;

function sanitise(body: Body, maxOutput: number, dialect: Dialect): Sanitised {
  const search = SEARCH_FIELDS.find((field) => Boolean(body[field])) ?? searchPlugin(body);
  if (search !== null) return { kind: 'refused', reason: `${search} makes the provider search the web` };
  const shaped = shape(chatRequest, body);
  if (shaped.kind === 'refused') return shaped;
  const request = shaped.value;
  const twice = sameNames((request.tools ?? []).map((tool) => tool.function.name));
  if (twice !== null) return twice;
  const streams = request.stream === true;
  const lengths = lengthsOf(request, maxOutput, dialect);
  const limit = Math.max(...Object.values(lengths));
  const added = {
    ...lengths,
    ...thinkingBelow(request, limit),
    ...(body['store'] === undefined ? {} : { store: false }),
    ...usageOf(dialect, streams),
  };
  return {
    kind: 'request',
    body: { ...request, max_tokens: undefined, max_completion_tokens: undefined, ...added },
    maxOutput: limit,
    streams,
    dropped: shaped.dropped.filter((name) => (name === 'store' ? body[name] === true : !Object.hasOwn(added, name))),
  };
}

function searchPlugin(body: Body): string | null {
  const names = listAt(body, 'plugins').map((plugin) => at(plugin, 'id'));
  return names.some((name) => typeof name === 'string' && name.startsWith('web')) ? 'the web plugin' : null;
}

/**
 * The length that is asked for, clamped. Endpoints that go by `max_tokens` may never have heard of the newer field, so it
 * is written there whatever the agent wrote; those of the newer one know both.
 */
function lengthsOf(
  request: ChatRequest,
  maxOutput: number,
  { lengthField }: Dialect,
): Readonly<Record<string, number>> {
  const given = (['max_tokens', 'max_completion_tokens'] as const).filter((field) => request[field] !== undefined);
  const lengths = given.map((field) => [field, clamped(request[field], maxOutput)] as const);
  if (lengthField === 'max_completion_tokens' && lengths.length > 0) return Object.fromEntries(lengths);
  return { [lengthField]: Math.min(maxOutput, ...lengths.map(([, length]) => length)) };
}

function thinkingBelow({ reasoning, thinking, thinking_budget }: ChatRequest, limit: number): Body {
  const below = (budget: number): number => budgetWithin(limit, budget);
  return {
    ...(typeof reasoning?.max_tokens === 'number'
      ? { reasoning: { ...reasoning, max_tokens: below(reasoning.max_tokens) } }
      : {}),
    ...(typeof thinking?.budget_tokens === 'number'
      ? { thinking: { ...thinking, budget_tokens: below(thinking.budget_tokens) } }
      : {}),
    ...(typeof thinking_budget === 'number' ? { thinking_budget: below(thinking_budget) } : {}),
  };
}

/** An answer without its usage could only be estimated, so the request asks for it as OpenCode itself does. */
function usageOf({ usage }: Dialect, streams: boolean): Body {
  switch (usage) {
    case 'stream_options':
      return streams ? { stream_options: { include_usage: true } } : {};
    case 'usage':
      return { usage: { include: true } };
    case 'unasked':
      return {};
  }
}

function take(part: Body, found: Found, counts: ChatCounts): void {
  if (part['error'] !== undefined && part['error'] !== null) found.fault ??= faultOf(part['error']);
  for (const choice of listAt(part, 'choices')) {
    const said = at(choice, 'delta') ?? at(choice, 'message');
    found.outputBytes += bytesOf(
      at(said, 'content'),
      ...listAt(said, 'content').flatMap((item) => [at(item, 'text'), ...listAt(item, 'thinking').map(textOf)]),
      at(said, 'reasoning') ?? at(said, 'reasoning_content'),
      ...listAt(said, 'tool_calls').flatMap((call) => [
        at(call, 'function', 'name'),
        at(call, 'function', 'arguments'),
      ]),
    );
    if (typeof at(choice, 'finish_reason') === 'string') found.finished = true;
  }
  found.tokens = chatTokens(part, counts) ?? found.tokens;
  if (found.finished && found.tokens !== null) found.complete = true;
}

const textOf = (item: unknown): unknown => (isRecord(item) ? item['text'] : undefined);
