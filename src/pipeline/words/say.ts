import type { CommandName, Invocation } from '../../trigger/trigger.ts';
import { abandon } from './abandon.ts';
import { accept } from './accept.ts';
import { help } from './help.ts';
import { stop } from './stop.ts';
import type { WordDeps, WordEnd } from './word.ts';

type WordJob = (invocation: Invocation, deps: WordDeps) => Promise<WordEnd>;

const JOBS: Readonly<Partial<Record<CommandName, WordJob>>> = { abandon, accept, help, stop };

/** The job of a command that takes no model, no workspace and no status comment; null for every other one. */
export function wordJob(command: CommandName): WordJob | null {
  return JOBS[command] ?? null;
}
