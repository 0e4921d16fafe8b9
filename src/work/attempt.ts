import type { TurnRequest } from '../agent/agent.ts';
import type { Conversation } from '../agent/conversation.ts';
import type { Image } from '../agent/image.ts';
import { fromMaintainers } from '../agent/prompts/maintainers.ts';
import { Failure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { quoteName, quotePlain } from '../text/quote.ts';
import { fillTemplate } from '../text/template.ts';
import { FIX, PIVOT } from './prompts/fix.ts';
import { GOING_ON, IMPLEMENT, LEADS, PART, PLANNED } from './prompts/implement.ts';

export type Coder = Readonly<{
  conversation: Conversation;
  onActivity: (what: string) => void;
}>;

export type ImplementOptions = Readonly<{
  /** The task file. */
  task: string;
  boundary: string;
  /** What the repository's maintainers tell every coder, empty when nothing. */
  instructions: string;
  /** Instruction files of the baseline and the like, empty when there are none. */
  repository: string;
  /** The step of the plan that is to be done, empty for the whole task. */
  part: string;
  /** What a planner proposes for the task as a whole, empty when nobody planned it. */
  plan: string;
  /** Places that a search found, a line each; empty when none. */
  leads: string;
  /** Attached by people, for a model that can see. */
  images: readonly Image[];
  /** What earlier sessions did that this one has not seen, empty when nothing. */
  story: string;
}>;

/** The first attempt; resolves to the coder's closing words for people. */
export async function implement(coder: Coder, options: ImplementOptions): Promise<string> {
  return takeTurn(coder, { prompt: opening(options, ''), images: options.images }, 0);
}

/** What a session is told first; `now` is what it has to do when that is not the task from its beginning. */
function opening(options: ImplementOptions, now: string): string {
  const when = (text: string, template: string, name: string): string =>
    text === '' ? '' : fillTemplate(template, { [name]: text });
  const quoted = (text: string, what: string): string => (text === '' ? '' : quotePlain(text, what, options.boundary));
  return fillTemplate(IMPLEMENT, {
    boundary: options.boundary,
    instructions: fromMaintainers(options.instructions),
    repository: options.repository,
    task: options.task,
    before: [
      when(quoted(options.plan, 'proposal of a planner'), PLANNED, 'plan'),
      when(quoted(options.part, 'step of the plan'), PART, 'step'),
      when(quoted(options.leads, 'what a search found'), LEADS, 'leads'),
      when(options.story, GOING_ON, 'story'),
      now,
    ].join(''),
  });
}

export type FixOptions = Readonly<{
  round: number;
  findings: readonly Finding[];
  /** What was tried so far, when another approach is asked for. */
  tried: readonly string[] | null;
  /** With what the coder's session begins when it has not begun: the work was done in another one. */
  opening: ImplementOptions;
}>;

/** One fix round in the coder's own session. */
export async function fix(coder: Coder, options: FixOptions): Promise<string> {
  const prompt = fixPrompt(options);
  const isNew = coder.conversation.session() === '';
  const asked = isNew
    ? { prompt: opening(options.opening, `\n${prompt}`), images: options.opening.images }
    : { prompt };
  return takeTurn(coder, asked, options.round);
}

function fixPrompt(options: FixOptions): string {
  return fillTemplate(FIX, {
    round: String(options.round),
    findings: options.findings.map((finding) => describeFinding(finding, options.opening.boundary)).join('\n\n'),
    pivot:
      options.tried === null
        ? ''
        : fillTemplate(PIVOT, {
            tried: quotePlain(
              options.tried.map((what) => `- ${what}`).join('\n'),
              'what was tried',
              options.opening.boundary,
            ),
          }),
  });
}

/** A finding as the coder reads it. What is said in it can hold whatever the repository or a program says. */
export function describeFinding(finding: Finding, boundary: string): string {
  const { id, severity, path, line, problem, evidence, suggestion } = finding;
  const place = path === null ? '' : ` at ${quoteName(path, boundary)}${line === null ? '' : `:${line}`}`;
  const said = [problem, `Evidence: ${evidence}`, ...(suggestion === '' ? [] : [`Suggestion: ${suggestion}`])];
  return [
    `## ${id} (${severity}, ${quoteName(finding.category, boundary)})${place}`,
    quotePlain(said.join('\n'), `finding ${id}`, boundary),
  ].join('\n');
}

type Asked = Pick<TurnRequest, 'prompt' | 'images'>;

async function takeTurn(coder: Coder, asked: Asked, round: number): Promise<string> {
  const { conversation, onActivity } = coder;
  const turn = await conversation.take({ ...asked, onActivity }, { phase: round === 0 ? 'implement' : 'fix', round });
  if (turn.status === 'done') return turn.text;
  // The remedy goes by the category.
  throw new Failure(turn.category, turn.message, { hint: '' });
}
