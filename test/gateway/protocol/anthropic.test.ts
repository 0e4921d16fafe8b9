import { describe, expect, it } from 'vitest';
import { anthropic } from '../../../src/gateway/protocol/anthropic.ts';
import type { Body } from '../../../src/gateway/protocol/protocol.ts';
import { reading, sanitised } from './asking.ts';

const tool = { name: 'read', description: 'd', input_schema: { type: 'object' } };
const request = {
  model: 'm',
  max_tokens: 50,
  messages: [{ role: 'user', content: 'Hi' }],
  tools: [tool],
  stream: true,
};
const ask = (more: Body, maxOutput = 100): ReturnType<typeof sanitised> =>
  sanitised(anthropic, { ...request, ...more }, { maxOutput });
const says = (...content: readonly unknown[]): Body => ({ messages: [{ role: 'user', content }] });
const inline = { type: 'base64', media_type: 'image/png', data: 'aa' };

describe('a request for a message', () => {
  it('passes with its tools, options and history', () => {
    const cached = { cache_control: { type: 'ephemeral' } };
    const body = {
      ...request,
      system: [{ type: 'text', text: 'Be brief.', ...cached }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'See https://a.example' },
            { type: 'image', source: inline },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'Hm.', signature: 's' },
            { type: 'redacted_thinking', data: 'x' },
            {
              type: 'tool_use',
              id: 't1',
              name: 'read',
              input: { type: 'url', url: 'https://a.example', file_id: 'f' },
            },
          ],
        },
        {
          role: 'user',
          content: [
            {
              type: 'tool_result',
              tool_use_id: 't1',
              content: [
                { type: 'text', text: 'ok' },
                { type: 'image', source: inline },
              ],
              ...cached,
            },
            { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'a: b' }, title: 'a' },
          ],
        },
      ],
      tool_choice: { type: 'any' },
      output_config: { effort: 'high' },
      thinking: { type: 'adaptive', display: 'summarized' },
    };
    expect(ask(body)).toEqual({ kind: 'request', body, maxOutput: 50, streams: true, dropped: [] });
  });

  it('loses what costs more, keeps data or runs elsewhere, by name', () => {
    const extra = {
      speed: 'fast',
      service_tier: 'auto',
      container: 'c',
      mcp_servers: [{ type: 'url', url: 'https://a.example' }],
      inference_geo: 'us',
      context_management: { edits: [{ type: 'compact_20260112' }] },
      metadata: { user_id: 'u' },
    };
    const { body, dropped } = ask(extra);
    for (const name of Object.keys(extra)) expect(body).not.toHaveProperty(name);
    expect(dropped).toEqual(Object.keys(extra));
  });

  it('caches for the standard time only, which is the cheapest, wherever it does', () => {
    const cache_control = { type: 'ephemeral', ttl: '1h' };
    const { body } = ask({
      system: [{ type: 'text', text: 'a', cache_control }],
      tools: [{ ...tool, cache_control }],
      ...says({ type: 'text', text: 'a', cache_control }),
      cache_control,
    });
    expect(JSON.stringify(body).match(/"cache_control":\{"type":"ephemeral"\}/gu)).toHaveLength(4);
  });

  it('is bounded, and thinking with it', () => {
    const thinking = { type: 'enabled', budget_tokens: 16_000 };
    expect(ask({ max_tokens: 9000 })).toMatchObject({ body: { max_tokens: 100 }, maxOutput: 100 });
    expect(ask({ max_tokens: undefined }).body).toMatchObject({ max_tokens: 100 });
    expect(ask({ max_tokens: 48_000, thinking }, 32_000).body).toMatchObject({ max_tokens: 32_000, thinking });
    expect(ask({ max_tokens: 48_000, thinking }, 8000).body).toMatchObject({
      thinking: { type: 'enabled', budget_tokens: 4000 },
    });
  });

  it('does without thinking where the answer is too short for any', () => {
    const { body, dropped } = ask({ max_tokens: 48_000, thinking: { type: 'enabled', budget_tokens: 16_000 } }, 2000);
    expect(body).not.toHaveProperty('thinking');
    expect(dropped).toEqual(['thinking']);
  });

  it.each<[string, Body, string]>([
    ...['web_search_20250305', 'web_fetch_20250910', 'code_execution_20250825', 'bash_20250124', 'mcp_toolset'].map(
      (type): [string, Body, string] => [type, { tools: [tool, { type, name: type }] }, `"${type}"`],
    ),
    ['a picture by address', says({ type: 'image', source: { type: 'url', url: 'https://a.example' } }), '"url"'],
    ['a picture that was uploaded', says({ type: 'image', source: { type: 'file', file_id: 'f' } }), '"file"'],
    ['a document by address', says({ type: 'document', source: { type: 'url', url: 'https://a.example' } }), '"url"'],
    ['a document that was uploaded', says({ type: 'document', source: { type: 'file', file_id: 'f' } }), '"file"'],
    [
      'an address where data should be',
      says({ type: 'image', source: { ...inline, data: 'https://a.example' } }),
      'base64',
    ],
    ['an upload for code', says({ type: 'container_upload', file_id: 'f' }), '"container_upload"'],
    [
      'the trace of a search',
      says({ type: 'server_tool_use', id: 's', name: 'web_search', input: {} }),
      '"server_tool_use"',
    ],
    ['two tools of one name', { tools: [tool, tool] }, 'read more than once'],
    ['messages that are no list', { messages: {} }, 'messages'],
  ])('is refused for %s, with the reason', (_name, more, reason) => {
    expect(ask(more).reason).toContain(reason);
  });

  it('is refused for a picture by address deep in the conversation', () => {
    const picture = { type: 'image', source: { type: 'url', url: 'https://a.example/a.png' } };
    const source = { type: 'content', content: [picture] };
    expect(ask(says({ type: 'tool_result', tool_use_id: 't', content: [picture] })).reason).toContain('"url"');
    expect(ask(says({ type: 'document', source })).reason).toContain('"url"');
  });
});

describe('a message', () => {
  const start = {
    type: 'message_start',
    message: {
      usage: { input_tokens: 15, cache_read_input_tokens: 100, cache_creation_input_tokens: 5, output_tokens: 1 },
    },
  };
  const end = { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 30 } };
  const counted = { input: 15, output: 30, reasoning: 0, cacheRead: 100, cacheWrite: 5 };

  it('is counted at its start and in sum at its end', () => {
    expect(reading(anthropic, [start]).tokens).toEqual({ ...counted, output: 1 });
    expect(
      reading(anthropic, [start, { ...end, usage: { output_tokens: 9 } }, end, { type: 'message_stop' }]),
    ).toMatchObject({
      tokens: counted,
      outputBytes: 0,
      complete: true,
      fault: null,
    });
    expect(reading(anthropic, [start, end]).complete).toBe(false);
  });

  it('has its thinking counted apart where the provider tells', () => {
    const usage = { output_tokens: 30, output_tokens_details: { thinking_tokens: 10 } };
    expect(reading(anthropic, [start, { ...end, usage }]).tokens).toEqual({ ...counted, output: 20, reasoning: 10 });
  });

  it('has its input corrected at the end', () => {
    const usage = { input_tokens: 20, cache_read_input_tokens: 200, cache_creation_input_tokens: 0, output_tokens: 30 };
    expect(reading(anthropic, [start, { ...end, usage }]).tokens).toEqual({
      ...counted,
      input: 20,
      cacheRead: 200,
      cacheWrite: 0,
    });
  });

  it('is measured in bytes of text, thinking and calls', () => {
    const parts = [
      { type: 'content_block_delta', delta: { type: 'text_delta', text: '€' } },
      { type: 'content_block_delta', delta: { type: 'thinking_delta', thinking: 'Hm' } },
      { type: 'content_block_start', content_block: { type: 'tool_use', name: 'ab', input: {} } },
      { type: 'content_block_delta', delta: { type: 'input_json_delta', partial_json: '{}' } },
    ];
    expect(reading(anthropic, parts).outputBytes).toBe(3 + 2 + 2 + 2);
  });

  it('tells of an error in its middle', () => {
    const error = { type: 'overloaded_error', message: 'Overloaded' };
    expect(reading(anthropic, [start, { type: 'error', error }])).toMatchObject({
      fault: 'Overloaded',
      complete: false,
    });
  });

  it('is read as one document, too', () => {
    const content = [
      { type: 'text', text: '€' },
      { type: 'tool_use', name: 'ab', input: { a: 1 } },
    ];
    const document = {
      type: 'message',
      content,
      stop_reason: 'tool_use',
      usage: { ...start.message.usage, output_tokens: 30 },
    };
    expect(reading(anthropic, [document])).toMatchObject({
      tokens: counted,
      outputBytes: 3 + 2 + 7,
      complete: true,
      fault: null,
    });
  });
});
