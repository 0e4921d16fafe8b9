import { asFailure } from '../failure.ts';
import type { Comment, Forge } from '../forge/forge.ts';
import type { BranchSpending } from '../ledger/spending.ts';
import { type CommentText, logLine, type Log } from '../text/sinks.ts';
import { mark, statusMarker, type ShownPlan, type StatusMarker } from './marker.ts';

/** The comment that tells how the run goes. No edit of it that fails is more than a line of the log. */
export type StatusComment = AsyncDisposable &
  Readonly<{
    url: string;
    /** Shows this text soon; of several in a row the last. */
    show: (body: CommentText) => void;
    /** What its hidden marker tells of the runs before. */
    spending: BranchSpending | null;
    /** The plan that it showed before this run and that waited for approval; null when there was none. */
    plan: ShownPlan | null;
    /** Shows this text at once and for good, and gives the comment up. The marker then tells of these runs and the plan with that digest. */
    finish: (
      body: CommentText,
      told?: Readonly<{ spending: BranchSpending | null; plan: string | null }>,
    ) => Promise<void>;
  }>;

export type StatusCommentOptions = Readonly<{
  forge: Forge;
  issue: number;
  runId: number;
  comment: Comment;
  body: CommentText;
  spending: BranchSpending | null;
  plan: ShownPlan | null;
  /** Milliseconds between two edits. */
  interval: number;
  now: () => number;
  log: Log;
}>;

/**
 * An edit comes no sooner than this part of the run's age after the one before: the workflow's token has 1,000 requests an
 * hour for the whole repository, and what was new after a minute of work matters less in its second half-hour.
 */
const SLOWER = 60;

/** Edits at most once in an interval, and less often in a long run. Disposal ends the comment with what it showed last, unless it was finished. */
export function createStatusComment(options: StatusCommentOptions): StatusComment {
  const write = createWriter(options);
  let { spending, plan } = options;
  let shown = options.body;
  let latest = options.body;
  const begun = options.now();
  let last = begun;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let finished = false;

  const send = (state: StatusMarker['state']): void => {
    timer = null;
    shown = latest;
    last = options.now();
    writing = writing.then(async () => {
      await write({ state, body: shown, spending, plan });
      if (state === 'working') schedule();
    });
  };
  const schedule = (): void => {
    if (finished || timer !== null || latest === shown) return;
    const interval = Math.max(options.interval, (last - begun) / SLOWER);
    timer = setTimeout(() => send('working'), Math.max(0, last + interval - options.now()));
    timer.unref();
  };
  const finish: StatusComment['finish'] = async (body, told) => {
    if (finished) return;
    finished = true;
    spending = told?.spending ?? spending;
    if (told !== undefined && told.plan !== plan?.digest) {
      plan = told.plan === null ? null : { digest: told.plan, at: new Date(options.now()).toISOString() };
    }
    if (timer !== null) clearTimeout(timer);
    latest = body;
    send('ended');
    await writing;
  };
  return {
    url: options.comment.url,
    spending: options.spending,
    plan: options.plan,
    show(body) {
      latest = body;
      schedule();
    },
    finish,
    [Symbol.asyncDispose]: () => finish(latest),
  };
}

type Written = Readonly<{
  state: StatusMarker['state'];
  body: CommentText;
  spending: BranchSpending | null;
  plan: ShownPlan | null;
}>;

/** Writes into the comment; once, into a new one when somebody deleted it. */
function createWriter({ forge, issue, runId, comment, now, log }: StatusCommentOptions) {
  let id = comment.id;
  let mayCreate = true;
  return async ({ state, body, spending, plan }: Written): Promise<void> => {
    const text = mark(statusMarker({ issue, runId, state, now: now(), spending, plan }), body);
    try {
      if ((await forge.updateComment(id, text)) || !mayCreate) return;
      // One answer of "not found" may be a slip of the forge; the list tells.
      if ((await forge.comments(issue)).some((one) => one.id === id)) return;
      mayCreate = false;
      id = (await forge.createComment(issue, text)).id;
    } catch (error) {
      log(logLine(asFailure(error).message));
    }
  };
}
