import { describe, expect, it } from 'vitest';
import {
  chat,
  groqChat,
  mistralChat,
  openaiChat,
  openrouterChat,
  xaiChat,
} from '../../../src/gateway/protocol/chat.ts';
import type { Body, Protocol } from '../../../src/gateway/protocol/protocol.ts';
import { reading, sanitised } from './asking.ts';

const tool = { type: 'function', function: { name: 'read', description: 'd', parameters: { type: 'object' } } };
const request = { model: 'm', messages: [{ role: 'user', content: 'Hi' }], tools: [tool], stream: true };
const ask = (more: Body, protocol: Protocol = chat): ReturnType<typeof sanitised> =>
  sanitised(protocol, { ...request, ...more });
const says = (...content: readonly unknown[]): Body => ({ messages: [{ role: 'user', content }] });

describe('a chat completion', () => {
  it('passes with its tools, options and history', () => {
    const history = [
      { role: 'system', content: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }] },
      {
        role: 'assistant',
        content: null,
        reasoning_content: 'Hm.',
        reasoning_details: [{ type: 'reasoning.text', text: 'Hm.' }],
        tool_calls: [
          { id: 'c1', type: 'function', function: { name: 'read', arguments: '{"url":"https://a.example"}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'c1', content: 'See https://a.example' },
    ];
    const body = {
      ...request,
      messages: history,
      max_tokens: 50,
      temperature: 0,
      stream_options: { include_usage: true },
    };
    expect(ask(body)).toEqual({ kind: 'request', body, maxOutput: 50, streams: true, dropped: [] });
  });

  it('loses what multiplies answers, costs more or keeps data, by name', () => {
    const extra = {
      n: 4,
      best_of: 4,
      service_tier: 'priority',
      models: ['other'],
      route: 'fallback',
      provider: { order: ['x'] },
      transforms: ['middle-out'],
      plugins: [{ id: 'file-parser' }],
      prediction: { type: 'content', content: 'x' },
      modalities: ['audio'],
      metadata: { a: 'b' },
    };
    const { body, dropped } = ask(extra);
    for (const name of Object.keys(extra)) expect(body).not.toHaveProperty(name);
    expect(dropped).toEqual(Object.keys(extra));
  });

  it('loses details that nobody knows on any level', () => {
    const messages = [
      { role: 'user', content: [{ type: 'text', text: 'Hi', fetch: 'https://a.example' }], files: ['f'] },
    ];
    const { body, dropped } = ask({ messages });
    expect(body).toMatchObject({ messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] });
    expect(JSON.stringify(body)).not.toMatch(/fetch|files/u);
    expect(dropped).toEqual(['messages[].content[].fetch', 'messages[].files']);
  });

  it('caches for the standard time only, which is the cheapest', () => {
    const long = { type: 'ephemeral', ttl: '1h' };
    const { body, dropped } = ask(says({ type: 'text', text: 'Hi', cache_control: long }));
    expect(body).toMatchObject(says({ type: 'text', text: 'Hi', cache_control: { type: 'ephemeral' } }));
    expect(JSON.stringify(body)).not.toContain('ttl');
    expect(dropped).toEqual(['messages[].content[].cache_control.ttl']);
  });

  it('is not kept', () => {
    expect(ask({ store: true })).toMatchObject({ body: { store: false }, dropped: ['store'] });
    expect(ask({ store: false })).toMatchObject({ body: { store: false }, dropped: [] });
    expect(ask({}).body).not.toHaveProperty('store');
  });

  it.each<[string, Protocol, Body, Body]>([
    ['within the limit as asked', chat, { max_tokens: 7 }, { max_tokens: 7 }],
    ['never longer than the limit', chat, { max_tokens: 9999 }, { max_tokens: 100 }],
    ['bounded where nothing is asked', chat, {}, { max_tokens: 100 }],
    ['bounded where nonsense is asked', chat, { max_tokens: -1 }, { max_tokens: 100 }],
    ['bounded where the field of another dialect holds nonsense', xaiChat, { max_tokens: '9999' }, { max_tokens: 100 }],
    ['bounded in the field that the endpoint heeds', chat, { max_completion_tokens: 9999 }, { max_tokens: 100 }],
    ['bounded in the field that is there', openaiChat, { max_tokens: 9999 }, { max_tokens: 100 }],
    ['bounded in the field that OpenAI wants', openaiChat, {}, { max_completion_tokens: 100 }],
    ['bounded by the shorter of both fields', chat, { max_tokens: 9999, max_completion_tokens: 8 }, { max_tokens: 8 }],
  ])('is %s', (_name, protocol, asked, given) => {
    const { max_tokens, max_completion_tokens } = {
      max_tokens: undefined,
      max_completion_tokens: undefined,
      ...ask(asked, protocol).body,
    };
    expect({ max_tokens, max_completion_tokens }).toEqual({
      max_tokens: undefined,
      max_completion_tokens: undefined,
      ...given,
    });
    expect(ask(asked, protocol).maxOutput).toBe(Math.max(...Object.values(given).map(Number)));
  });

  it('leaves half of a short answer to what is not thinking', () => {
    expect(ask({ reasoning: { max_tokens: 16_000 } }).body).toMatchObject({ reasoning: { max_tokens: 50 } });
    expect(ask({ thinking: { type: 'enabled', budget_tokens: 60 } }).body).toMatchObject({
      thinking: { budget_tokens: 60 },
    });
    expect(ask({ thinking_budget: 100 }).body).toMatchObject({ thinking_budget: 50 });
  });

  it('ends its stream with the usage, even if the agent would rather not', () => {
    expect(ask({ stream_options: { include_usage: false } }).body).toMatchObject({
      stream_options: { include_usage: true },
    });
    expect(ask({ stream: false }).body).not.toHaveProperty('stream_options');
    expect(ask({ usage: { include: false } }, openrouterChat).body).toMatchObject({ usage: { include: true } });
    expect(ask({}, groqChat).body).not.toHaveProperty('stream_options');
  });

  it.each<[string, Body, string]>([
    ['web search', { tools: [{ type: 'web_search' }] }, '"web_search"'],
    ['code', { tools: [{ type: 'code_interpreter' }] }, '"code_interpreter"'],
    ['Groq’s browser', { tools: [tool, { type: 'browser_search' }] }, '"browser_search"'],
    [
      'Moonshot’s search',
      { tools: [{ type: 'builtin_function', function: { name: '$web_search' } }] },
      '"builtin_function"',
    ],
    [
      'Moonshot’s search under a common type',
      { tools: [{ type: 'function', function: { name: '$web_search' } }] },
      '$web_search',
    ],
    ['OpenRouter’s search', { tools: [{ type: 'openrouter:web_search' }] }, '"openrouter:web_search"'],
    ['the choice of a tool of the provider’s', { tool_choice: { type: 'web_search' } }, '"web_search"'],
    ['OpenAI’s search option', { web_search_options: {} }, 'web_search_options'],
    ['xAI’s search option', { search_parameters: { mode: 'auto' } }, 'search_parameters'],
    ['Alibaba’s search option', { enable_search: true }, 'enable_search'],
    ['OpenRouter’s plugin', { plugins: [{ id: 'web' }] }, 'the web plugin'],
    ['OpenRouter’s searching models', { model: 'openai/gpt-5:online' }, 'openai/gpt-5:online'],
    ['models that search', { model: 'groq/compound-mini' }, 'groq/compound-mini'],
    ['a picture by address', says({ type: 'image_url', image_url: { url: 'https://a.example/a.png' } }), 'data: URLs'],
    ['a picture by bare address', says({ type: 'image_url', image_url: 'gs://a/a.png' }), 'data: URLs'],
    ['a file by address', says({ type: 'file', file: { filename: 'a', file_data: 'http://a.example' } }), 'data: URLs'],
    ['a file that was uploaded', says({ type: 'file', file: { file_id: 'file-1' } }), 'file_data'],
    [
      'sound by address',
      says({ type: 'input_audio', input_audio: { data: 'https://a.example', format: 'wav' } }),
      'base64',
    ],
    ['a document by address', says({ type: 'document_url', document_url: 'https://a.example' }), 'data: URLs'],
    ['content of an unknown type', says({ type: 'web_page', url: 'https://a.example' }), '"web_page"'],
    ['two tools of one name', { tools: [tool, tool] }, 'read more than once'],
    ['tools that are no list', { tools: { type: 'function' } }, 'tools'],
    ['an option that is none', { temperature: { url: 'https://a.example' } }, 'temperature'],
    ['messages that are no list', { messages: 'Hi' }, 'messages'],
    ['a model that is no name', { model: 7 }, 'model'],
  ])('is refused for %s, with the reason', (_name, more, reason) => {
    expect(ask(more).reason).toContain(reason);
  });

  it('is not fooled by names that are no text', () => {
    expect(ask({ plugins: [{ id: { toString: 1 } }, 7, null] }).dropped).toEqual(['plugins']);
  });

  it('is refused for a picture by address in a tool’s result, and says where', () => {
    const picture = { type: 'image_url', image_url: { url: 'https://a.example/a.png' } };
    const { reason } = ask({ messages: [...request.messages, { role: 'tool', content: [picture] }] });
    expect(reason).toContain('messages.1.content.0.image_url.url');
  });
});

describe('the answer to a chat completion', () => {
  const usage = {
    prompt_tokens: 120,
    completion_tokens: 30,
    prompt_tokens_details: { cached_tokens: 100, cache_write_tokens: 5 },
    completion_tokens_details: { reasoning_tokens: 10 },
  };
  const counted = { input: 20, output: 20, reasoning: 10, cacheRead: 100, cacheWrite: 0 };

  it.each<[string, Protocol, unknown, unknown]>([
    ['the common way', chat, { usage }, counted],
    [
      'DeepSeek’s way',
      chat,
      { usage: { prompt_tokens: 120, completion_tokens: 1, prompt_cache_hit_tokens: 100 } },
      { ...counted, output: 1, reasoning: 0 },
    ],
    ['with what was written to the cache', openrouterChat, { usage }, { ...counted, input: 15, cacheWrite: 5 }],
    [
      'Groq’s way, the cache unseen by OpenCode',
      groqChat,
      { x_groq: { usage } },
      { ...counted, input: 120, cacheRead: 0 },
    ],
    ['xAI’s way, reasoning apart', xaiChat, { usage }, { ...counted, output: 30 }],
    ['xAI’s way, cached tokens apart', xaiChat, { usage: { ...usage, prompt_tokens: 20 } }, { ...counted, output: 30 }],
    [
      'Mistral’s way',
      mistralChat,
      { usage: { prompt_tokens: 120, completion_tokens: 30, num_cached_tokens: 100 } },
      { ...counted, output: 30, reasoning: 0 },
    ],
    [
      'with nothing below zero',
      chat,
      { usage: { prompt_tokens: 1, completion_tokens: -3, prompt_tokens_details: { cached_tokens: 9 } } },
      { input: 0, output: 0, reasoning: 0, cacheRead: 9, cacheWrite: 0 },
    ],
  ])('is counted %s', (_name, protocol, part, tokens) => {
    expect(reading(protocol, [part]).tokens).toEqual(tokens);
  });

  const said = (delta: unknown, finish: string | null = null): unknown => ({
    choices: [{ delta, finish_reason: finish }],
  });

  it('is complete with the end mark, or with an end and a usage', () => {
    expect(reading(chat, [said({ content: 'a' }), '[DONE]'])).toMatchObject({ complete: true, tokens: null });
    expect(reading(chat, [said({}, 'stop')])).toMatchObject({ finished: true, complete: false });
    expect(reading(chat, [said({}, 'stop'), { choices: [], usage }])).toMatchObject({ complete: true });
    expect(reading(chat, [{ choices: [{ message: { content: 'a' }, finish_reason: 'stop' }], usage }])).toMatchObject({
      complete: true,
      outputBytes: 1,
      tokens: counted,
    });
  });

  it('is measured in bytes of text, reasoning and calls', () => {
    const call = { function: { name: 'ab', arguments: '{}' } };
    const thinking = [{ type: 'thinking', thinking: [{ type: 'text', text: 'äh' }] }];
    const parts = [
      said({ content: '€' }),
      said({ reasoning_content: 'ab' }),
      said({ tool_calls: [call] }),
      said({ content: thinking }),
    ];
    expect(reading(chat, parts).outputBytes).toBe(3 + 2 + 4 + 3);
  });

  it('tells of an error in its middle, and of what is no JSON', () => {
    expect(reading(chat, [said({ content: 'a' }), { error: { message: 'Gone\nwrong', code: 502 } }]).fault).toBe(
      'Gone wrong',
    );
    expect(reading(chat, ['{"choices": [']).fault).toContain('not a JSON object');
    expect(reading(chat, ['"text"']).fault).toContain('not a JSON object');
  });
});
