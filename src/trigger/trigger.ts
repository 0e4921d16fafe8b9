import type { Untrusted } from '../text/untrusted.ts';

/** What a run is about: the thing on the forge that gets the status comment and the publication. */
export type Target =
  | Readonly<{ kind: 'issue'; number: number; title: Untrusted; body: Untrusted; url: string }>
  | Readonly<{
      kind: 'pull-request';
      number: number;
      title: Untrusted;
      body: Untrusted;
      url: string;
      /** Null until the gate has asked the forge; a task always has it. */
      snapshot: PullRequestSnapshot | null;
    }>
  /** A schedule or a dispatch: no issue; `name` makes the branch `opencode/<name>`. */
  | Readonly<{ kind: 'repository'; name: string }>;

/** The commits that a pull request stood at when its run was let through. */
export type PullRequestSnapshot = Readonly<{
  head: Readonly<{ branch: string; sha: string }>;
  base: Readonly<{ branch: string; sha: string }>;
}>;

/** Who asked. Schedules have nobody. */
export type Actor = Readonly<{ login: string; id: number; kind: 'person' | 'bot' }>;

/** What an event amounts to before anybody's permission was looked at. */
export type Invocation = Readonly<{
  command: 'fix';
  /** The words after the command, or the `prompt` input; null when the target's own text is the task. */
  instruction: Untrusted | null;
  options: CommandOptions;
  target: Target;
  actor: Actor | null;
  /** The account that re-ran the workflow run, when it is not the actor. */
  rerunBy: string | null;
  /** The comment that carried the command, for reactions. */
  commentId: number | null;
  event: Readonly<{ name: string; action: string | null; at: string | null }>;
}>;

/** Options of a command; they only lower limits. */
export type CommandOptions = Readonly<{
  model?: string;
  maxFixRounds?: number;
  /** US dollars. */
  maxCost?: number;
}>;

export type Trigger =
  /** Not for the bot: no outcome, nothing but a log line. */
  Readonly<{ kind: 'ignored'; reason: string }> | Understood;

/** An event that is for the bot. */
export type Understood =
  /** Refused. `said` tells whether the person gets a reply or the log alone has it. */
  | Readonly<{ kind: 'declined'; reason: string; said: boolean; invocation: Invocation }>
  | Readonly<{ kind: 'task'; invocation: Invocation }>;

/** A trigger that is for the bot. */
export type Asked = Exclude<Trigger, { kind: 'ignored' }>;
