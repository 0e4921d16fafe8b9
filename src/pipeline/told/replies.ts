import { mark } from '../../publish/marker.ts';
import { react, reactableOf, type Reaction } from '../../publish/reactions.ts';
import { commentText } from '../../text/sinks.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import type { ReplyEnd } from '../words/word.ts';
import type { Story, Telling } from './story.ts';

/** Puts a command's end into the run's state; null where the reply is what there is to say of a failed run. */
export function enter(end: ReplyEnd, story: Story): string | null {
  if (end.kind === 'failed') {
    story.fail(end.failure);
    return null;
  }
  const { kind, reply: text } = end;
  story.update({ outcome: kind, reason: kind === 'declined' ? text : null, summary: kind === 'answered' ? text : '' });
  return text;
}

/** Shows on what asked for the run that it has begun. */
export function showEyes(invocation: Invocation, issue: number, { forge, log }: Telling): Promise<Reaction> {
  return react({ forge, to: reactableOf(invocation, issue), log });
}

/** Eyes, and the answer as a comment. */
export async function answerWith(text: string, invocation: Invocation, deps: Telling): Promise<Reaction | null> {
  const { target } = invocation;
  if (target.kind === 'repository') return null;
  const eyes = await showEyes(invocation, target.number, deps);
  await comment(text, target.number, deps);
  return eyes;
}

/** The status comment tells of the last run that worked, perhaps of one that works now; a refusal gets a comment of its own. */
export async function refuse(text: string, { target }: Invocation, deps: Telling): Promise<void> {
  if (target.kind !== 'repository') await comment(text, target.number, deps);
}

async function comment(text: string, issue: number, { forge, redact }: Telling): Promise<void> {
  await forge.createComment(issue, mark({ v: 1, kind: 'reply' }, commentText(text, { redact })));
}
