import { anthropicRequest, type AnthropicRequest } from './anthropic-request.ts';
import { budgetWithin, clamped } from './length.ts';
import type { Body, Protocol, Sanitised } from './protocol.ts';
import { quiet } from './quiet.ts';
import { at, bytesOf, countAt, faultOf, listAt, readParts, tokensOf, type Found, type Totals } from './reading.ts';
import { sameNames, shape } from './shape.ts';

/** Anthropic's messages, as Anthropic, Azure and Zen speak them. */
export const anthropic: Protocol = {
  sanitise,
  createReader,
  refusal: (_status, message) => ({ type: 'error', error: { type: 'invalid_request_error', message: quiet(message) } }),
};

function sanitise(body: Body, { maxOutput }: Readonly<{ maxOutput: number }>): Sanitised {
  const shaped = shape(anthropicRequest, body);
  if (shaped.kind === 'refused') return shaped;
  const twice = sameNames((shaped.value.tools ?? []).map((tool) => tool.name));
  if (twice !== null) return twice;
  const limit = clamped(shaped.value.max_tokens, maxOutput);
  const { thinking, ...rest } = shaped.value;
  const thought = thinkingWithin(limit, thinking);
  return {
    kind: 'request',
    body: { ...rest, ...thought, max_tokens: limit },
    maxOutput: limit,
    streams: rest.stream === true,
    dropped: [...shaped.dropped, ...(thinking && thought === null ? ['thinking'] : [])],
  };
}

/** Fewer tokens of thinking are refused by the provider. */
const LEAST_THINKING = 1024;

function thinkingWithin(limit: number, thinking: AnthropicRequest['thinking']): Body | null {
  if (!thinking) return null;
  if (thinking.budget_tokens === undefined) return { thinking };
  const budget = budgetWithin(limit, thinking.budget_tokens);
  return budget < LEAST_THINKING ? null : { thinking: { ...thinking, budget_tokens: budget } };
}

function createReader(): ReturnType<Protocol['createReader']> {
  let usage: Totals = { input: 0, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 };
  const note = (said: unknown, found: Found): void => {
    const next = later(usage, said);
    if (next === null) return;
    usage = next;
    found.tokens = tokensOf({ ...usage, input: usage.input + usage.cacheRead + usage.cacheWrite });
  };
  return readParts((part, found) => {
    switch (part['type']) {
      case 'message_start':
        return note(at(part, 'message', 'usage'), found);
      case 'content_block_start':
        return takeBlock(part['content_block'], found);
      case 'content_block_delta':
        return takeBlock(part['delta'], found);
      case 'message_delta':
        return note(part['usage'], found);
      case 'message_stop':
        found.complete = found.closed = true;
        return undefined;
      case 'message':
        listAt(part, 'content').forEach((block) => takeBlock(block, found));
        if (typeof part['stop_reason'] === 'string') found.complete = true;
        return note(part['usage'], found);
      case 'error':
        found.fault ??= faultOf(part['error']);
        return undefined;
      default:
        return undefined;
    }
  });
}

function takeBlock(block: unknown, found: Found): void {
  found.outputBytes += bytesOf(at(block, 'text'), at(block, 'thinking'), at(block, 'partial_json'), at(block, 'name'));
  const input = at(block, 'input');
  if (typeof input === 'object' && input !== null && Object.keys(input).length > 0)
    found.outputBytes += bytesOf(JSON.stringify(input));
}

/** Each report replaces the numbers that it names; null for none. */
function later(before: Totals, said: unknown): Totals | null {
  const numbers = {
    input: countAt(said, 'input_tokens'),
    output: countAt(said, 'output_tokens'),
    reasoning: countAt(said, 'output_tokens_details', 'thinking_tokens'),
    cacheRead: countAt(said, 'cache_read_input_tokens'),
    cacheWrite: countAt(said, 'cache_creation_input_tokens'),
  };
  if (numbers.input === null && numbers.output === null) return null;
  return {
    input: numbers.input ?? before.input,
    output: numbers.output ?? before.output,
    reasoning: numbers.reasoning ?? before.reasoning,
    cacheRead: numbers.cacheRead ?? before.cacheRead,
    cacheWrite: numbers.cacheWrite ?? before.cacheWrite,
  };
}
