import type { Fault, Manner, Said } from './action.ts';
import type { Answer } from './send.ts';
import { cutAfter, inPieces, withGarbage, withoutAnything, withoutUsage, withReason } from './stream.ts';
import type { WireResponse } from './wire.ts';

/** A whole answer as it goes over the wire, with what is wrong about it. */
export function answerOf(action: Said, response: WireResponse): Answer {
  const { delay = 0, pieces, usage, end }: Manner = action.manner ?? {};
  const shaped = withWhatIsWrong(action, response);
  const told = usage === 'missing' ? withoutUsage(shaped) : shaped;
  return {
    kind: 'parts',
    response: pieces === undefined ? told : inPieces(told, pieces.count),
    delay,
    pause: pieces?.every ?? 0,
    end: end ?? 'finish',
  };
}

/** The answer of a fault; `begin` renders a stream that says a text. */
export async function faultOf(action: Fault, begin: (text: string) => Promise<WireResponse>): Promise<Answer> {
  const delay = action.manner?.delay ?? 0;
  const sent = { kind: 'parts', delay, pause: 0 } as const;
  switch (action.kind) {
    case 'fails':
      return { ...action, kind: 'error', delay };
    case 'hangs-up':
      return { kind: 'nothing', delay };
    case 'ends-at-once':
      return { ...sent, response: withoutAnything(await begin('')), end: 'finish' };
    case 'breaks-off':
      return { ...sent, response: cutAfter(await begin(action.text), action.text), end: 'cut' };
    case 'stalls':
      return { ...sent, response: cutAfter(await begin(action.text), action.text), end: 'open' };
  }
}

/** A fault in the words of a journal. */
export function describeFault(action: Fault): string {
  switch (action.kind) {
    case 'fails':
      return `fails with ${action.status}`;
    case 'hangs-up':
    case 'ends-at-once':
      return action.kind;
    case 'breaks-off':
    case 'stalls':
      return `${action.kind}: ${action.text}`;
  }
}

function withWhatIsWrong(action: Said, response: WireResponse): WireResponse {
  switch (action.kind) {
    case 'says':
    case 'calls':
    case 'answers':
      return response;
    case 'finishes':
      return withReason(response, action.reason);
    case 'garbles':
      return withGarbage(response, action.text, action.garbage);
  }
}
