import type { Act, Action } from './action.ts';
import type { Expectation } from './expectation.ts';
import { textOf, type ModelRequest } from './request.ts';
import { describeStep, type Script, type Step } from './script.ts';
import { advance, belongsTo, goOnWith, isOver, newTurn, outlivesItsPrompt, type Turn } from './turn.ts';

/** What the script wants done with a request. */
export type Direction =
  | {
      readonly kind: 'act';
      readonly step: Step;
      readonly before: readonly Extract<Action, { kind: 'meanwhile' }>[];
      readonly action: Act;
    }
  | { readonly kind: 'refuse'; readonly reason: string };

export type Director = {
  direct(request: ModelRequest): Direction;
  /** The steps that are not played to their end. */
  remaining(): readonly string[];
};

type Session = { readonly label: string; readonly turn: Turn };

/** Follows a script: which step a request belongs to, whether it is as the step says, and what comes next in it. */
export function createDirector(script: Script): Director {
  const sessions = new Map<string, Session>();
  const summaries = new Map<string, Turn>();
  const turns = new Map<Step, Turn>();

  return { direct, remaining: () => remaining(script, turns) };

  function direct(request: ModelRequest): Direction {
    const { session: id } = request;
    if (id === undefined) return refuse('a request has no x-session-id header');
    const errand = hiddenErrand(request);
    if (errand === 'a compaction') return summarise(id, request);
    if (errand !== undefined) return refuse(`session ${id} asks for ${errand}, which no script expects`);
    const known = sessions.get(id) ?? inherited(id, request);
    if (known === undefined) return begin(id, request);
    // After a summary the same turn goes on, with the summary and a prompt of OpenCode's own before it.
    const summarised = summaries.delete(id) && !isOver(known.turn);
    if (summarised || outlivesItsPrompt(known.turn)) goOnWith(known.turn, request);
    return belongsTo(known.turn, request) ? act(known.turn) : begin(id, request, known);
  }

  /** A new session that goes on with what an earlier one of its role could not bring to its end. */
  function inherited(id: string, request: ModelRequest): Session | undefined {
    const earlier = [...sessions.values()].find(
      ({ turn }) => outlivesItsPrompt(turn) && turn.step.role === (request.role ?? 'child'),
    );
    if (earlier !== undefined) sessions.set(id, earlier);
    return earlier;
  }

  function summarise(id: string, request: ModelRequest): Direction {
    const summary = summaries.get(id) ?? [...turns.values()].find(isLastingSummary);
    if (summary !== undefined && (!isOver(summary) || outlivesItsPrompt(summary))) {
      summaries.set(id, summary);
      return act(summary);
    }
    const step = script.steps.find((step) => step.role === 'compaction' && !turns.has(step));
    if (step === undefined) return refuse(`session ${id} asks for a compaction, which no step expects`);
    return open(step, request, (turn) => summaries.set(id, turn));
  }

  function begin(id: string, request: ModelRequest, known?: Session): Direction {
    if (known !== undefined && !isOver(known.turn)) {
      return refuse(`a new prompt came before ${describeStep(script, known.turn.step)} was over`);
    }
    const labels = new Set([...sessions.values()].map(({ label }) => label));
    const step =
      known === undefined
        ? openingStep(script, request, labels)
        : script.steps.find((step) => step.session === known.label && !turns.has(step));
    if (step === undefined) return refuse(nothingExpected(request, known));
    return open(step, request, (turn) => sessions.set(id, { label: step.session, turn }));
  }

  function open(step: Step, request: ModelRequest, keep: (turn: Turn) => unknown): Direction {
    const broken = brokenExpectation(step, request);
    if (broken !== undefined) return refuse(`${describeStep(script, step)}: ${broken}`);
    const turn = newTurn(step, request);
    turns.set(step, turn);
    keep(turn);
    return act(turn);
  }

  function act(turn: Turn): Direction {
    const next = advance(turn);
    if (next === null) return refuse(`${describeStep(script, turn.step)} has no answer left, and the turn goes on`);
    return { kind: 'act', step: turn.step, ...next };
  }
}

function isLastingSummary(turn: Turn): boolean {
  return turn.step.role === 'compaction' && outlivesItsPrompt(turn);
}

/** The steps that were not reached, or not played to their end, in words. */
function remaining(script: Script, turns: ReadonlyMap<Step, Turn>): readonly string[] {
  return script.steps.flatMap((step) => {
    const turn = turns.get(step);
    if (turn === undefined) return [`${describeStep(script, step)} was never reached`];
    return isOver(turn) ? [] : [`${describeStep(script, step)} was not played to its end`];
  });
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

function refuse(reason: string): Direction {
  return { kind: 'refuse', reason };
}
