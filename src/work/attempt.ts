import type { Conversation } from '../agent/conversation.ts';
import { Failure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { fillTemplate } from '../text/template.ts';
import { FIX, PIVOT } from './prompts/fix.ts';
import { IMPLEMENT } from './prompts/implement.ts';

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
}>;

/** The first attempt; resolves to the coder's closing words for people. */
export async function implement(coder: Coder, options: ImplementOptions): Promise<string> {
  const prompt = fillTemplate(IMPLEMENT, {
    boundary: options.boundary,
    instructions: options.instructions === '' ? '' : `\n# From the maintainers\n\n${options.instructions}\n`,
    repository: options.repository,
    task: options.task,
  });
  return takeTurn(coder, prompt, 0);
}

export type FixOptions = Readonly<{
  round: number;
  findings: readonly Finding[];
  /** What was tried so far, when another approach is asked for. */
  tried: readonly string[] | null;
}>;

/** One fix round in the coder's own session. */
export async function fix(coder: Coder, options: FixOptions): Promise<string> {
  const prompt = fillTemplate(FIX, {
    round: String(options.round),
    findings: options.findings.map(describeFinding).join('\n\n'),
    pivot:
      options.tried === null ? '' : fillTemplate(PIVOT, { tried: options.tried.map((what) => `- ${what}`).join('\n') }),
  });
  return takeTurn(coder, prompt, options.round);
}

function describeFinding(finding: Finding): string {
  const place = finding.path === null ? '' : ` at ${finding.path}${finding.line === null ? '' : `:${finding.line}`}`;
  return [
    `## ${finding.id} (${finding.severity}, ${finding.category})${place}`,
    finding.problem,
    `Evidence: ${finding.evidence}`,
    ...(finding.suggestion === '' ? [] : [`Suggestion: ${finding.suggestion}`]),
  ].join('\n');
}

async function takeTurn(coder: Coder, prompt: string, round: number): Promise<string> {
  const { conversation, onActivity } = coder;
  const turn = await conversation.take({ prompt, onActivity }, { phase: round === 0 ? 'implement' : 'fix', round });
  if (turn.status === 'done') return turn.text;
  // The remedy goes by the category.
  throw new Failure(turn.category, turn.message, { hint: '' });
}
