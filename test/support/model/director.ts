import type { Action } from './action.ts';
import type { Expectation } from './expectation.ts';
import { textOf, type ModelRequest } from './request.ts';
import { describeStep, type Script, type Step } from './script.ts';

/** What the script wants done with a request. */
export type Direction =
  | {
      readonly kind: 'act';
      readonly step: Step;
      readonly before: readonly Extract<Action, { kind: 'meanwhile' }>[];
      readonly action: Exclude<Action, { kind: 'meanwhile' }>;
    }
  | { readonly kind: 'refuse'; readonly reason: string };

export type Director = {
  direct(request: ModelRequest): Direction;
  /** The steps that are not played to their end. */
  remaining(): readonly string[];
};

type Session = { readonly label: string; turn: Turn | undefined };
type Turn = { readonly step: Step; readonly userMessages: number; readonly prompt: string; next: number };

/** Follows a script: which step a request belongs to, whether it is as the step says, and what comes next in it. */
export function createDirector(script: Script): Director {
  const sessions = new Map<string, Session>();
  const begun = new Set<Step>();
  const ended = new Set<Step>();

  return { direct, remaining };

  function direct(request: ModelRequest): Direction {
    const { session: id } = request;
    if (id === undefined) return refuse('a request has no x-session-id header');
    const errand = hiddenErrand(request);
    if (errand !== undefined) return refuse(`session ${id} asks for ${errand}, which no script expects`);
    const turn = sessions.get(id)?.turn;
    const continues =
      turn !== undefined && turn.prompt === request.prompt && turn.userMessages === userMessages(request);
    return continues ? act(turn) : begin(id, request);
  }

  function begin(id: string, request: ModelRequest): Direction {
    const known = sessions.get(id);
    if (known?.turn !== undefined && !ended.has(known.turn.step)) {
      return refuse(`a new prompt came before ${describeStep(script, known.turn.step)} was over`);
    }
    const labels = new Set([...sessions.values()].map(({ label }) => label));
    const step =
      known === undefined
        ? openingStep(script, request, labels)
        : script.steps.find((step) => step.session === known.label && !begun.has(step));
    if (step === undefined) return refuse(nothingExpected(request, known));
    const broken = brokenExpectation(step, request);
    if (broken !== undefined) return refuse(`${describeStep(script, step)}: ${broken}`);
    begun.add(step);
    const turn = { step, userMessages: userMessages(request), prompt: request.prompt, next: 0 };
    sessions.set(id, { label: step.session, turn });
    return act(turn);
  }

  function act(turn: Turn): Direction {
    const before: Extract<Action, { kind: 'meanwhile' }>[] = [];
    for (;;) {
      const action = turn.step.does[turn.next];
      if (action === undefined)
        return refuse(`${describeStep(script, turn.step)} has no answer left, and the turn goes on`);
      turn.next += 1;
      if (action.kind === 'meanwhile') {
        before.push(action);
        continue;
      }
      if (turn.next === turn.step.does.length) ended.add(turn.step);
      return { kind: 'act', step: turn.step, before, action };
    }
  }

  function remaining(): readonly string[] {
    return script.steps
      .filter((step) => !ended.has(step))
      .map(
        (step) => `${describeStep(script, step)} was ${begun.has(step) ? 'not played to its end' : 'never reached'}`,
      );
  }
}

/** The first step of a session that this new one can be: the one whose prompt fits, if one does. */
function openingStep(script: Script, request: ModelRequest, taken: ReadonlySet<string>): Step | undefined {
  const openings = script.steps.filter(
    (step, index) =>
      step.role === (request.role ?? 'child') &&
      !taken.has(step.session) &&
      script.steps.findIndex(({ session }) => session === step.session) === index,
  );
  return openings.find((step) => brokenExpectation(step, request) === undefined) ?? openings[0];
}

function nothingExpected(request: ModelRequest, known: Session | undefined): string {
  const who = request.role ?? 'child';
  const where = known === undefined ? `a new ${who} session` : `another turn of session ${known.label}`;
  return `${where} came, which no step expects; it began: ${JSON.stringify(request.prompt.slice(0, 200))}`;
}

function brokenExpectation(step: Step, request: ModelRequest): string | undefined {
  if (step.model !== undefined && step.model !== request.model)
    return `the model is ${request.model}, not ${step.model}`;
  const failed = (expectations: readonly Expectation[], text: string) => expectations.find(({ holds }) => !holds(text));
  const prompt = failed(step.prompt, request.prompt);
  if (prompt !== undefined) return `the prompt must be one that ${prompt.describe}; it was:\n${request.prompt}`;
  const conversation = failed(step.conversation, textOf(request.messages));
  if (conversation !== undefined) return `the conversation must be one that ${conversation.describe}`;
  return undefined;
}

/** Requests that OpenCode makes of its own accord, told by the system prompts of its hidden agents. */
function hiddenErrand(request: ModelRequest): string | undefined {
  if (/^You are a title generator\b/mu.test(request.system)) return 'a title';
  if (/^Summarize what was done in this conversation\b/mu.test(request.system)) return 'a summary';
  if (/^You are a context summarization agent\b/mu.test(request.system)) return 'a compaction';
  return undefined;
}

function userMessages(request: ModelRequest): number {
  return request.messages.filter((message) => message.role === 'user').length;
}

function refuse(reason: string): Direction {
  return { kind: 'refuse', reason };
}
