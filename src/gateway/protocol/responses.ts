import type { Tokens } from '../../agent/agent.ts';
import { clamped } from './length.ts';
import type { Body, Protocol, Sanitised } from './protocol.ts';
import { quiet } from './quiet.ts';
import { at, bytesOf, countAt, faultOf, listAt, readParts, tokensOf, type Found } from './reading.ts';
import { responsesRequest } from './responses-request.ts';
import { sameNames, shape } from './shape.ts';

/** OpenAI's responses, as OpenAI, Azure, xAI and Zen speak them. */
export const responses: Protocol = {
  sanitise,
  createReader: () => readParts(take),
  refusal: (_status, message) => ({
    error: { message: quiet(message), type: 'invalid_request_error', param: null, code: null },
  }),
};

function sanitise(body: Body, { maxOutput }: Readonly<{ maxOutput: number }>): Sanitised {
  const shaped = shape(responsesRequest, body);
  if (shaped.kind === 'refused') return shaped;
  const request = shaped.value;
  const twice = sameNames((request.tools ?? []).map((tool) => tool.name));
  if (twice !== null) return twice;
  const limit = clamped(request.max_output_tokens, maxOutput);
  return {
    kind: 'request',
    // Without `store: false` an answer is kept for thirty days.
    body: { ...request, max_output_tokens: limit, store: false },
    maxOutput: limit,
    streams: request.stream === true,
    dropped: shaped.dropped.filter((name) => name !== 'store' || body['store'] === true),
  };
}

function take(part: Body, found: Found): void {
  const type = part['type'];
  if (typeof type !== 'string') return takeEnd(part, found);
  switch (type) {
    case 'response.completed':
    case 'response.incomplete':
    case 'response.failed':
      found.closed = true;
      return takeEnd(part['response'], found);
    case 'error':
      found.fault ??= faultOf(part['error'] ?? part);
      return undefined;
    case 'response.output_item.added':
      found.outputBytes += bytesOf(at(part, 'item', 'name'));
      return undefined;
    default:
      if (type.endsWith('.delta')) found.outputBytes += bytesOf(part['delta']);
      return undefined;
  }
}

/** The whole response, which ends a stream and is a document of its own. */
function takeEnd(response: unknown, found: Found): void {
  const error = at(response, 'error');
  if (error !== undefined && error !== null) found.fault ??= faultOf(error);
  found.tokens = tokensIn(at(response, 'usage')) ?? found.tokens;
  const status = at(response, 'status');
  if (status === 'completed' || status === 'incomplete') found.complete = true;
  // A document has come without deltas.
  if (found.outputBytes === 0) found.outputBytes = bytesOf(...listAt(response, 'output').flatMap(stringsOf));
}

function stringsOf(item: unknown): readonly unknown[] {
  const texts = [...listAt(item, 'content'), ...listAt(item, 'summary')].map((part) => at(part, 'text'));
  return [...texts, at(item, 'name'), at(item, 'arguments')];
}

function tokensIn(usage: unknown): Tokens | null {
  const [input, output] = [countAt(usage, 'input_tokens'), countAt(usage, 'output_tokens')];
  if (input === null && output === null) return null;
  return tokensOf({
    input: input ?? 0,
    output: output ?? 0,
    reasoning: countAt(usage, 'output_tokens_details', 'reasoning_tokens') ?? 0,
    cacheRead: countAt(usage, 'input_tokens_details', 'cached_tokens') ?? 0,
    cacheWrite: countAt(usage, 'input_tokens_details', 'cache_write_tokens') ?? 0,
  });
}
