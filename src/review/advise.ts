import type { Conversation } from '../agent/conversation.ts';
import { fromMaintainers } from '../agent/prompts/maintainers.ts';
import { isOpen, type Finding } from '../finding.ts';
import { fillTemplate } from '../text/template.ts';
import { ask } from './ask.ts';
import { isSame, newFinding } from './findings.ts';
import { isGraver } from './join.ts';
import { nextNumber, withNumbersOf, type Numbers } from './numbers.ts';
import { ADVICE_CONTRACT, ADVISE } from './prompts/advise.ts';

export type AdviseOptions = Readonly<{
  /** Fresh: the advisor has seen nothing of the rounds. */
  conversation: Conversation;
  round: number;
  /** The task file. */
  task: string;
  boundary: string;
  instructions: string;
  /** The whole diff. */
  diff: string;
  /** What was found so far, which keeps its ids and is not told to the advisor. */
  findings: readonly Finding[];
  /** Numbers that findings of earlier runs have. */
  numbers: Numbers;
  /** Tree digest of what the advisor looks at, as it is now. */
  digest: () => Promise<string>;
  onActivity: (what: string) => void;
}>;

/** What one look of the advisor came to: findings that nobody had, or that are graver than anybody said. */
export type Advice = Readonly<{
  /** Session id of the advisor. */
  session: string;
  /** Why it does not count, null when it does. */
  voidBecause: string | null;
  summary: string;
  findings: readonly Finding[];
}>;

/** One adversarial look at the whole change by somebody who knows nothing of the rounds. */
export async function advise(options: AdviseOptions): Promise<Advice> {
  const before = await options.digest();
  const { conversation, boundary, task, diff, instructions } = options;
  const prompt = fillTemplate(ADVISE, {
    boundary,
    instructions: fromMaintainers(instructions),
    task,
    diff,
    contract: ADVICE_CONTRACT,
  });
  const purpose = { phase: 'advise', round: options.round } as const;
  const given = await ask({ conversation, prompt, withResolutions: false, purpose, onActivity: options.onActivity });
  const none = (voidBecause: string): Advice => ({
    session: conversation.session(),
    voidBecause,
    summary: '',
    findings: [],
  });
  if ((await options.digest()) !== before) return none('The advisor changed the files that it looked at.');
  if (given.kind === 'none') return none(given.because);
  const next = nextNumber(withNumbersOf(options.numbers, options.findings), 'A');
  const findings = given.answer.findings
    .filter(
      (found) => !options.findings.some((known) => isOpen(known) && isSame(known, found) && !isGraver(found, known)),
    )
    .map((found, index) => newFinding(found, { id: `A${next + index}`, source: 'advice', round: options.round }));
  return { session: conversation.session(), voidBecause: null, summary: given.answer.summary, findings };
}
