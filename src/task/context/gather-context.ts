import { asFailure } from '../../failure.ts';
import type { Remark } from '../../forge/discussion.ts';
import type { Forge } from '../../forge/forge.ts';
import { plainLine } from '../../text/neutral.ts';
import type { Untrusted } from '../../text/untrusted.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { conversationEntries } from './conversation.ts';
import {
  checkEntries,
  commandThreadEntries,
  isTold,
  ownTexts,
  reviewEntries,
  threadEntries,
  type IsOwn,
} from './discussion.ts';
import { fitEntries, type ContextPart, type Entry } from './fit.ts';

export type ContextForge = Pick<
  Forge,
  'self' | 'reviews' | 'threads' | 'conversation' | 'failingChecks' | 'failingStatuses'
>;

export type GatheredContext = Readonly<{
  /** Most important first, each with its kind. */
  parts: readonly ContextPart[];
  /** What is missing, a sentence each. */
  leftOut: readonly string[];
}>;

/**
 * What there is to know about a task besides itself, within a number of tokens. The forge is asked for pull requests
 * alone; what cannot be read is named, and the run goes on without. Texts that were written or changed after the run was
 * asked for are not in it.
 */
export async function gatherContext(
  invocation: Invocation,
  forge: ContextForge,
  { tokens, diff }: Readonly<{ tokens: number; diff: Untrusted | null }>,
): Promise<GatheredContext> {
  const { instruction, target, thread } = invocation;
  const isOwn = ownTexts(target.kind === 'pull-request' ? await forge.self() : '');
  const read = await readPull(invocation, forge, isOwn);
  const entries: readonly Entry[] = [
    ...(instruction === null ? [] : [one('instruction', 'the instruction', instruction)]),
    ...commandThreadEntries(thread, instruction),
    ...read.entries,
    ...(diff === null ? [] : [one('diff', 'the diff of the pull request', diff)]),
    ...description(target, isOwn),
  ];
  const { parts, leftOut } = fitEntries(entries.filter(says), tokens);
  return { parts, leftOut: [...read.notes.map((note) => plainLine(note, 300)), ...leftOut] };
}

type Read = Readonly<{ entries: readonly Entry[]; notes: readonly string[] }>;

async function readPull(invocation: Invocation, forge: ContextForge, isOwn: IsOwn): Promise<Read> {
  const { target, thread, instruction, event, actor } = invocation;
  if (target.kind !== 'pull-request' || target.snapshot === null) return { entries: [], notes: [] };
  const [checks, statuses, threads, reviews, conversation] = await Promise.all([
    ask('The failing checks', forge.failingChecks(target.snapshot.head.sha)),
    ask('The failing statuses', forge.failingStatuses(target.snapshot.head.sha)),
    ask('The review threads', forge.threads(target.number)),
    ask('The reviews', forge.reviews(target.number)),
    ask('The comments', forge.conversation(target.number)),
  ]);
  const late = { count: 0 };
  const inTime = withoutLate(event.at, late);
  const failing = checkEntries([...checks.found, ...statuses.found]);
  const open = threads.found
    .filter((found) => !isTold(found, thread))
    .map((found) => ({ ...found, remarks: found.remarks.filter(inTime) }));
  const carried = ({ body, author }: Remark): boolean =>
    instruction !== null &&
    instruction.text !== '' &&
    author === instruction.from.author &&
    body.includes(instruction.text);
  // The comment that has nothing but the command.
  const isCommand = ({ author, at }: Remark): boolean => author === actor?.login && at === event.at;
  const said = reviews.found.filter((review) => !carried(review)).filter(inTime);
  const others = conversation.found
    .filter((comment) => !isOwn(comment) && !carried(comment) && !isCommand(comment))
    .filter(inTime);
  const entries = [
    ...failing.entries,
    ...threadEntries(open, isOwn),
    ...reviewEntries(said, isOwn),
    ...conversationEntries(others),
  ];
  const problems = [checks, statuses, threads, reviews, conversation].flatMap(({ problem }) =>
    problem === null ? [] : [problem],
  );
  return { entries, notes: [...problems, ...failing.notes, ...lateNote(late.count)] };
}

type Asked<Found> = Readonly<{ found: readonly Found[]; problem: string | null }>;

/** A token may be allowed to publish and not to read all of this. */
async function ask<Found>(what: string, answer: Promise<readonly Found[]>): Promise<Asked<Found>> {
  try {
    return { found: await answer, problem: null };
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code !== 'forge') throw failure;
    return { found: [], problem: `${what} are not known to the run. ${failure.message}` };
  }
}

/** Keeps what stood there when the run was asked for: nobody let a run in on words that came later. */
function withoutLate(asked: string | null, late: { count: number }): (remark: Remark) => boolean {
  return ({ at, editedAt }) => {
    const isLate = asked !== null && Date.parse(editedAt ?? at) > Date.parse(asked);
    if (isLate) late.count += 1;
    return !isLate;
  };
}

function lateNote(count: number): readonly string[] {
  if (count === 0) return [];
  return [`Left out: ${count} ${count === 1 ? 'text' : 'texts'} written or changed after the run was asked for.`];
}

function description(target: Invocation['target'], isOwn: IsOwn): readonly Entry[] {
  if (target.kind === 'repository') return [];
  const { body } = target;
  if (isOwn({ body: body.text, author: body.from.author })) return [];
  return [one('description', `the description of #${target.number}`, body)];
}

function one(kind: Entry['kind'], name: string, text: Untrusted): Entry {
  return { kind, name, texts: [text] };
}

function says({ texts }: Entry): boolean {
  return texts.some(({ text }) => text.trim() !== '');
}
