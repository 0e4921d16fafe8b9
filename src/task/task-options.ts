import type { Untrusted } from '../text/untrusted.ts';
import type { Invocation } from '../trigger/trigger.ts';

/** A plan file as it is at the baseline, and the feature that the command names. */
export type GivenDocument = Readonly<{ path: string; text: string; feature: string | null }>;

export type TaskOptions = Readonly<{
  invocation: Invocation;
  scope: readonly string[];
  checks: readonly Readonly<{ name: string; command: string }>[];
  /** Files that exist at the baseline, to tell a path in a text from a word. */
  files: ReadonlySet<string>;
  /** Milliseconds since the epoch; the id's date is UTC. */
  now: number;
  /** Number of the run, which makes the id the only one of its day. */
  run: number;
  /** The plan file that the command names; without one the body is the document. */
  document?: GivenDocument | null;
  /** More that belongs into Context, such as a pull request's threads. */
  context?: readonly Untrusted[];
  /** What of that is missing already, a sentence each. */
  leftOut?: readonly string[];
  /** Tokens that Context may take. */
  contextTokens?: number;
}>;
