import { describe, expect, it } from 'vitest';
import type { Tokens } from '../../../src/agent/agent.ts';
import { anthropic } from '../../../src/gateway/protocol/anthropic.ts';
import { chat, groqChat, mistralChat, openrouterChat, xaiChat } from '../../../src/gateway/protocol/chat.ts';
import { google } from '../../../src/gateway/protocol/google.ts';
import type { AnswerReader, Body, Protocol } from '../../../src/gateway/protocol/protocol.ts';
import { responses } from '../../../src/gateway/protocol/responses.ts';
import { isRecord } from '../../../src/text/is-record.ts';
import { eventsOf, type Answer, type Wire } from '../wire.ts';

const PROTOCOLS: readonly (readonly [Wire, Protocol])[] = [
  ['chat', chat],
  ['openrouter', openrouterChat],
  ['groq', groqChat],
  ['xai', xaiChat],
  ['mistral', mistralChat],
  ['responses', responses],
  ['anthropic', anthropic],
  ['google', google],
];

const TOKENS: Tokens = { input: 15, output: 20, reasoning: 10, cacheRead: 100, cacheWrite: 0 };
const SEEDS = Array.from({ length: 700 }, (_, index) => index + 1);

/** Words of all the protocols, so that what is made of them goes deep. */
const KEYS =
  'model messages input contents parts role content type text image_url url file file_id file_data fileData inlineData data source tools function functionDeclarations name parameters tool_calls arguments functionCall functionResponse thinking budget_tokens max_tokens generationConfig maxOutputTokens system plugins id stream usage prompt_tokens prompt_tokens_details cached_tokens choices delta finish_reason error message candidates usageMetadata promptTokenCount response output status __proto__ constructor toString length'.split(
    ' ',
  );
const VALUES: readonly unknown[] = [
  ...'user text image image_url input_text input_image file function tool_use tool_result document base64 message web_search googleSearch response.completed message_start message_delta error https://a.example data:,a'.split(
    ' ',
  ),
  '',
  '\ud800',
  0,
  -1,
  1e308,
  0.5,
  true,
  false,
  null,
];

const EVIL = 'https://evil.example/a.png';
const PICTURE = 'data:image/png;base64,aa';

const CHAT_REQUEST: Body = {
  model: 'm',
  messages: [
    { role: 'system', content: 'Be brief.' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Hi' },
        { type: 'image_url', image_url: { url: PICTURE } },
        { type: 'file', file: { filename: 'a', file_data: PICTURE } },
      ],
    },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'c', type: 'function', function: { name: 'a', arguments: '{}' } }],
    },
    { role: 'tool', tool_call_id: 'c', content: [{ type: 'image_url', image_url: PICTURE }] },
  ],
  tools: [{ type: 'function', function: { name: 'a', parameters: { type: 'object' } } }],
  max_tokens: 50,
  stream: true,
};

const REQUESTS: Readonly<Record<Wire, Body>> = {
  chat: CHAT_REQUEST,
  openrouter: CHAT_REQUEST,
  groq: CHAT_REQUEST,
  xai: CHAT_REQUEST,
  mistral: CHAT_REQUEST,
  responses: {
    model: 'm',
    input: [
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'Hi' },
          { type: 'input_image', image_url: PICTURE },
          { type: 'input_file', file_data: PICTURE },
        ],
      },
      { type: 'function_call', call_id: 'c', name: 'a', arguments: '{}' },
      { type: 'function_call_output', call_id: 'c', output: [{ type: 'input_image', image_url: PICTURE }] },
    ],
    tools: [{ type: 'function', name: 'a', parameters: { type: 'object' } }],
    max_output_tokens: 50,
    stream: true,
  },
  anthropic: {
    model: 'm',
    messages: [
      { role: 'user', content: [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'aa' } }] },
      { role: 'assistant', content: [{ type: 'tool_use', id: 't', name: 'a', input: {} }] },
      {
        role: 'user',
        content: [
          {
            type: 'tool_result',
            tool_use_id: 't',
            content: [{ type: 'image', source: { type: 'base64', data: 'aa' } }],
          },
          { type: 'document', source: { type: 'content', content: [{ type: 'text', text: 'a' }] } },
        ],
      },
    ],
    tools: [{ name: 'a', input_schema: { type: 'object' } }],
    max_tokens: 50,
    stream: true,
  },
  google: {
    contents: [
      { role: 'user', parts: [{ text: 'Hi' }, { inlineData: { mimeType: 'image/png', data: 'aa' } }] },
      { role: 'model', parts: [{ functionCall: { name: 'a', args: {} } }] },
      {
        role: 'user',
        parts: [{ functionResponse: { name: 'a', response: {}, parts: [{ inlineData: { data: 'aa' } }] } }],
      },
    ],
    tools: [{ functionDeclarations: [{ name: 'a', parameters: {} }] }],
    generationConfig: { maxOutputTokens: 50 },
  },
};

/** The same numbers for the same seed, in [0, 1). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function anything(roll: () => number, depth: number): unknown {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(roll() * list.length)];
  const kind = depth === 0 ? 0 : roll();
  if (kind < 0.3) return pick(VALUES);
  const size = Math.floor(roll() * 5);
  if (kind < 0.55) return Array.from({ length: size }, () => anything(roll, depth - 1));
  return object(roll, depth);
}

function object(roll: () => number, depth: number): Body {
  const text = Array.from({ length: 1 + Math.floor(roll() * 6) }, () => {
    const key = KEYS[Math.floor(roll() * KEYS.length)] ?? '';
    return `${JSON.stringify(key)}:${JSON.stringify(anything(roll, depth - 1)) ?? 'null'}`;
  }).join(',');
  // Parsed, as a body is: so `__proto__` is a key like any other.
  const parsed: unknown = JSON.parse(`{${text}}`);
  return isRecord(parsed) ? parsed : {};
}

/** The same with one part, at any depth, replaced by anything or given a key that it did not have. */
function withOneChanged(value: unknown, roll: () => number): unknown {
  if (roll() < 0.12) return roll() < 0.5 ? anything(roll, 3) : EVIL;
  if (Array.isArray(value) && value.length > 0) {
    const place = Math.floor(roll() * value.length);
    return value.map((item: unknown, index) => (index === place ? withOneChanged(item, roll) : item));
  }
  if (!isRecord(value)) return EVIL;
  const keys = [...Object.keys(value), KEYS[Math.floor(roll() * KEYS.length)] ?? ''];
  const key = keys[Math.floor(roll() * keys.length)] ?? '';
  return { ...value, [key]: withOneChanged(value[key], roll) };
}

/** Data of the agent's own, in which a provider looks for no address. */
const OPAQUE = /^(?:arguments|args|input|response|parameters|input_schema)$/u;

function fetches(value: unknown, key = ''): boolean {
  if (typeof value === 'string') return value.startsWith('https:') && /url|uri|data/iu.test(key);
  if (Array.isArray(value)) return value.some((item) => fetches(item, key));
  if (!isRecord(value)) return false;
  const inner = Object.entries(value).filter(
    ([name, held]) => !OPAQUE.test(name) || (name === 'input' && Array.isArray(held)),
  );
  return inner.some(
    ([name, held]) => (/^file_?(?:id|data|uri|url)$/iu.test(name) && name !== 'file_data') || fetches(held, name),
  );
}

function readerOf(protocol: Protocol, data: readonly string[]): AnswerReader {
  const reader = protocol.createReader();
  data.forEach((event) => reader.read(event));
  return reader;
}

describe.each(PROTOCOLS)('the protocol %s', (wire, protocol) => {
  it('answers anything that is JSON with a request or a reason', () => {
    const wrong = SEEDS.filter((seed) => {
      const clean = protocol.sanitise(object(dice(seed), 5), { maxOutput: 100, streams: seed % 2 === 0 });
      return clean.kind === 'refused' ? clean.reason === '' : clean.maxOutput > 100;
    });
    expect(wrong).toEqual([]);
  });

  it('lets no address of content through, wherever it is put', () => {
    const passed = SEEDS.flatMap((seed) => {
      const body = withOneChanged(REQUESTS[wire], dice(seed));
      const clean = protocol.sanitise(isRecord(body) ? body : {}, { maxOutput: 100, streams: true });
      return clean.kind === 'request' ? [{ seed, clean }] : [];
    });
    // Of the changes, some are refused and some are harmless.
    expect(passed.length).toBeGreaterThan(50);
    expect(passed.length).toBeLessThan(SEEDS.length);
    expect(passed.filter(({ clean }) => clean.maxOutput > 100 || fetches(clean.body))).toEqual([]);
  });

  it('reads anything without an exception, and no number below zero', () => {
    const wrong = SEEDS.filter((seed) => {
      const roll = dice(seed);
      const reader = protocol.createReader();
      for (let count = 0; count < 4; count += 1) reader.read(JSON.stringify(anything(roll, 5)) ?? 'x');
      const { tokens, outputBytes } = reader.result();
      return [outputBytes, ...Object.values(tokens ?? {})].some((number) => !(number >= 0));
    });
    expect(wrong).toEqual([]);
  });

  it.each<readonly [string, Answer['says']]>([
    ['text', 'Grüße'],
    ['a call', { tool: 'read', input: { path: 'ä.txt' } }],
  ])('sees an answer of %s break off at any byte, and its end alone as one', (_name, says) => {
    const events = eventsOf(wire, { reasoning: 'Hm … äh.', says }, TOKENS);
    const data = events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event)));
    const whole = readerOf(protocol, data).result();
    expect(whole).toMatchObject({ complete: true, fault: null });
    expect(whole.tokens?.cacheRead).toBe(wire === 'groq' ? 0 : TOKENS.cacheRead);
    const cuts = data.flatMap((last, index) => Array.from(Buffer.from(last), (_byte, cut) => ({ last, index, cut })));
    const unseen = cuts.filter(({ last, index, cut }) => {
      const begun = Buffer.from(last).subarray(0, cut).toString('utf8');
      const { complete, fault } = readerOf(protocol, [...data.slice(0, index), begun]).result();
      // The end mark alone may be missing: by then everything was said.
      return last !== '[DONE]' && (complete || (cut > 0 && fault === null));
    });
    expect(unseen).toEqual([]);
  });

  it('survives what is nested until the stack ends', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const schema = {
      type: 'function',
      name: 'a',
      function: { name: 'a', parameters: deep },
      parameters: deep,
      input_schema: deep,
    };
    const body = {
      ...REQUESTS[wire],
      tools: [wire === 'google' ? { functionDeclarations: [schema] } : schema],
      stop: deep,
    };
    expect(protocol.sanitise(body, { maxOutput: 100, streams: false })).toMatchObject({ kind: 'refused' });
    const error = `{"type":"error","error":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(readerOf(protocol, [error]).result().fault).not.toBeNull();
  });

  it('names no more of what it leaves out than a person can read', () => {
    const extra = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${'x'.repeat(500)}${index}`, 1]));
    const body = { model: 'm', messages: [], input: [], contents: [], ...extra };
    const clean = protocol.sanitise(body, { maxOutput: 100, streams: false });
    const dropped = clean.kind === 'request' ? clean.dropped : [];
    expect(dropped.length).toBeGreaterThan(0);
    expect(dropped.join(' ').length).toBeLessThan(2000);
  });
});
