import { parseCommand } from './command.ts';
import { takeCommit } from './named-commit.ts';
import { parsePayload, PAYLOADS, type Payload, type PayloadAccount, type PayloadThread } from './payload.ts';
import { promptTrigger } from './prompt.ts';
import { outOfReach } from './reach.ts';
import { actorOf, targetOf } from './target.ts';
import type { InlineComment, Invocation, Trigger } from './trigger.ts';

export type Event = Readonly<{ name: string; payload: unknown }>;

export type EventOptions = Readonly<{
  phrases: readonly string[];
  /** The `prompt` input. */
  prompt: string | null;
  /** The account that re-ran the workflow run, when it is not the one whose event started it. */
  rerunBy: string | null;
}>;

/** What a noticed event asks for, before anybody's permission is looked at. */
export function parseEvent({ name, payload }: Event, options: EventOptions): Trigger {
  switch (name) {
    case 'issues': {
      const { issue, ...event } = parsePayload(PAYLOADS.issues, name, payload);
      return stateTrigger({ name, ...event, thread: issue, isPull: Boolean(issue.pull_request) }, options);
    }
    case 'pull_request': {
      const { pull_request: thread, ...event } = parsePayload(PAYLOADS.pull_request, name, payload);
      return stateTrigger({ name, ...event, thread, isPull: true }, options);
    }
    case 'issue_comment': {
      const { issue, comment, ...event } = parsePayload(PAYLOADS.issue_comment, name, payload);
      const about = { name, ...event, thread: issue, isPull: Boolean(issue.pull_request) };
      return commandTrigger(about, saidIn('comment', comment), options);
    }
    case 'pull_request_review_comment': {
      const { pull_request: thread, comment, ...event } = parsePayload(PAYLOADS[name], name, payload);
      return commandTrigger({ name, ...event, thread, isPull: true }, saidInline(comment), options);
    }
    case 'pull_request_review': {
      const { pull_request: thread, review, ...event } = parsePayload(PAYLOADS[name], name, payload);
      const at = review.submitted_at ?? thread.updated_at;
      const said = { ...saidIn('review', { ...review, body: review.body ?? '', created_at: at }), commentId: null };
      const trigger = commandTrigger({ name, ...event, thread, isPull: true }, said, options);
      return trigger.kind === 'task' ? { ...trigger, review: review.id } : trigger;
    }
    case 'schedule':
      parsePayload(PAYLOADS.schedule, name, payload);
      return promptTrigger({ name, action: null, at: null }, null, options);
    case 'workflow_dispatch': {
      const { sender } = parsePayload(PAYLOADS.workflow_dispatch, name, payload);
      return promptTrigger({ name, action: null, at: null }, actorOf(sender), options);
    }
    case 'repository_dispatch': {
      const { sender, action } = parsePayload(PAYLOADS.repository_dispatch, name, payload);
      return promptTrigger({ name, action: action ?? null, at: null }, actorOf(sender), options);
    }
    default:
      return { kind: 'ignored', reason: `the event ${name || '(none)'} starts nothing` };
  }
}

/** The event without what somebody said in it. */
type About = Readonly<{
  name: string;
  action: string;
  sender: PayloadAccount;
  thread: PayloadThread & Readonly<{ head?: Readonly<{ sha: string }> }>;
  isPull: boolean;
}>;

/** A text that may be a command. */
type Said = Readonly<{
  what: string;
  body: string;
  author: string;
  association: string | null;
  at: string;
  commentId: number | null;
  inline: boolean;
  thread: readonly InlineComment[];
}>;

type CommentData = Payload<'issue_comment'>['comment'];

function saidIn(what: string, { id, body, user, ...comment }: CommentData): Said {
  const association = comment.author_association ?? null;
  return {
    what,
    body,
    author: user.login,
    association,
    at: comment.created_at,
    commentId: id,
    inline: false,
    thread: [],
  };
}

function saidInline(comment: Payload<'pull_request_review_comment'>['comment']): Said {
  const said = saidIn('inline comment', comment);
  const { what, author, association, at } = said;
  const text = { text: comment.body, from: { what, author, association, at } };
  const place = { path: comment.path, line: comment.line ?? null, hunk: comment.diff_hunk };
  return { ...said, inline: true, thread: [{ ...place, text }] };
}

function commandTrigger(about: About, said: Said, options: EventOptions): Trigger {
  const parsed = parseCommand(said.body, options.phrases);
  if (parsed.kind === 'none') return { kind: 'ignored', reason: `the ${said.what} is not a command` };
  const { what, author, association, at, commentId, inline, thread } = said;
  const command = parsed.kind === 'command' ? parsed : ({ command: 'fix', instruction: null, options: {} } as const);
  const words = command.instruction;
  const taken = about.isPull ? takeCommit(command.command, words) : { commit: null, rest: words };
  const invocation: Invocation = {
    ...bare(about, options),
    command: command.command,
    instruction: taken.rest === null ? null : { text: taken.rest, from: { what, author, association, at } },
    options: command.options,
    commentId,
    inline,
    thread,
    event: { name: about.name, action: about.action, at },
  };
  if (parsed.kind === 'declined') return { kind: 'declined', reason: parsed.reason, said: true, invocation };
  return withinReach(invocation, about, taken.commit);
}

/** Nobody said anything: it was labelled, or closed. */
function stateTrigger(about: About, options: EventOptions): Trigger {
  if (about.action !== 'closed') return withinReach(bare(about, options), about);
  return { kind: 'tidy', invocation: { ...bare(about, options), command: 'help' } };
}

function bare({ name, action, sender, thread, isPull }: About, { rerunBy }: EventOptions): Invocation {
  return {
    command: 'fix',
    instruction: null,
    options: {},
    target: targetOf(thread, isPull),
    actor: actorOf(sender),
    rerunBy,
    commentId: null,
    inline: false,
    thread: [],
    event: { name, action, at: thread.updated_at },
  };
}

/** For an issue the event says all that matters; for a pull request the gate asks the forge. */
function withinReach(invocation: Invocation, { thread, isPull }: About, named: string | null = null): Trigger {
  if (isPull) return { kind: 'task', invocation, seen: { inEvent: thread.head?.sha ?? null, named } };
  const reason = outOfReach(invocation.command, { kind: 'issue', open: thread.state === 'open' });
  return reason === null ? { kind: 'task', invocation } : { kind: 'declined', reason, said: true, invocation };
}
