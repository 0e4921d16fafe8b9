import type { AssistantMessage, Provider as ListedProvider } from '@opencode-ai/sdk/v2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tokens } from '../../src/agent/agent.ts';
import { PROVIDER_KEYS } from '../../src/config/providers.ts';
import type { OpenCodeServer } from '../support/serve-opencode.ts';
import { PIXEL, startOpenCode } from './client.ts';
import { startUpstream, type Seen, type Upstream } from './upstream.ts';

const PROVIDERS = [...Object.keys(PROVIDER_KEYS), 'own'];

const FIRST: Tokens = { input: 1000, output: 40, reasoning: 25, cacheRead: 300, cacheWrite: 0 };
const SECOND: Tokens = { input: 90, output: 7, reasoning: 3, cacheRead: 1300, cacheWrite: 60 };

type Played = Readonly<{
  requests: readonly Seen[];
  /** Of OpenCode's own assistant messages, in order. */
  counted: readonly Tokens[];
  text: string;
  error: string | null;
}>;

let upstream: Upstream;
let opencode: OpenCodeServer;
let models: readonly string[];
const refusing = new Set<string>();

/** Holds whatever makes OpenCode ask again: numbers that are also statuses, and words of its own list. */
const REFUSAL =
  'The budget of $1,500 is exhausted after 429 requests, which exceeds the limit of 5: too many tokens. Try again later.';

beforeAll(async () => {
  upstream = await startUpstream((session, count) => {
    if (refusing.has(session)) return REFUSAL;
    return count === 0
      ? {
          answer: { reasoning: 'A look first.', says: { tool: 'read', input: { filePath: 'pixel.png' } } },
          tokens: FIRST,
        }
      : { answer: { reasoning: 'Nothing more.', says: 'Seen.' }, tokens: SECOND };
  });
  opencode = await startOpenCode(upstream.origin, PROVIDERS);
  const listed = await opencode.client.config.providers();
  models = (listed.data?.providers ?? []).flatMap(modelsOf).toSorted();
}, 60_000);

afterAll(async () => {
  await opencode[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

describe('with the real OpenCode, a provider', () => {
  let played: ReadonlyMap<string, Played>;

  beforeAll(async () => {
    played = new Map(await Promise.all(models.map(async (model) => [model, await play(model)] as const)));
  }, 60_000);

  const each = (check: (played: Played, model: string) => void): void => {
    expect(played.size).toBeGreaterThanOrEqual(PROVIDERS.length);
    for (const [model, one] of played) check(one, model);
  };

  const counts = (...providers: readonly string[]): readonly unknown[] =>
    providers.map((provider) => played.get(named(provider))?.counted);

  it('is asked on paths that the table knows, each at its own address', () => {
    const addresses = [...played.values()].flatMap(({ requests }) => requests.map(({ route }) => String(route?.url)));
    const places = new Set(addresses.map((url) => url.replace(/\/models\/[^:]+:/u, '/models/M:')));
    expect(places).toEqual(
      new Set([
        'https://api.anthropic.com/v1/messages',
        'https://api.deepseek.com/chat/completions',
        'https://api.groq.com/openai/v1/chat/completions',
        'https://api.mistral.ai/v1/chat/completions',
        'https://api.openai.com/v1/responses',
        'https://api.x.ai/v1/chat/completions',
        'https://contoso.openai.azure.com/openai/v1/chat/completions',
        'https://contoso.openai.azure.com/openai/v1/responses',
        'https://contoso.services.ai.azure.com/anthropic/v1/messages',
        'https://generativelanguage.googleapis.com/v1beta/models/M:streamGenerateContent?alt=sse',
        'https://models.example/v1/chat/completions',
        'https://opencode.ai/zen/v1/chat/completions',
        'https://opencode.ai/zen/v1/messages',
        'https://opencode.ai/zen/v1/models/M:streamGenerateContent?alt=sse',
        'https://opencode.ai/zen/v1/responses',
        'https://openrouter.ai/api/v1/chat/completions',
      ]),
    );
  });

  it('answers two requests and is heard', () => {
    each(({ requests, text, error }, model) => {
      expect([model, error, text, requests.length]).toEqual([model, null, 'Seen.', 2]);
      expect([model, ...requests.map(({ complete }) => complete)]).toEqual([model, true, true]);
    });
  });

  it('gets all that OpenCode sends: tools, pictures, results, reasoning and its options', () => {
    each(({ requests }, model) => {
      for (const { body, sanitised } of requests) {
        expect([model, sanitised]).toMatchObject([model, { kind: 'request', dropped: [], body, streams: true }]);
      }
    });
  });

  it('is asked for the model that was named', () => {
    each(({ requests }, model) => {
      for (const { provider, model: asked } of requests) expect(`${provider}/${asked}`).toBe(model.split('#')[0]);
    });
  });

  it('counts the same tokens to OpenCode and to the reader', () => {
    each(({ requests, counted }, model) => {
      expect([model, requests.map(({ tokens }) => tokens)]).toEqual([model, counted]);
    });
    // Where the protocol does not tell what was written to the cache, it is input like any other.
    const untold = { ...SECOND, input: 150, cacheWrite: 0 };
    expect(counts('anthropic', 'openai', 'openrouter')).toEqual([
      [FIRST, SECOND],
      [FIRST, SECOND],
      [FIRST, SECOND],
    ]);
    expect(counts('google', 'xai', 'deepseek')).toEqual([
      [FIRST, untold],
      [FIRST, untold],
      [FIRST, untold],
    ]);
  });
});

describe('a refusal', () => {
  it('reaches the person in its own words and is not asked again, at every provider', { timeout: 30_000 }, async () => {
    const played = await Promise.all(models.map((model) => play(model, 'refused')));
    for (const [index, { requests, error }] of played.entries()) {
      expect([models[index], requests.length, error?.replaceAll('\u2060', '')]).toEqual([models[index], 1, REFUSAL]);
    }
  });
});

const named = (provider: string): string => models.find((model) => model.startsWith(`${provider}/`)) ?? '';

async function play(name: string, how: 'answered' | 'refused' = 'answered'): Promise<Played> {
  const { client } = opencode;
  const [model = '', variant] = name.split('#');
  const [providerID = '', ...rest] = model.split('/');
  const session = await client.session.create({ title: 'A title' });
  const sessionID = session.data?.id ?? '';
  if (how === 'refused') refusing.add(sessionID);
  const answer = await client.session.prompt({
    sessionID,
    model: { providerID, modelID: rest.join('/') },
    ...(variant === undefined ? {} : { variant }),
    parts: [
      { type: 'text', text: 'What is in pixel.png?' },
      { type: 'file', mime: 'image/png', filename: 'a.png', url: `data:image/png;base64,${PIXEL}` },
    ],
  });
  const messages = await client.session.messages({ sessionID });
  return {
    requests: upstream.seen.get(sessionID) ?? [],
    counted: (messages.data ?? []).flatMap(({ info }) => (info.role === 'assistant' ? [tokensOf(info)] : [])),
    text: (answer.data?.parts ?? []).flatMap((part) => (part.type === 'text' ? [part.text] : [])).join(''),
    error: errorOf(answer.data?.info.error),
  };
}

function tokensOf({ tokens: { input, output, reasoning, cache } }: AssistantMessage): Tokens {
  return { input, output, reasoning, cacheRead: cache.read, cacheWrite: cache.write };
}

function errorOf(error: AssistantMessage['error']): string | null {
  if (error === undefined) return null;
  return error.name === 'APIError' ? error.data.message : error.name;
}

/** Of each of a provider's clients the cheapest model with tools, with reasoning and pictures where there is one. */
function modelsOf(provider: ListedProvider): readonly string[] {
  const clients = Map.groupBy(
    Object.values(provider.models).filter(
      ({ id, capabilities, cost, options }) =>
        provider.id === 'own' ||
        (capabilities.toolcall &&
          cost.input > 0 &&
          capabilities.output.text &&
          Object.keys(options).length === 0 &&
          !id.includes('compound')),
    ),
    ({ api }) => api.npm,
  );
  return [...clients.values()].flatMap((candidates) => {
    const rank = ({ capabilities, cost }: (typeof candidates)[number]): number =>
      cost.input + (capabilities.reasoning ? 0 : 1e6) + (capabilities.input.image ? 0 : 1e3);
    const [best] = candidates.toSorted((one, other) => rank(one) - rank(other));
    if (best === undefined) return [];
    const variant = best.variants?.['high'] === undefined ? '' : '#high';
    return [`${provider.id}/${best.id}${variant}`];
  });
}
