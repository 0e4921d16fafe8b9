import { createHash } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { Untrusted } from '../text/untrusted.ts';
import { parseCommand } from './command.ts';
import { parsePayload, PAYLOADS, type Payload, type PayloadAccount, type PayloadThread } from './payload.ts';
import type { Actor, Invocation, Target, Trigger } from './trigger.ts';

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
      const event = parsePayload(PAYLOADS.issues, name, payload);
      return labelTrigger(name, event, { thread: event.issue, isPull: Boolean(event.issue.pull_request), options });
    }
    case 'pull_request': {
      const event = parsePayload(PAYLOADS.pull_request, name, payload);
      return labelTrigger(name, event, { thread: event.pull_request, isPull: true, options });
    }
    case 'issue_comment':
      return commentTrigger(parsePayload(PAYLOADS.issue_comment, name, payload), options);
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

function labelTrigger(
  name: string,
  event: Readonly<{ action: string; sender: PayloadAccount }>,
  about: Readonly<{ thread: PayloadThread; isPull: boolean; options: EventOptions }>,
): Trigger {
  const invocation: Invocation = {
    command: 'fix',
    instruction: null,
    options: {},
    target: targetOf(about.thread, about.isPull),
    actor: actorOf(event.sender),
    rerunBy: about.options.rerunBy,
    commentId: null,
    event: { name, action: event.action, at: about.thread.updated_at },
  };
  return openOrDeclined(invocation, about.thread);
}

function commentTrigger(event: Payload<'issue_comment'>, { phrases, rerunBy }: EventOptions): Trigger {
  const { comment, issue } = event;
  const command = parseCommand(comment.body, phrases);
  if (command.kind === 'none') return { kind: 'ignored', reason: 'the comment is not a command' };
  const from = { what: 'comment', author: comment.user.login, at: comment.created_at };
  const said = command.kind === 'fix' ? command : { instruction: null, options: {} };
  const invocation: Invocation = {
    command: 'fix',
    instruction: said.instruction === null ? null : { text: said.instruction, from },
    options: said.options,
    target: targetOf(issue, Boolean(issue.pull_request)),
    actor: actorOf(event.sender),
    rerunBy,
    commentId: comment.id,
    event: { name: 'issue_comment', action: event.action, at: comment.created_at },
  };
  if (command.kind === 'declined') return { kind: 'declined', reason: command.reason, said: true, invocation };
  return openOrDeclined(invocation, issue);
}

function promptTrigger(event: Invocation['event'], actor: Actor | null, { prompt, rerunBy }: EventOptions): Trigger {
  const text = prompt?.trim() ?? '';
  if (text === '') {
    throw new Failure('bad-input', `The input \`prompt\` is empty, and a ${event.name} event has no other task text.`, {
      hint: 'Set `prompt` under `with:` in the workflow, for a dispatch for example to `${{ inputs.prompt }}`.',
    });
  }
  const instruction: Untrusted = { text, from: { what: 'workflow input', author: actor?.login ?? null, at: event.at } };
  const target: Target = { kind: 'repository', name: nameOf(text) };
  return {
    kind: 'task',
    invocation: { command: 'fix', instruction, options: {}, target, actor, rerunBy, commentId: null, event },
  };
}

function openOrDeclined(invocation: Invocation, thread: PayloadThread): Trigger {
  if (thread.state === 'open') return { kind: 'task', invocation };
  const what = invocation.target.kind === 'issue' ? 'issue' : 'pull request';
  const reason = `This ${what} is closed. Reopen it, then label or comment again.`;
  return { kind: 'declined', reason, said: true, invocation };
}

function targetOf(thread: PayloadThread, isPull: boolean): Target {
  const what = isPull ? 'pull request' : 'issue';
  const from = { author: thread.user?.login ?? null, at: thread.created_at };
  const about = {
    number: thread.number,
    title: { text: thread.title, from: { ...from, what: `${what} title` } },
    body: { text: thread.body ?? '', from: { ...from, what: `${what} body` } },
    url: thread.html_url,
  };
  return isPull ? { kind: 'pull-request', ...about, snapshot: null } : { kind: 'issue', ...about };
}

function actorOf(account: PayloadAccount): Actor {
  return { login: account.login, id: account.id, kind: account.type === 'Bot' ? 'bot' : 'person' };
}

/** A branch name from the prompt's first words; the same prompt always has the same one. */
function nameOf(prompt: string): string {
  const words =
    prompt
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.slice(0, 6).join('-').slice(0, 40).replace(/-$/, '');
  if (slug.length >= 3) return slug;
  return `schedule-${createHash('sha256').update(prompt).digest('hex').slice(0, 8)}`;
}
