import type { PayloadAccount, PayloadThread } from './payload.ts';
import type { Actor, Target } from './trigger.ts';

/** The issue or pull request of an event, its text with provenance. */
export function targetOf(thread: PayloadThread, isPull: boolean): Target {
  const what = isPull ? 'pull request' : 'issue';
  const from = {
    author: thread.user?.login ?? null,
    association: thread.author_association ?? null,
    at: thread.created_at,
  };
  const about = {
    number: thread.number,
    title: { text: thread.title, from: { ...from, what: `${what} title` } },
    body: { text: thread.body ?? '', from: { ...from, what: `${what} body` } },
    url: thread.html_url,
  };
  return isPull ? { kind: 'pull-request', ...about, snapshot: null } : { kind: 'issue', ...about };
}

export function actorOf(account: PayloadAccount): Actor {
  return { login: account.login, id: account.id, kind: account.type === 'Bot' ? 'bot' : 'person' };
}
