import { z } from 'zod';
import type { WireResponse } from './wire.ts';

/** The parts up to the one that carries the text, so that the closing ones are missing. */
export function cutAfter(response: WireResponse, said: string): WireResponse {
  return { ...response, parts: response.parts.slice(0, carrierOf(response, said) + 1) };
}

/** Something unreadable behind the part that carries the text, and the rest behind that. */
export function withGarbage(response: WireResponse, said: string, garbage: string): WireResponse {
  const place = carrierOf(response, said) + 1;
  return { ...response, parts: response.parts.toSpliced(place, 0, garbage) };
}

/** The same answer with another reason for its end, in the words of chat completions. */
export function withReason(response: WireResponse, reason: string): WireResponse {
  const incomplete = (value: z.infer<typeof completed>) =>
    JSON.stringify({
      ...value,
      type: 'response.incomplete',
      response: {
        ...value.response,
        status: 'incomplete',
        incomplete_details: { reason: reason === 'length' ? 'max_output_tokens' : reason },
      },
    });
  return mapParts(response, (part) =>
    mapData(part.replace('event: response.completed', 'event: response.incomplete'), (data) => {
      const whole = completed.safeParse(data);
      return whole.success
        ? incomplete(whole.data)
        : JSON.stringify(data).replace(/"finish_reason":"\w+"/u, () => `"finish_reason":${JSON.stringify(reason)}`);
    }),
  );
}

/** The same answer without a word on tokens. */
export function withoutUsage(response: WireResponse): WireResponse {
  const silent = mapParts(response, (part) =>
    mapData(part, (data) =>
      JSON.stringify(data, (key: string, value: unknown) => (key === 'usage' ? undefined : value)),
    ),
  );
  // The chat protocol reports usage in a chunk of its own, which has no choice.
  return { ...silent, parts: silent.parts.filter((part) => !part.includes('"choices":[]')) };
}

/** The same answer with its text in so many parts. */
export function inPieces(response: WireResponse, count: number): WireResponse {
  return {
    ...response,
    parts: response.parts.flatMap((part) => {
      const [, text] = /"delta":(?:\{"content":)?("(?:[^"\\]|\\.)+")/u.exec(part) ?? [];
      // Some providers' clients reject a tool call whose arguments come in several small chunks.
      if (text === undefined || part.includes('function_call_arguments')) return [part];
      const whole = z.string().parse(JSON.parse(text));
      return piecesOf(whole, count).map((piece) => part.replace(text, () => JSON.stringify(piece)));
    }),
  };
}

/** Nothing but the mark of the end, where the protocol has one. */
export function withoutAnything(response: WireResponse): WireResponse {
  return { ...response, parts: response.parts.filter((part) => part.includes('[DONE]')) };
}

const completed = z.looseObject({ type: z.literal('response.completed'), response: z.looseObject({}) });

function carrierOf(response: WireResponse, said: string): number {
  return response.parts.findIndex((part) => part.includes(JSON.stringify(said).slice(1, -1)));
}

function mapParts(response: WireResponse, edit: (part: string) => string): WireResponse {
  return { ...response, parts: response.parts.map(edit) };
}

/** Edits the JSON of an event, or a whole document. */
function mapData(part: string, edit: (data: unknown) => string): string {
  return part.replace(/^(data: )?(\{.*\})$/mu, (_, prefix: string | undefined, json: string) => {
    return `${prefix ?? ''}${edit(JSON.parse(json))}`;
  });
}

function piecesOf(text: string, count: number): readonly string[] {
  const size = Math.max(1, Math.ceil(text.length / count));
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}
