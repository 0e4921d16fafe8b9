import type { FailingCheck, Remark, Review, ReviewThread } from '../../forge/discussion.ts';
import { MARKER_START } from '../../text/marker-start.ts';
import type { Untrusted } from '../../text/untrusted.ts';
import type { InlineComment } from '../../trigger/trigger.ts';
import type { Entry } from './fit.ts';
import { failureIn } from './job-log.ts';
import { shortenMiddle } from './shorten.ts';

/** Of a thread its first comment and so many newest ones are told. */
const NEWEST = 6;
/** Characters of one comment in a thread. */
const LONGEST_COMMENT = 3000;
/** Characters of what the maker of a check wrote about it. */
const LONGEST_SUMMARY = 1500;
/** Lines of the diff that are shown above a comment: those next to the place. */
const HUNK_LINES = 12;

/** True for a text of Patchwright's own: written by its account and carrying its marker. */
export type IsOwn = (said: Readonly<{ body: string; author: string | null }>) => boolean;

export function ownTexts(self: string): IsOwn {
  return ({ body, author }) => author === self && body.startsWith(MARKER_START);
}

/** Reviews with words of their own, newest first; what their author has since approved is no request any more. */
export function reviewEntries(reviews: readonly Review[], isOwn: IsOwn): readonly Entry[] {
  const told = reviews.filter((review) => review.body.trim() !== '' && review.state !== 'dismissed' && !isOwn(review));
  return told.toReversed().map((review) => {
    const what = `review of the pull request (${review.state.replace('-', ' ')})`;
    return {
      kind: isOpenRequest(review, reviews) ? 'changes requested' : 'other review',
      name: `the review by ${review.author} of ${review.at}`,
      texts: [untrusted(review, review.body, what)],
    };
  });
}

function isOpenRequest(review: Review, all: readonly Review[]): boolean {
  const later = all.slice(all.indexOf(review) + 1);
  return (
    review.state === 'changes-requested' &&
    !later.some(({ author, state }) => author === review.author && state === 'approved')
  );
}

/** Threads that somebody else than Patchwright has a say in, the one with the newest comment first. */
export function threadEntries(threads: readonly ReviewThread[], isOwn: IsOwn): readonly Entry[] {
  const newest = ({ remarks }: ReviewThread): number => Date.parse(remarks.at(-1)?.at ?? '');
  return threads
    .filter(({ remarks }) => remarks.some((remark) => !isOwn(remark)))
    .toSorted((one, other) => newest(other) - newest(one))
    .map((thread) => {
      const place = placeOf(thread);
      const told = firstAndNewest(thread.remarks);
      const gap = gapBehindFirst(thread.unread + thread.remarks.length - told.length);
      return {
        kind: 'open thread',
        name: `the thread at ${place}`,
        texts: told.map((remark, index) => {
          const hunk = index === 0 ? shownHunk(thread.hunk) : '';
          const what = `comment in an open thread at ${place}${index === 0 ? gap : ''}`;
          return untrusted(remark, hunk + shortComment(remark.body), what);
        }),
      };
    });
}

/** The comments around the command, each a text of its own so that none can pass for another's. */
export function commandThreadEntries(
  thread: readonly InlineComment[],
  instruction: Untrusted | null,
): readonly Entry[] {
  return [...Map.groupBy(thread, placeOf)].map(([place, comments]): Entry => {
    const told = firstAndNewest(comments);
    const gap = gapBehindFirst(comments.length - told.length);
    return {
      kind: 'command thread',
      name: `the comments at ${place}`,
      texts: told.map(({ hunk, text }, index) => ({
        text: (index === 0 ? shownHunk(hunk) : '') + (carries(text, instruction) ? COMMAND : shortComment(text.text)),
        from: { ...text.from, what: `${text.from.what} at ${place}${index === 0 ? gap : ''}` },
      })),
    };
  });
}

/** Stands for the comment whose words are told as the command's. */
const COMMAND = '(the command)';

function carries({ text, from }: Untrusted, instruction: Untrusted | null): boolean {
  if (instruction === null || instruction.text === '') return false;
  return from.author === instruction.from.author && from.at === instruction.from.at && text.includes(instruction.text);
}

/** Whether a thread is told already, as the one in which the command stands. */
export function isTold(thread: ReviewThread, told: readonly InlineComment[]): boolean {
  return told.some(
    ({ path, text }) =>
      path === thread.path &&
      text.text.trim() !== '' &&
      thread.remarks.some(({ body, author }) => author === text.from.author && body.includes(text.text.trim())),
  );
}

/** Failing checks with what their logs say of the failure, and a sentence for each log that is missing. */
export function checkEntries(
  checks: readonly FailingCheck[],
): Readonly<{ entries: readonly Entry[]; notes: readonly string[] }> {
  const entries = checks.map(({ name, ended, summary, log, at }): Entry => {
    const about = shortenMiddle(summary, LONGEST_SUMMARY)?.text ?? '';
    const printed = log.kind === 'tail' ? failureIn(log.text) : '';
    const text = [about, printed].filter((part) => part.trim() !== '').join('\n\n');
    return {
      kind: 'failing check',
      name: `the failing check ${name}`,
      texts: [
        {
          text: text === '' ? '(it says nothing)' : text,
          from: { what: `failing check “${name}” (${ended})`, author: null, at },
        },
      ],
    };
  });
  const notes = checks.flatMap(({ name, log }) =>
    log.kind === 'unread' ? [`The log of the check ${name} was not read: ${log.why}.`] : [],
  );
  return { entries, notes };
}

function firstAndNewest<Comment>(comments: readonly Comment[]): readonly Comment[] {
  return comments.filter((_, index) => index === 0 || index >= comments.length - NEWEST);
}

function gapBehindFirst(missing: number): string {
  return missing === 0 ? '' : `, ${missing} between this one and the next left out`;
}

function placeOf({ path, line }: Readonly<{ path: string; line: number | null }>): string {
  return line === null ? path : `${path}:${line}`;
}

function shownHunk(hunk: string): string {
  const [header = '', ...lines] = hunk.split('\n');
  if (header === '') return '';
  const near = lines.length > HUNK_LINES ? ['[…]', ...lines.slice(-HUNK_LINES)] : lines;
  return `${[header, ...near].join('\n')}\n\n`;
}

/** The beginning and the end of a comment, without a marker. */
export function shortComment(body: string): string {
  const text = body.startsWith(MARKER_START) ? body.slice(body.indexOf('-->') + 3).trimStart() : body;
  return shortenMiddle(text, LONGEST_COMMENT)?.text ?? '';
}

/** A text with who said it and when. */
export function untrusted({ author, association, at }: Remark, text: string, what: string): Untrusted {
  return { text, from: { what, author, association, at } };
}
