import { asFailure, type Failure } from '../../failure.ts';
import type { Finding } from '../../finding.ts';
import type { Forge } from '../../forge/forge.ts';
import type { Redactor } from '../../text/redact.ts';

/** What a command needs that takes no model. */
export type WordDeps = Readonly<{
  forge: Forge;
  redact: Redactor;
  /** Keys and tokens of the run's own. */
  ownSecrets: () => readonly string[];
  run: Readonly<{ id: number; repositoryUrl: string }>;
  /** The first trigger phrase, for telling people what to write. */
  phrase: string;
  /** What the last run on the same left open; null where that is not known. */
  findings: readonly Finding[] | null;
  now: () => number;
}>;

/** How the command ended, and the comment that says so: Markdown in which nothing acts. */
export type WordEnd = Readonly<{ kind: 'answered' | 'declined'; reply: string }>;

/** The same where it could also not be done. */
export type ReplyEnd = WordEnd | Readonly<{ kind: 'failed'; failure: Failure }>;

/** Whoever gives a command that has no status comment is to hear of its failure too. */
export async function told<End>(doing: Promise<End>): Promise<End | Extract<ReplyEnd, { kind: 'failed' }>> {
  try {
    return await doing;
  } catch (error) {
    return { kind: 'failed', failure: asFailure(error) };
  }
}
