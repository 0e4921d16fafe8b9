import type { Comment, Forge } from '../forge/forge.ts';
import type { BranchSpending } from '../ledger/spending.ts';
import type { CommentText, Log } from '../text/sinks.ts';
import { mark, statusMarker, type ShownPlan, type StatusMarker } from './marker.ts';
import { createStatusComment, type StatusComment } from './status-comment.ts';
import { isAtWork, newestFirst, statusCommentsOf, type Marked } from './status-comments.ts';

export type ClaimOptions = Readonly<{
  forge: Forge;
  /** The issue or pull request. */
  issue: number;
  runId: number;
  /** What the comment says at first. */
  body: CommentText;
  now: () => number;
  log: Log;
  /** Milliseconds between two edits. */
  interval?: number;
  /** Milliseconds after which a run whose state the forge does not tell is taken to be over. */
  maxAge?: number;
}>;

export type Claim =
  | Readonly<{ kind: 'claimed'; comment: StatusComment }>
  /** Another run works on the same; nothing was changed. */
  | Readonly<{ kind: 'busy'; runId: number }>;

const INTERVAL = 5000;

const NOTHING: Told = { spending: null, plan: null };

/**
 * Makes the issue's status comment this run's: the one that is there, or a new one. There is no way to edit a comment only
 * if nobody else did, but comments have an order that all runs see the same: each run writes one of its own first, and of
 * the runs at work the one with the oldest gives the others way to. The winner then goes on in the comment that was there.
 */
export async function claimStatusComment(options: ClaimOptions): Promise<Claim> {
  const before = await findMarked(options);
  const holder = await workingRun(before, options);
  if (holder !== null) return { kind: 'busy', runId: holder };
  const told: Told = { spending: toldBy(before), plan: planIn(before) };
  const mine = await create(options, told);
  const all = await findMarked(options, mine);
  const winner = await workingRun(
    all.filter(({ comment }) => comment.id !== mine.id && (comment.id < mine.id || wasTaken(comment.id, before))),
    options,
  );
  if (winner !== null) {
    await options.forge.deleteComment(mine.id);
    return { kind: 'busy', runId: winner };
  }
  const first = all[0]?.comment ?? mine;
  const others = [...before, ...all.filter(({ comment }) => comment.id !== mine.id)];
  const known: Told = { spending: toldBy(others), plan: planIn(others) };
  // Taken before the own one goes: at every moment one of the two says whose turn it is.
  const kept = first.id !== mine.id && (await take(first, options, known)) ? first : mine;
  await deleteExtra(
    all.filter(({ comment }) => comment.id !== kept.id),
    options,
  );
  return {
    kind: 'claimed',
    comment: createStatusComment({ ...options, ...known, comment: kept, interval: options.interval ?? INTERVAL }),
  };
}

/** The status comment that this run claimed, in a process that is gone, and did not end; null when there is none. */
export async function resumeStatusComment(options: ClaimOptions): Promise<StatusComment | null> {
  const all = await findMarked(options);
  const [kept, ...extra] = all.filter(({ marker }) => marker.run === options.runId && marker.state === 'working');
  if (kept === undefined) return null;
  await deleteExtra(extra, options);
  const { spending = null, plan = null } = kept.marker;
  return createStatusComment({
    ...options,
    comment: kept.comment,
    spending,
    plan,
    interval: options.interval ?? INTERVAL,
  });
}

/** What goes on to stand in the comment's marker. */
type Told = Pick<StatusComment, 'spending' | 'plan'>;

/** What the comments tell of the runs before, the one that was written last. */
function toldBy(marked: readonly Marked[]): BranchSpending | null {
  const [newest] = newestFirst(marked.filter(({ marker }) => marker.spending !== undefined));
  return newest?.marker.spending ?? null;
}

/** The plan that waited for approval in the comment that was written last. */
function planIn(marked: readonly Marked[]): ShownPlan | null {
  return newestFirst(marked)[0]?.marker.plan ?? null;
}

/** A comment that was there before this run wrote its own. */
function wasTaken(id: number, before: readonly Marked[]): boolean {
  return before.some(({ comment }) => comment.id === id);
}

/** Another run that one of the comments belongs to and that is still at work. */
async function workingRun(marked: readonly Marked[], options: ClaimOptions): Promise<number | null> {
  for (const one of marked) {
    const holder = await otherRun(one, options);
    if (holder !== null) return holder;
  }
  return null;
}

/** All status comments of the issue that the bot wrote, oldest first, with one that the list may not have yet. */
async function findMarked(options: ClaimOptions, mine?: Comment): Promise<readonly Marked[]> {
  const { forge, issue } = options;
  const marked = await statusCommentsOf(forge, issue);
  const missing = mine && !marked.some(({ comment }) => comment.id === mine.id);
  const all = missing ? [...marked, { comment: mine, marker: working(options, NOTHING) }] : marked;
  return all.toSorted((left, right) => left.comment.id - right.comment.id);
}

/** The run that the comment belongs to, when it is another one and still at work. */
async function otherRun(marked: Marked, options: ClaimOptions): Promise<number | null> {
  const { run } = marked.marker;
  return run !== options.runId && (await isAtWork(marked, options)) ? run : null;
}

async function take(comment: Comment, options: ClaimOptions, told: Told): Promise<boolean> {
  return await options.forge.updateComment(comment.id, mark(working(options, told), options.body));
}

async function create(options: ClaimOptions, told: Told): Promise<Comment> {
  return await options.forge.createComment(options.issue, mark(working(options, told), options.body));
}

/** The claim is told in the comment that stays; and a creation that was retried may have left two. */
async function deleteExtra(all: readonly Marked[], { forge, runId }: ClaimOptions): Promise<void> {
  for (const { comment, marker } of all) {
    if (marker.run === runId) await forge.deleteComment(comment.id);
  }
}

function working({ issue, runId, now }: ClaimOptions, { spending, plan }: Told): StatusMarker {
  return statusMarker({ issue, runId, state: 'working', now: now(), spending, plan });
}
