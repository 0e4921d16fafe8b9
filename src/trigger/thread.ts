import type { Forge, InlineRemark } from '../forge/forge.ts';
import type { CommandName, InlineComment, Invocation } from './trigger.ts';

/** Commands that read what was said; the others act on what is there. */
const READERS: ReadonlySet<CommandName> = new Set(['fix', 'auto', 'plan', 'review', 'ask', 'retry']);

/**
 * The invocation with the comments around a command that stands on a line of a pull request: its thread up to it, or all
 * that its review says on lines. What somebody else changed after the command is not what its author had read.
 */
export async function withThread(invocation: Invocation, forge: Forge, review?: number): Promise<Invocation> {
  const { target, commentId, inline } = invocation;
  if (target.kind !== 'pull-request' || !READERS.has(invocation.command)) return invocation;
  if (review === undefined && !inline) return invocation;
  const all = await forge.inlineComments(target.number);
  if (review !== undefined) {
    const comments = all.filter((comment) => comment.review === review);
    return { ...invocation, thread: comments.filter((comment) => isAsRead(comment, invocation)).map(inThread) };
  }
  const own = all.find(({ id }) => id === commentId);
  const earlier = all.filter(({ id, thread }) => thread === own?.thread && id < (commentId ?? 0));
  const read = earlier.filter((comment) => isAsRead(comment, invocation)).map(inThread);
  // The command's own comment is taken from the event, where nobody can have changed it since.
  return { ...invocation, thread: [...read, ...invocation.thread] };
}

function isAsRead({ author, updatedAt }: InlineRemark, { actor, event }: Invocation): boolean {
  return author === actor?.login || event.at === null || Date.parse(updatedAt) <= Date.parse(event.at);
}

function inThread({ path, line, hunk, body, author, association, createdAt }: InlineRemark): InlineComment {
  return {
    path,
    line,
    hunk,
    text: { text: body, from: { what: 'inline comment', author, association, at: createdAt } },
  };
}
