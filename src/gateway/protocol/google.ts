import type { Tokens } from '../../agent/agent.ts';
import { googleRequest } from './google-request.ts';
import { clamped } from './length.ts';
import type { Body, Protocol, Sanitised } from './protocol.ts';
import { quiet } from './quiet.ts';
import { at, bytesOf, countAt, faultOf, listAt, readParts, tokensOf, type Found } from './reading.ts';
import { sameNames, shape } from './shape.ts';

/** Google's generateContent, as Gemini and Zen speak it. */
export const google: Protocol = {
  sanitise,
  createReader: () => readParts(take),
  refusal: (status, message) => ({ error: { code: status, message: quiet(message), status: 'INVALID_ARGUMENT' } }),
};

function sanitise(body: Body, { maxOutput, streams }: Readonly<{ maxOutput: number; streams: boolean }>): Sanitised {
  const shaped = shape(googleRequest, body);
  if (shaped.kind === 'refused') return shaped;
  const { generationConfig, ...rest } = shaped.value;
  const names = (rest.tools ?? []).flatMap((tool) => tool.functionDeclarations ?? []).map(({ name }) => name);
  const twice = sameNames(names);
  if (twice !== null) return twice;
  const limit = clamped(generationConfig?.maxOutputTokens, maxOutput);
  return {
    kind: 'request',
    body: { ...rest, generationConfig: { ...generationConfig, maxOutputTokens: limit } },
    maxOutput: limit,
    streams,
    dropped: shaped.dropped,
  };
}

function take(part: Body, found: Found): void {
  if (part['error'] !== undefined && part['error'] !== null) found.fault ??= faultOf(part['error']);
  found.tokens = tokensIn(part['usageMetadata']) ?? found.tokens;
  if (typeof at(part, 'promptFeedback', 'blockReason') === 'string') found.complete = true;
  for (const candidate of listAt(part, 'candidates')) {
    for (const piece of listAt(candidate, 'content', 'parts')) found.outputBytes += sizeOf(piece);
    if (typeof at(candidate, 'finishReason') === 'string') found.complete = true;
  }
}

function sizeOf(piece: unknown): number {
  const call = at(piece, 'functionCall');
  return bytesOf(at(piece, 'text'), call === undefined ? undefined : JSON.stringify(call));
}

function tokensIn(usage: unknown): Tokens | null {
  const [prompt, candidates] = [countAt(usage, 'promptTokenCount'), countAt(usage, 'candidatesTokenCount')];
  if (prompt === null && candidates === null) return null;
  const reasoning = countAt(usage, 'thoughtsTokenCount') ?? 0;
  return tokensOf({
    input: prompt ?? 0,
    output: (candidates ?? 0) + reasoning,
    reasoning,
    cacheRead: countAt(usage, 'cachedContentTokenCount') ?? 0,
    cacheWrite: 0,
  });
}
