import type { Conversation } from '../agent/conversation.ts';
import { fromMaintainers } from '../agent/prompts/maintainers.ts';
import { isOpen, type Finding } from '../finding.ts';
import { quoteName, quotePlain } from '../text/quote.ts';
import { fillTemplate } from '../text/template.ts';
import type { Answer } from './answer.ts';
import { ask } from './ask.ts';
import { mergeFindings } from './findings.ts';
import type { Numbers } from './numbers.ts';
import { CONTRACT, OPEN, REREVIEW, REVIEW, WEIGH } from './prompts/review.ts';
import type { Review } from './review.ts';

export type ReviewOptions = Readonly<{
  conversation: Conversation;
  round: number;
  /** The task file. */
  task: string;
  boundary: string;
  instructions: string;
  /** Check results as text. */
  checks: string;
  /** What a session that has not seen the change is shown: the whole diff. */
  diff: () => Promise<string>;
  /** What changed since the session looked last. */
  news: () => Promise<string>;
  /** Findings so far that a reader reports on, whoever found them. */
  findings: readonly Finding[];
  /** After a round that left every file as it was: ids of the findings that are weighed again. The others stay as they are. */
  weigh?: readonly string[];
  /** Stands before the ids of new findings, to tell those of one step from another's. */
  prefix: string;
  /** Numbers that findings of earlier runs have. */
  numbers?: Numbers;
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
  const open = options.findings.filter((one) => isOpen(one) && (options.weigh?.includes(one.id) ?? true));
  // A session that was opened anew has seen nothing, whatever earlier ones have.
  const isFirst = options.conversation.session() === '';
  const given = await ask({
    conversation: options.conversation,
    prompt: isFirst
      ? reviewPrompt(options, open, await options.diff())
      : rereviewPrompt(options, open, await options.news()),
    withResolutions: !isFirst || open.length > 0,
    purpose: { phase: 'review', round: options.round },
    onActivity: options.onActivity,
  });
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
    findings: mergeFindings(options.findings, weighed(given.answer, options), options),
    acceptance: given.answer.acceptance,
    claimed: given.answer,
    recovered: given.recovered,
  };
}

/** Where nothing was changed nothing was resolved: a finding that does not hold is one that was wrong. */
function weighed(answer: Answer, { weigh }: ReviewOptions): Answer {
  if (weigh === undefined) return answer;
  const asked = answer.resolutions.filter(({ id }) => weigh.includes(id));
  return {
    ...answer,
    resolutions: asked.map((one) => (one.status === 'resolved' ? { ...one, status: 'disputed' } : one)),
  };
}

function reviewPrompt(options: ReviewOptions, open: readonly Finding[], diff: string): string {
  return fillTemplate(REVIEW, {
    boundary: options.boundary,
    instructions: fromMaintainers(options.instructions),
    task: options.task,
    checks: options.checks,
    diff,
    open:
      open.length === 0
        ? ''
        : fillTemplate(OPEN, { findings: open.map((one) => inFull(one, options.boundary)).join('\n\n') }),
    contract: CONTRACT,
  });
}

function rereviewPrompt(options: ReviewOptions, open: readonly Finding[], news: string): string {
  // Its own it has in its session; what somebody else found it has not.
  const told = open.map((finding) =>
    finding.source === 'review'
      ? `${finding.id} (${finding.problem.replaceAll(/\s+/g, ' ')})`
      : `\n${inFull(finding, options.boundary)}\n`,
  );
  const what = {
    round: String(options.round),
    open: told.length > 0 ? told.join('; ') : 'none',
    checks: options.checks,
  };
  return options.weigh === undefined ? fillTemplate(REREVIEW, { ...what, diff: news }) : fillTemplate(WEIGH, what);
}

function inFull({ id, severity, path, line, problem, evidence }: Finding, boundary: string): string {
  const place = path === null ? '' : ` at ${quoteName(path, boundary)}${line === null ? '' : `:${line}`}`;
  return `${id} (${severity})${place}:\n${quotePlain(`${problem}\nEvidence: ${evidence}`, `finding ${id}`, boundary)}`;
}
