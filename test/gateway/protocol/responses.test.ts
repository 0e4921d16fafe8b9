import { describe, expect, it } from 'vitest';
import type { Body } from '../../../src/gateway/protocol/protocol.ts';
import { responses } from '../../../src/gateway/protocol/responses.ts';
import { reading, sanitised } from './asking.ts';

const tool = { type: 'function', name: 'read', description: 'd', parameters: { type: 'object' }, strict: false };
const request = { model: 'm', input: [{ role: 'user', content: 'Hi' }], tools: [tool], stream: true };
const ask = (more: Body): ReturnType<typeof sanitised> => sanitised(responses, { ...request, ...more });
const says = (...content: readonly unknown[]): Body => ({ input: [{ role: 'user', content }] });

describe('a request for a response', () => {
  it('passes with its tools, options and history, and is not kept', () => {
    const body = {
      ...request,
      input: [
        { role: 'developer', content: 'Be brief.' },
        {
          type: 'message',
          role: 'assistant',
          id: 'm1',
          content: [{ type: 'output_text', text: 'See https://a.example' }],
        },
        { type: 'reasoning', id: 'r1', summary: [{ type: 'summary_text', text: 'Hm.' }], encrypted_content: 'x' },
        { type: 'function_call', call_id: 'c1', name: 'read', arguments: '{"file_id":"f"}' },
        {
          type: 'function_call_output',
          call_id: 'c1',
          output: [{ type: 'input_image', image_url: 'data:image/png;base64,aa' }],
        },
      ],
      max_output_tokens: 50,
      store: false,
      include: ['reasoning.encrypted_content'],
      reasoning: { effort: 'high', summary: 'auto' },
      text: { verbosity: 'low' },
      prompt_cache_key: 's',
    };
    expect(ask(body)).toEqual({ kind: 'request', body, maxOutput: 50, streams: true, dropped: [] });
  });

  it('is not kept even if the agent would rather have it kept', () => {
    expect(ask({ store: true })).toMatchObject({ body: { store: false }, dropped: ['store'] });
    expect(ask({}).body).toMatchObject({ store: false });
  });

  it('loses what costs more, runs elsewhere or refers to what was kept, by name', () => {
    const extra = {
      background: true,
      service_tier: 'priority',
      previous_response_id: 'r',
      conversation: 'c',
      prompt: { id: 'p' },
      prompt_cache_retention: '24h',
      metadata: { a: 'b' },
      max_tool_calls: 5,
      context_management: [{ type: 'compaction' }],
    };
    const { body, dropped } = ask(extra);
    for (const name of Object.keys(extra)) expect(body).not.toHaveProperty(name);
    expect(dropped).toEqual(Object.keys(extra));
    expect(ask({ reasoning: { effort: 'low', mode: 'pro' } }).dropped).toEqual(['reasoning.mode']);
    expect(ask({ include: ['file_search_call.results'] }).body).toMatchObject({ include: [] });
  });

  it('is bounded, whatever is asked', () => {
    expect(ask({}).body).toMatchObject({ max_output_tokens: 100 });
    expect(ask({ max_output_tokens: 5000 })).toMatchObject({ body: { max_output_tokens: 100 }, maxOutput: 100 });
    expect(ask({ max_output_tokens: '5000' }).body).toMatchObject({ max_output_tokens: 100 });
  });

  it.each<[string, Body, string]>([
    ...['web_search', 'web_search_preview', 'file_search', 'code_interpreter', 'computer_use_preview', 'mcp'].map(
      (type): [string, Body, string] => [type, { tools: [tool, { type }] }, `"${type}"`],
    ),
    ...['image_generation', 'local_shell', 'shell', 'custom'].map((type): [string, Body, string] => [
      type,
      { tools: [{ type }] },
      `"${type}"`,
    ]),
    ['the choice of a tool of the provider’s', { tool_choice: { type: 'file_search' } }, '"file_search"'],
    ['a picture by address', says({ type: 'input_image', image_url: 'https://a.example' }), 'data: URLs'],
    ['a picture that was uploaded', says({ type: 'input_image', file_id: 'f' }), 'image_url'],
    ['a file by address', says({ type: 'input_file', file_url: 'https://a.example' }), 'file_data'],
    ['a reference to a kept item', { input: [{ type: 'item_reference', id: 'r' }] }, '"item_reference"'],
    ['the trace of a search', { input: [{ type: 'web_search_call', id: 'w' }] }, '"web_search_call"'],
    ['two tools of one name', { tools: [tool, tool] }, 'read more than once'],
    ['input that is none', { input: 7 }, 'input'],
  ])('is refused for %s, with the reason', (_name, more, reason) => {
    expect(ask(more).reason).toContain(reason);
  });

  it('is refused for a picture by address in a tool’s result', () => {
    const output = [{ type: 'input_image', image_url: 'https://a.example/a.png' }];
    expect(ask({ input: [{ type: 'function_call_output', call_id: 'c', output }] }).reason).toContain('data: URLs');
  });
});

describe('a response', () => {
  const usage = {
    input_tokens: 120,
    input_tokens_details: { cached_tokens: 100, cache_write_tokens: 5 },
    output_tokens: 30,
    output_tokens_details: { reasoning_tokens: 10 },
  };
  const counted = { input: 15, output: 20, reasoning: 10, cacheRead: 100, cacheWrite: 5 };
  const delta = { type: 'response.output_text.delta', delta: '€' };

  it.each(['completed', 'incomplete'])('is whole when it is %s, with its tokens', (status) => {
    const end = { type: `response.${status}`, response: { status, usage, error: null } };
    expect(reading(responses, [delta, end])).toMatchObject({
      tokens: counted,
      outputBytes: 3,
      complete: true,
      fault: null,
    });
    expect(reading(responses, [delta])).toMatchObject({ tokens: null, complete: false });
  });

  it('tells why it failed and what it took until then', () => {
    const response = { status: 'failed', usage, error: { code: 'server_error', message: 'Gone' } };
    expect(reading(responses, [{ type: 'response.failed', response }])).toMatchObject({
      fault: 'Gone',
      tokens: counted,
      complete: false,
    });
    expect(reading(responses, [{ type: 'error', message: 'Gone', code: 'x' }]).fault).toBe('Gone');
    expect(reading(responses, [{ type: 'error', error: { message: 'Gone' } }]).fault).toBe('Gone');
  });

  it('is measured in bytes of text, reasoning and calls', () => {
    const added = { type: 'response.output_item.added', item: { type: 'function_call', name: 'ab' } };
    const parts = [
      delta,
      added,
      { type: 'response.function_call_arguments.delta', delta: '{}' },
      { type: 'response.reasoning_summary_text.delta', delta: 'Hm' },
    ];
    expect(reading(responses, parts).outputBytes).toBe(3 + 2 + 2 + 2);
  });

  it('is read as one document, too', () => {
    const output = [
      { type: 'reasoning', summary: [{ text: 'Hm' }] },
      { type: 'message', content: [{ type: 'output_text', text: '€' }] },
    ];
    expect(reading(responses, [{ object: 'response', status: 'completed', output, usage }])).toMatchObject({
      tokens: counted,
      outputBytes: 5,
      complete: true,
      fault: null,
    });
  });
});
