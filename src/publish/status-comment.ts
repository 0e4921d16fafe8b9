import { asFailure } from '../failure.ts';
import type { Comment, Forge } from '../forge/forge.ts';
import { mark, statusMarker, type StatusMarker } from './marker.ts';

/** The comment that tells how the run goes. No edit of it that fails is more than a line of the log. */
export type StatusComment = AsyncDisposable &
  Readonly<{
    url: string;
    /** Shows this text soon; of several in a row the last. */
    show: (body: string) => void;
    /** Shows this text at once and for good, and gives the comment up. */
    finish: (body: string) => Promise<void>;
  }>;

export type StatusCommentOptions = Readonly<{
  forge: Forge;
  issue: number;
  runId: number;
  comment: Comment;
  body: string;
  /** Milliseconds between two edits. */
  interval: number;
  now: () => number;
  log: (line: string) => void;
}>;

/** Edits at most once in an interval. Disposal ends the comment with what it showed last, unless it was finished. */
export function createStatusComment(options: StatusCommentOptions): StatusComment {
  const write = createWriter(options);
  let shown = options.body;
  let latest = options.body;
  let last = options.now();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let finished = false;

  const send = (state: StatusMarker['state']): void => {
    timer = null;
    shown = latest;
    last = options.now();
    writing = writing.then(async () => {
      await write(state, shown);
      if (state === 'working') schedule();
    });
  };
  const schedule = (): void => {
    if (finished || timer !== null || latest === shown) return;
    timer = setTimeout(() => send('working'), Math.max(0, last + options.interval - options.now()));
    timer.unref();
  };
  const finish = async (body: string): Promise<void> => {
    if (finished) return;
    finished = true;
    if (timer !== null) clearTimeout(timer);
    latest = body;
    send('ended');
    await writing;
  };
  return {
    url: options.comment.url,
    show(body) {
      latest = body;
      schedule();
    },
    finish,
    [Symbol.asyncDispose]: () => finish(latest),
  };
}

/** Writes into the comment; once, into a new one when somebody deleted it. */
function createWriter({ forge, issue, runId, comment, now, log }: StatusCommentOptions) {
  let id = comment.id;
  let mayCreate = true;
  return async (state: StatusMarker['state'], body: string): Promise<void> => {
    const text = mark(statusMarker({ issue, runId, state, now: now() }), body);
    try {
      if ((await forge.updateComment(id, text)) || !mayCreate) return;
      // One answer of "not found" may be a slip of the forge; the list tells.
      if ((await forge.comments(issue)).some((one) => one.id === id)) return;
      mayCreate = false;
      id = (await forge.createComment(issue, text)).id;
    } catch (error) {
      log(asFailure(error).message);
    }
  };
}
