import type { Action } from './action.ts';
import type { Expectation } from './expectation.ts';
import type { Usage } from './usage.ts';

/**
 * The role named by a prompt's `# Role: …` line, `child` for a session that has no such line, or `compaction` for the
 * summary that OpenCode asks for in a session of another role when its context is full.
 */
export type StepRole = 'planner' | 'searcher' | 'coder' | 'reviewer' | 'advisor' | 'answerer' | 'child' | 'compaction';

/** One turn of one session: a prompt, and what the model does until its closing words. */
export type Step = {
  readonly role: StepRole;
  /** Steps with the same label are turns of one session; another label is another session. */
  readonly session: string;
  /** For people: it appears in the messages about this step. */
  readonly round: number | undefined;
  readonly model: string | undefined;
  /** What the newest user message must be like. */
  readonly prompt: readonly Expectation[];
  /** What everything sent with the turn's first request must be like: system prompt, earlier turns and prompt. */
  readonly conversation: readonly Expectation[];
  readonly does: readonly Action[];
  /**
   * It outlives its prompt: another prompt of its session, or another session of its role, goes on with it until it is
   * over. For scripts about what becomes of a turn, whatever is done to save it.
   */
  readonly survives: boolean;
  /** Usage of every response of the turn, unless an action states its own. */
  readonly usage: Partial<Usage>;
};

export type Script = { readonly name: string; readonly steps: readonly Step[] };

export type StepOptions = {
  readonly session?: string;
  readonly round?: number;
  readonly model?: string;
  readonly prompt?: Expectation | readonly Expectation[];
  readonly conversation?: Expectation | readonly Expectation[];
  readonly does?: readonly Action[];
  readonly survives?: boolean;
  /** A structured answer that closes the turn, after what the step does. */
  readonly answers?: unknown;
  readonly usage?: Partial<Usage>;
};

type UnlabelledStep = Omit<Step, 'session'> & { readonly session: string | undefined };

/** A scenario for the scripted model, its steps in the order in which they happen within each session. */
export function script(name: string, steps: readonly UnlabelledStep[]): Script {
  if (steps.length === 0) return { name, steps: [] };
  const labelled = steps.map((step, index) => ({ ...step, session: step.session ?? defaultSession(step, index) }));
  for (const step of labelled) refuseActionsAfterTheEnd(step);
  return { name, steps: labelled };
}

export const planner = (options: StepOptions) => turn('planner', options);
export const searcher = (options: StepOptions) => turn('searcher', options);
export const coder = (options: StepOptions) => turn('coder', options);
export const reviewer = (options: StepOptions) => turn('reviewer', options);
export const advisor = (options: StepOptions) => turn('advisor', options);
export const answerer = (options: StepOptions) => turn('answerer', options);

/** A turn of a session that the agent itself opened, through OpenCode's task tool. */
export const child = (options: StepOptions) => turn('child', options);

/** One summary of a conversation that has become too long, in the middle of whichever turn needs it. */
export const compaction = (options: StepOptions) => turn('compaction', options);

/** A step in the words of a failure message, e.g. `step 2, reviewer, round 0`. */
export function describeStep(script: Script, step: Step): string {
  const session = step.session === step.role ? '' : ` (session ${step.session})`;
  const round = step.round === undefined ? '' : `, round ${step.round}`;
  return `step ${script.steps.indexOf(step) + 1}, ${step.role}${session}${round}`;
}

function turn(role: StepRole, options: StepOptions): UnlabelledStep {
  const answer: readonly Action[] =
    'answers' in options ? [{ kind: 'answers', value: options.answers, usage: {} }] : [];
  return {
    role,
    session: options.session,
    round: options.round,
    model: options.model,
    prompt: [options.prompt ?? []].flat(),
    conversation: [options.conversation ?? []].flat(),
    does: [...(options.does ?? []), ...answer],
    survives: options.survives ?? false,
    usage: options.usage ?? {},
  };
}

function defaultSession(step: UnlabelledStep, index: number): string {
  return step.role === 'child' || step.role === 'compaction' ? `${step.role} of step ${index + 1}` : step.role;
}

function refuseActionsAfterTheEnd(step: Step): void {
  const end = step.does.findIndex(({ kind }) => kind === 'says' || kind === 'answers' || kind === 'forever');
  if (end !== -1 && end < step.does.length - 1) {
    const what = step.does[end]?.kind === 'forever' ? 'what it does for ever' : 'its closing words, which end the turn';
    throw new Error(`A ${step.role} step goes on after ${what}`);
  }
  if (!step.does.some((action) => action.kind !== 'meanwhile')) {
    throw new Error(`A ${step.role} step answers nothing`);
  }
}
