import { answerOf, describeFault, faultOf } from './answers.ts';
import { createDirector, type Direction } from './director.ts';
import { createMeter } from './meter.ts';
import { replyText, replyTo, type Reply } from './reply.ts';
import type { ModelRequest } from './request.ts';
import { describeStep, type Script, type Step } from './script.ts';
import type { Answer } from './send.ts';
import type { Usage } from './usage.ts';
import type { Wire } from './wire.ts';

/** An answer with what the journal says about it. */
export type Played = {
  readonly answer: Answer;
  readonly step: string | undefined;
  /** The step's role: once a conversation was summarised, its first message does not name it any more. */
  readonly role: string | undefined;
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
      return { ...(await perform(request, body, direction)), step, role: roleOf(direction.step) };
    } catch (error) {
      return refuse(`${step}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }

  async function perform(
    request: ModelRequest,
    body: string,
    { step, action }: Acting,
  ): Promise<Omit<Played, 'step' | 'role'>> {
    const render = (reply: Reply, usage: Usage) => wire.render(request.protocol, body, reply, usage);
    if (!('usage' in action)) {
      const answer = await faultOf(action, (text) => render({ text, calls: [] }, NO_USAGE));
      return { answer, reply: describeFault(action), usage: undefined };
    }
    const reply = replyTo(request, action);
    const said = replyText(reply);
    const sizes = { bodyChars: body.length, replyChars: said.length };
    const usage = meter.measure(request, sizes, { ...step.usage, ...action.usage });
    return {
      answer: answerOf(action, await render(reply, usage)),
      reply: action.kind === 'finishes' ? `finishes with ${action.reason}: ${said}` : said,
      usage: action.manner?.usage === 'missing' ? undefined : usage,
    };
  }

  function refuse(reason: string, status: number = 400): Played {
    unexpected.push(reason);
    const error = { message: `The script "${script.name}" did not expect this: ${reason}`, type: 'unexpected_request' };
    const answer = { kind: 'error' as const, status, body: { error }, headers: {}, delay: 0 };
    return { answer, step: undefined, role: undefined, reply: reason, usage: undefined };
  }
}

const NO_USAGE: Usage = { input: 0, cacheRead: 0, output: 0, reasoning: 0 };

function roleOf(step: Step): string | undefined {
  return step.role === 'child' ? undefined : step.role;
}

function momentOf(request: ModelRequest) {
  return { session: request.session ?? '', directory: request.directory, lastToolResult: request.toolResults.at(-1) };
}
