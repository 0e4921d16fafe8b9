import type { Comment, Forge } from '../forge/forge.ts';
import { mark, readMarker, statusMarker, type StatusMarker } from './marker.ts';
import { createStatusComment, type StatusComment } from './status-comment.ts';

export type ClaimOptions = Readonly<{
  forge: Forge;
  /** The issue or pull request. */
  issue: number;
  runId: number;
  /** What the comment says at first. */
  body: string;
  now: () => number;
  log: (line: string) => void;
  /** Milliseconds between two edits. */
  interval?: number;
  /** Milliseconds after which a run whose state the forge does not tell is taken to be over. */
  maxAge?: number;
}>;

export type Claim =
  | Readonly<{ kind: 'claimed'; comment: StatusComment }>
  /** Another run works on the same; nothing was changed. */
  | Readonly<{ kind: 'busy'; runId: number }>;

type Marked = Readonly<{ comment: Comment; marker: StatusMarker }>;

const INTERVAL = 5000;
const MAX_AGE = 3_600_000;

/**
 * Makes the issue's status comment this run's: the one that is there, or a new one. There is no way to create or edit a
 * comment only if nobody else did, so it looks again afterwards, and of two runs that came at once one gives way.
 */
export async function claimStatusComment(options: ClaimOptions): Promise<Claim> {
  const [found] = await findMarked(options);
  const holder = found ? await otherRun(found, options) : null;
  if (holder !== null) return { kind: 'busy', runId: holder };
  const mine = found && (await take(found.comment, options)) ? found.comment : await create(options);
  const all = await findMarked(options, mine);
  const first = all[0]?.comment ?? mine;
  const winner = all[0] ? await otherRun(all[0], options) : null;
  await deleteExtra(all, options);
  if (winner !== null) return { kind: 'busy', runId: winner };
  if (first.id !== mine.id) await take(first, options);
  return {
    kind: 'claimed',
    comment: createStatusComment({ ...options, comment: first, interval: options.interval ?? INTERVAL }),
  };
}

/** All status comments of the issue that the bot wrote, oldest first, with one that the list may not have yet. */
async function findMarked(options: ClaimOptions, mine?: Comment): Promise<readonly Marked[]> {
  const { forge, issue } = options;
  const comments = await forge.comments(issue);
  const self = await forge.self();
  const own = comments.filter(({ author }) => author === self);
  const marked = own.flatMap((comment) => {
    const marker = readMarker(comment.body);
    return marker?.kind === 'status' && marker.target === issue ? [{ comment, marker }] : [];
  });
  const missing = mine && !marked.some(({ comment }) => comment.id === mine.id);
  const all = missing ? [...marked, { comment: mine, marker: working(options) }] : marked;
  return all.toSorted((left, right) => left.comment.id - right.comment.id);
}

/** The run that the comment belongs to, when it is another one and still at work. */
async function otherRun(
  { marker }: Marked,
  { forge, runId, now, maxAge = MAX_AGE }: ClaimOptions,
): Promise<number | null> {
  if (marker.state === 'ended' || marker.run === runId) return null;
  const active = (await forge.runIsActive(marker.run)) ?? now() - Date.parse(marker.updatedAt) < maxAge;
  return active ? marker.run : null;
}

async function take(comment: Comment, options: ClaimOptions): Promise<boolean> {
  return await options.forge.updateComment(comment.id, mark(working(options), options.body));
}

async function create(options: ClaimOptions): Promise<Comment> {
  return await options.forge.createComment(options.issue, mark(working(options), options.body));
}

/** A creation that was retried may have left two; of this run's comments the oldest of all alone may stay. */
async function deleteExtra(all: readonly Marked[], { forge, runId }: ClaimOptions): Promise<void> {
  for (const { comment, marker } of all.slice(1)) {
    if (marker.run === runId) await forge.deleteComment(comment.id);
  }
}

function working({ issue, runId, now }: ClaimOptions): StatusMarker {
  return statusMarker({ issue, runId, state: 'working', now: now() });
}
