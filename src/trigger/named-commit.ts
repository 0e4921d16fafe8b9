import type { CommandName } from './trigger.ts';

/** Commands that are about what a pull request holds, and take words. */
const TAKERS: ReadonlySet<CommandName> = new Set(['fix', 'auto', 'plan', 'review', 'retry']);

const LONGEST = 40;

export type NamedCommit = Readonly<{ commit: string | null; rest: string | null }>;

/**
 * The commit that a command names as the one that its author saw: `fix 1a2b3c4 and keep it small`. A shortened one has a
 * digit, so that no English word passes for it.
 */
export function takeCommit(command: CommandName, words: string | null): NamedCommit {
  const none = { commit: null, rest: words };
  if (words === null || !TAKERS.has(command)) return none;
  const [, commit = ''] = /^([0-9a-f]{7,40})(?=\s|$)/i.exec(words) ?? [];
  if (commit === '' || (commit.length < LONGEST && !/\d/.test(commit))) return none;
  return { commit: commit.toLowerCase(), rest: words.slice(commit.length).trim() || null };
}
