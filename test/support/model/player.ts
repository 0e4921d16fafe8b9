import { createDirector, type Direction } from './director.ts';
import { createMeter } from './meter.ts';
import { replyText, replyTo } from './reply.ts';
import type { ModelRequest } from './request.ts';
import { describeStep, type Script } from './script.ts';
import type { Answer } from './send.ts';
import type { Usage } from './usage.ts';
import type { Wire } from './wire.ts';

/** An answer with what the journal says about it. */
export type Played = {
  readonly answer: Answer;
  readonly step: string | undefined;
  readonly reply: string;
  readonly usage: Usage | undefined;
};

export type Player = {
  answer(request: ModelRequest, body: string): Promise<Played>;
  /** The answer to a request that nobody expects, and its entry among the unexpected. */
  refuse(reason: string, status?: number): Played;
  remaining(): readonly string[];
};

type Acting = Extract<Direction, { kind: 'act' }>;

/** Turns what the script wants into answers, and notes what it does not want. */
export function createPlayer(script: Script, wire: Wire, unexpected: string[]): Player {
  const director = createDirector(script);
  const meter = createMeter();

  return { answer, refuse, remaining: () => director.remaining() };

  async function answer(request: ModelRequest, body: string): Promise<Played> {
    const direction = director.direct(request);
    if (direction.kind === 'refuse') return refuse(direction.reason);
    const step = describeStep(script, direction.step);
    try {
      for (const { run } of direction.before) await run(momentOf(request));
      return { ...(await perform(request, body, direction)), step };
    } catch (error) {
      return refuse(`${step}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }

  async function perform(request: ModelRequest, body: string, { step, action }: Acting): Promise<Omit<Played, 'step'>> {
    switch (action.kind) {
      case 'fails':
        return { answer: { ...action, kind: 'error' }, reply: `fails with ${action.status}`, usage: undefined };
      case 'breaks-off':
      case 'stalls': {
        const none = { input: 0, cacheRead: 0, output: 0, reasoning: 0 };
        const response = await wire.render(request.protocol, body, { text: action.text, calls: [] }, none);
        const end = action.kind === 'stalls' ? 'silence' : 'close';
        return {
          answer: { kind: 'cut', response, said: action.text, end },
          reply: `${action.kind}: ${action.text}`,
          usage: undefined,
        };
      }
      case 'says':
      case 'calls':
      case 'answers': {
        const reply = replyTo(request, action);
        const said = replyText(reply);
        const sizes = { bodyChars: body.length, replyChars: said.length };
        const usage = meter.measure(request, sizes, { ...step.usage, ...action.usage });
        return {
          answer: { kind: 'whole', response: await wire.render(request.protocol, body, reply, usage) },
          reply: said,
          usage,
        };
      }
    }
  }

  function refuse(reason: string, status: number = 400): Played {
    unexpected.push(reason);
    const error = { message: `The script "${script.name}" did not expect this: ${reason}`, type: 'unexpected_request' };
    return { answer: { kind: 'error', status, body: { error } }, step: undefined, reply: reason, usage: undefined };
  }
}

function momentOf(request: ModelRequest) {
  return { session: request.session ?? '', directory: request.directory, lastToolResult: request.toolResults.at(-1) };
}
