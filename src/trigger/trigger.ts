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

/** What an event says of the head of its pull request. */
export type SeenHead = Readonly<{
  /** The head in the payload itself; null where the payload has none, as that of a comment. */
  inEvent: string | null;
  /** The beginning of the commit that the command names. */
  named: string | null;
}>;

/** The commits that a pull request stood at when its run was let through. */
export type PullRequestSnapshot = Readonly<{
  head: Readonly<{ branch: string; sha: string }>;
  base: Readonly<{ branch: string; sha: string }>;
  /** Its branch is in this repository, where Patchwright may write to it; false for one of a fork. */
  here: boolean;
}>;

/** Every command, in the order in which help lists them. */
export const COMMANDS = [
  'fix',
  'auto',
  'plan',
  'review',
  'ask',
  'approve',
  'retry',
  'accept',
  'abandon',
  'stop',
  'help',
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** One comment of an inline thread, or of a submitted review. */
export type InlineComment = Readonly<{
  path: string;
  /** Line of the file as it is at the head, null when the comment is on the file or the line is gone. */
  line: number | null;
  /** The part of the diff that it stands under. */
  hunk: string;
  text: Untrusted;
}>;

/** Who asked. Schedules have nobody. */
export type Actor = Readonly<{ login: string; id: number; kind: 'person' | 'bot' }>;

/** What an event amounts to before anybody's permission was looked at. */
export type Invocation = Readonly<{
  command: CommandName;
  /** The words after the command, or the `prompt` input; null when the target's own text is the task. */
  instruction: Untrusted | null;
  options: CommandOptions;
  target: Target;
  actor: Actor | null;
  /** The account that re-ran the workflow run, when it is not the actor. */
  rerunBy: string | null;
  /** The comment that carried the command, for reactions; `inline` is one in a review's thread. */
  commentId: number | null;
  inline: boolean;
  /** The inline thread that the command stands in, oldest first, or the inline comments of the review that carried it. */
  thread: readonly InlineComment[];
  event: Readonly<{ name: string; action: string | null; at: string | null }>;
}>;

/** Options of a command; they only lower limits. */
export type CommandOptions = Readonly<{
  model?: string;
  maxFixRounds?: number;
  /** US dollars. */
  maxCost?: number;
  /** A plan file of the repository, and which of its features: number, part of the title or the whole heading. */
  plan?: Readonly<{ file: string; feature: string | null }>;
  /** Names of configured checks. */
  checks?: readonly string[];
}>;

export type Trigger =
  /** Not for the bot: no outcome, nothing but a log line. */
  Readonly<{ kind: 'ignored'; reason: string }> | Understood;

/** An event that is for the bot. */
export type Understood =
  /** Refused. `said` tells whether the person gets a reply or the log alone has it. */
  | Readonly<{ kind: 'declined'; reason: string; said: boolean; invocation: Invocation }>
  | Readonly<{
      kind: 'task';
      invocation: Invocation;
      /** The submitted review that carried the command, until the gate has read its inline comments. */
      review?: number;
      /** What the event says of the head of a pull request, until the gate has held it against the forge. */
      seen?: SeenHead;
    }>
  /**
   * An issue or pull request was closed: what was kept for going on with it can go. Nobody gave a command; the invocation says where and
   * by whom, and names one that changes nothing.
   */
  | Readonly<{ kind: 'tidy'; invocation: Invocation }>;

/** A trigger that is for the bot. */
export type Asked = Exclude<Trigger, { kind: 'ignored' }>;
