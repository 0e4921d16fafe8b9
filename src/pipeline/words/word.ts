import type { Finding } from '../../finding.ts';
import type { Forge } from '../../forge/forge.ts';

/** What a command needs that takes no model. */
export type WordDeps = Readonly<{
  forge: Forge;
  run: Readonly<{ id: number; repositoryUrl: string }>;
  /** The first trigger phrase, for telling people what to write. */
  phrase: string;
  /** What the last run on the same left open; null where that is not known. */
  findings: readonly Finding[] | null;
  now: () => number;
}>;

/** How the command ended, and the comment that says so: Markdown in which nothing acts. */
export type WordEnd = Readonly<{ kind: 'answered' | 'declined'; reply: string }>;
