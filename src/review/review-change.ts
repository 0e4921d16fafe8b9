import type { Turn } from '../agent/agent.ts';
import type { Conversation } from '../agent/conversation.ts';
import { Failure, type FailureCategory } from '../failure.ts';
import { isOpen, type Finding } from '../finding.ts';
import { fillTemplate } from '../text/template.ts';
import { answerSchema, parseAnswer, type Answer } from './answer.ts';
import { mergeFindings } from './findings.ts';
import { CONTRACT, REPAIR, REREVIEW, REVIEW } from './prompts/review.ts';
import type { Review } from './review.ts';

export type ReviewOptions = Readonly<{
  conversation: Conversation;
  round: number;
  /** The session has not judged this change yet. */
  isFirst: boolean;
  /** The task file. */
  task: string;
  boundary: string;
  instructions: string;
  /** Check results as text. */
  checks: string;
  /** Whole diff at round 0, later what changed since the last look. */
  diff: string;
  /** Findings of earlier rounds. */
  findings: readonly Finding[];
  /** Tree digest of what the reviewer looks at, as it is now. */
  digest: () => Promise<string>;
  onActivity: (what: string) => void;
}>;

/**
 * One look of the reviewer at the change. An answer that is invalid after one repair, and any answer of a reviewer that
 * wrote to what it looked at, leaves the round unreviewed.
 */
export async function reviewChange(options: ReviewOptions): Promise<Review> {
  const before = await options.digest();
  const given = await ask(options);
  const unreviewed = (because: string): Review => ({
    session: options.conversation.session(),
    reviewed: false,
    voidBecause: because,
    summary: '',
    findings: options.findings,
    acceptance: [],
    claimed: given,
    recovered: null,
  });
  if ((await options.digest()) !== before) return unreviewed('The reviewer changed the files that it looked at.');
  if (given.kind === 'none') return unreviewed(given.because);
  return {
    session: options.conversation.session(),
    reviewed: true,
    voidBecause: null,
    summary: given.answer.summary,
    findings: mergeFindings(options.findings, given.answer, options.round),
    acceptance: given.answer.acceptance,
    claimed: given.answer,
    recovered: given.recovered,
  };
}

type Given =
  | Readonly<{
      kind: 'answer';
      answer: Answer;
      /** What ended the turn although the answer was there, in words. */
      recovered: string | null;
    }>
  | Readonly<{ kind: 'none'; because: string }>;

/**
 * By schema first; where the model cannot, or the answer is invalid, one request to repair it, in plain text. A valid answer
 * counts whatever ended its turn.
 */
async function ask(options: ReviewOptions): Promise<Given> {
  const isAgain = !options.isFirst;
  const schema = answerSchema(isAgain);
  const first = await take(options, isAgain ? rereviewPrompt(options) : reviewPrompt(options), schema);
  const parsed = parse(first, isAgain);
  if (parsed.kind === 'valid') return { kind: 'answer', answer: parsed.answer, recovered: recovered(first) };
  if (first.status === 'failed' && !canBeRepaired(first)) return { kind: 'none', because: lost(first) };
  const prompt = fillTemplate(REPAIR, { problem: parsed.problem, schema: JSON.stringify(schema) });
  const second = await take(options, prompt, null);
  const repaired = parse(second, isAgain);
  if (repaired.kind === 'valid') return { kind: 'answer', answer: repaired.answer, recovered: recovered(second) };
  const because =
    second.status === 'failed' ? lost(second) : `The reviewer’s answer was invalid twice: ${repaired.problem}`;
  return { kind: 'none', because };
}

function recovered(turn: Turn): string | null {
  return turn.status === 'failed' ? `${turn.category}: ${turn.message}` : null;
}

function take(options: ReviewOptions, prompt: string, schema: Readonly<Record<string, unknown>> | null): Promise<Turn> {
  const request = { prompt, onActivity: options.onActivity, ...(schema === null ? {} : { schema }) };
  return options.conversation.take(request, { phase: 'review', round: options.round });
}

function parse(turn: Turn, isAgain: boolean): ReturnType<typeof parseAnswer> {
  return parseAnswer({ structured: turn.status === 'done' ? turn.structured : undefined, text: turn.text }, isAgain);
}

/** A model that refuses the schema, or answers in prose, can still answer in text. */
function canBeRepaired(turn: Extract<Turn, { status: 'failed' }>): boolean {
  return turn.category === 'bad-output' || turn.category === 'unknown';
}

/** What the model answered, or would not answer, is a review without a result; everything else ends the run. */
const NO_RESULT: readonly FailureCategory[] = ['bad-output', 'unknown', 'context-overflow', 'content-filter'];

function lost(turn: Extract<Turn, { status: 'failed' }>): string {
  if (!NO_RESULT.includes(turn.category)) throw new Failure(turn.category, turn.message, { hint: '' });
  return `The review did not come about (${turn.category}): ${turn.message}`;
}

function reviewPrompt(options: ReviewOptions): string {
  return fillTemplate(REVIEW, {
    boundary: options.boundary,
    instructions: options.instructions === '' ? '' : `\n# From the maintainers\n\n${options.instructions}\n`,
    task: options.task,
    checks: options.checks,
    diff: options.diff,
    contract: CONTRACT,
  });
}

function rereviewPrompt(options: ReviewOptions): string {
  const open = options.findings.filter((finding) => isOpen(finding) && finding.source === 'review');
  return fillTemplate(REREVIEW, {
    round: String(options.round),
    open:
      open.length > 0 ? open.map(({ id, problem }) => `${id} (${problem.replaceAll(/\s+/g, ' ')})`).join('; ') : 'none',
    checks: options.checks,
    diff: options.diff,
  });
}
