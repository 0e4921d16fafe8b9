import { commandThreadEntries } from '../../task/context/discussion.ts';
import { fitEntries } from '../../task/context/fit.ts';
import type { Untrusted } from '../../text/untrusted.ts';
import type { Invocation } from '../../trigger/trigger.ts';

/** Tokens that the comments around a command may take. */
const THREAD_TOKENS = 8000;

/** What was said around a command that reads, with path, line and hunk, and its own words last; with a sentence for what is missing. */
export function askedFor({ thread, instruction }: Pick<Invocation, 'thread' | 'instruction'>): Readonly<{
  texts: readonly Untrusted[];
  leftOut: readonly string[];
}> {
  const { parts, leftOut } = fitEntries(commandThreadEntries(thread, instruction), THREAD_TOKENS);
  const texts = [...parts.map(({ text, from }) => ({ text, from })), ...(instruction === null ? [] : [instruction])];
  return { texts: texts.filter(({ text }) => text.trim() !== ''), leftOut };
}
