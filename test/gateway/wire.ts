import type { Tokens } from '../../src/agent/agent.ts';

/** What a provider's model says in one answer. */
export type Answer = Readonly<{
  reasoning: string;
  /** Text, or the call of a tool of the agent's. */
  says: string | Readonly<{ tool: string; input: Readonly<Record<string, unknown>> }>;
}>;

export type Wire = 'chat' | 'openrouter' | 'groq' | 'xai' | 'mistral' | 'responses' | 'anthropic' | 'google';

/** The events of a streamed answer as the provider documents them, each an object or `[DONE]`. */
export function eventsOf(wire: Wire, answer: Answer, tokens: Tokens): readonly unknown[] {
  switch (wire) {
    case 'responses':
      return responsesEvents(answer, tokens);
    case 'anthropic':
      return anthropicEvents(answer, tokens);
    case 'google':
      return googleEvents(answer, tokens);
    case 'chat':
    case 'openrouter':
    case 'groq':
    case 'xai':
    case 'mistral':
      return chatEvents(wire, answer, tokens);
  }
}

const whole = ({ input, cacheRead, cacheWrite }: Tokens): number => input + cacheRead + cacheWrite;

function chatEvents(wire: Wire, { reasoning, says }: Answer, tokens: Tokens): readonly unknown[] {
  const base = { id: 'chat-1', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'm' };
  const chunk = (delta: unknown, finish: string | null = null): Readonly<Record<string, unknown>> => ({
    ...base,
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const call =
    typeof says === 'string'
      ? { content: says }
      : {
          tool_calls: [
            {
              index: 0,
              // Mistral wants nine letters and digits.
              id: 'call00001',
              type: 'function',
              function: { name: says.tool, arguments: JSON.stringify(says.input) },
            },
          ],
        };
  const end = chunk({}, typeof says === 'string' ? 'stop' : 'tool_calls');
  const usage = chatUsage(wire, tokens);
  return [
    chunk({ role: 'assistant', content: '' }),
    chunk(thought(wire, reasoning)),
    chunk(call),
    ...endOf(wire, end, usage),
    '[DONE]',
  ];
}

function endOf(wire: Wire, end: Readonly<Record<string, unknown>>, usage: unknown): readonly unknown[] {
  if (wire === 'groq') return [{ ...end, x_groq: { id: 'req', usage } }];
  return wire === 'mistral' ? [{ ...end, usage }] : [end, { ...end, choices: [], usage }];
}

function thought(wire: Wire, text: string): unknown {
  if (wire === 'mistral') return { content: [{ type: 'thinking', thinking: [{ type: 'text', text }] }] };
  if (wire === 'groq') return { reasoning: text };
  if (wire !== 'openrouter') return { reasoning_content: text };
  return { reasoning: text, reasoning_details: [{ type: 'reasoning.text', text, format: 'unknown', index: 0 }] };
}

function chatUsage(wire: Wire, tokens: Tokens): unknown {
  const { output, reasoning, cacheRead, cacheWrite } = tokens;
  const completion = wire === 'xai' ? output : output + reasoning;
  const sums = {
    prompt_tokens: whole(tokens),
    completion_tokens: completion,
    total_tokens: whole(tokens) + output + reasoning,
  };
  if (wire === 'mistral') return { ...sums, num_cached_tokens: cacheRead };
  return {
    ...sums,
    prompt_tokens_details: {
      cached_tokens: cacheRead,
      ...(wire === 'openrouter' ? { cache_write_tokens: cacheWrite } : {}),
    },
    completion_tokens_details: { reasoning_tokens: reasoning },
  };
}

function responsesEvents({ reasoning, says }: Answer, tokens: Tokens): readonly unknown[] {
  const thinking = {
    type: 'reasoning',
    id: 'rs_1',
    summary: [{ type: 'summary_text', text: reasoning }],
    encrypted_content: 'c2VjcmV0',
  };
  const said =
    typeof says === 'string'
      ? {
          type: 'message',
          id: 'msg_1',
          role: 'assistant',
          status: 'completed',
          content: [{ type: 'output_text', text: says, annotations: [] }],
        }
      : {
          type: 'function_call',
          id: 'fc_1',
          call_id: 'call_1',
          name: says.tool,
          arguments: JSON.stringify(says.input),
          status: 'completed',
        };
  const head = { id: 'resp_1', object: 'response', created_at: 1_700_000_000, model: 'm' };
  const usage = {
    input_tokens: whole(tokens),
    input_tokens_details: { cached_tokens: tokens.cacheRead, cache_write_tokens: tokens.cacheWrite },
    output_tokens: tokens.output + tokens.reasoning,
    output_tokens_details: { reasoning_tokens: tokens.reasoning },
    total_tokens: whole(tokens) + tokens.output + tokens.reasoning,
  };
  const summary = { item_id: 'rs_1', output_index: 0, summary_index: 0 };
  return [
    { type: 'response.created', response: { ...head, status: 'in_progress' } },
    {
      type: 'response.output_item.added',
      output_index: 0,
      item: { ...thinking, summary: [], encrypted_content: null },
    },
    { type: 'response.reasoning_summary_part.added', ...summary, part: { type: 'summary_text', text: '' } },
    { type: 'response.reasoning_summary_text.delta', ...summary, delta: reasoning },
    { type: 'response.reasoning_summary_part.done', ...summary, part: { type: 'summary_text', text: reasoning } },
    { type: 'response.output_item.done', output_index: 0, item: thinking },
    ...saidEvents(said, says),
    { type: 'response.output_item.done', output_index: 1, item: said },
    { type: 'response.completed', response: { ...head, status: 'completed', output: [thinking, said], usage } },
  ];
}

function saidEvents(said: Readonly<Record<string, unknown>>, says: Answer['says']): readonly unknown[] {
  const place = { output_index: 1, item_id: said['id'] };
  const added = { type: 'response.output_item.added', output_index: 1 };
  return typeof says === 'string'
    ? [
        { ...added, item: { ...said, content: [] } },
        { type: 'response.output_text.delta', ...place, content_index: 0, delta: says },
      ]
    : [
        { ...added, item: { ...said, arguments: '' } },
        { type: 'response.function_call_arguments.delta', ...place, delta: said['arguments'] },
      ];
}

function anthropicEvents({ reasoning, says }: Answer, tokens: Tokens): readonly unknown[] {
  const { input, output, cacheRead, cacheWrite } = tokens;
  const usage = {
    input_tokens: input,
    cache_read_input_tokens: cacheRead,
    cache_creation_input_tokens: cacheWrite,
    output_tokens: 1,
  };
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'm', content: [] };
  const opened =
    typeof says === 'string'
      ? { type: 'text', text: '' }
      : { type: 'tool_use', id: 'toolu_1', name: says.tool, input: {} };
  const delta =
    typeof says === 'string'
      ? { type: 'text_delta', text: says }
      : { type: 'input_json_delta', partial_json: JSON.stringify(says.input) };
  const ended = {
    output_tokens: output + tokens.reasoning,
    output_tokens_details: { thinking_tokens: tokens.reasoning },
  };
  return [
    { type: 'message_start', message: { ...message, stop_reason: null, stop_sequence: null, usage } },
    { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '', signature: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: reasoning } },
    { type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature: 'c2ln' } },
    { type: 'content_block_stop', index: 0 },
    { type: 'content_block_start', index: 1, content_block: opened },
    { type: 'content_block_delta', index: 1, delta },
    { type: 'content_block_stop', index: 1 },
    {
      type: 'message_delta',
      delta: { stop_reason: typeof says === 'string' ? 'end_turn' : 'tool_use', stop_sequence: null },
      usage: ended,
    },
    { type: 'message_stop' },
  ];
}

function googleEvents({ reasoning, says }: Answer, tokens: Tokens): readonly unknown[] {
  const part =
    typeof says === 'string'
      ? { text: says }
      : { functionCall: { name: says.tool, args: says.input }, thoughtSignature: 'c2ln' };
  const chunk = (parts: readonly unknown[], rest: unknown, output: number): unknown => ({
    candidates: [{ index: 0, content: { role: 'model', parts }, ...Object(rest) }],
    usageMetadata: {
      promptTokenCount: whole(tokens),
      cachedContentTokenCount: tokens.cacheRead,
      candidatesTokenCount: output,
      thoughtsTokenCount: tokens.reasoning,
      totalTokenCount: whole(tokens) + output + tokens.reasoning,
    },
  });
  return [chunk([{ text: reasoning, thought: true }], {}, 1), chunk([part], { finishReason: 'STOP' }, tokens.output)];
}
