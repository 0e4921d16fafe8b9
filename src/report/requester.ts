import { escapeMarkdown } from '../text/markdown.ts';
import type { RunState } from './run.ts';

/** Who asked for the run and how: `octocat, through the label`. Mentioned, and so notified, only where a person is needed. */
export function requester(state: RunState): string {
  const { actor, event, commentId } = state.invocation;
  const means = commentId === null ? viaEvent(event.name) : 'in a comment';
  if (actor === null) return `started ${means}`;
  const isMentioned = mentioned(state).includes(actor.login);
  return `requested by ${isMentioned ? `@${actor.login}` : escapeMarkdown(actor.login)} ${means}`;
}

/** Who is notified. */
export function mentioned({ outcome, invocation: { actor } }: RunState): readonly string[] {
  const isWanted = outcome === 'needs-human' || outcome === 'failed';
  const isPerson = actor?.kind === 'person' && /^[a-z\d](?:-?[a-z\d]){0,38}$/i.test(actor.login);
  return isWanted && isPerson ? [actor.login] : [];
}

function viaEvent(name: string): string {
  if (name === 'schedule') return 'by its schedule';
  if (name === 'issues' || name === 'pull_request') return 'through the label';
  return 'by a dispatch';
}
