import type { Forge, PullRequestInfo } from '../forge/forge.ts';
import { codeSpan } from '../text/markdown.ts';
import { bodyText, joinBody, NO_SECRETS, withoutMarker, withoutParagraph, type BodyText } from '../text/sinks.ts';
import type { Authority } from '../trigger/authority.ts';
import { mark, type Marker } from './marker.ts';
import { LONGEST_DESCRIPTION, readDescription } from './told-spending.ts';

export type Accepted =
  /** `wasDraft` tells whether it was made ready for that. */
  | Readonly<{ kind: 'accepted'; wasDraft: boolean }>
  | Readonly<{ kind: 'accepted-before'; by: string }>
  /** Somebody else's, or one whose description somebody made theirs. */
  | Readonly<{ kind: 'not-own' }>;

type Acceptance = NonNullable<Extract<Marker, { kind: 'pull-request' }>['accepted']>;

/** Makes an open pull request of the bot's ready for review, and says in its description who took it as it is. */
export async function acceptPullRequest(
  forge: Forge,
  pull: PullRequestInfo,
  { authority, at }: Readonly<{ authority: Authority; at: Date }>,
): Promise<Accepted> {
  const { actor, content } = authority;
  const who = actor === null ? { by: 'somebody' } : { by: actor.login, id: actor.id };
  const acceptance: Acceptance = { ...who, at: at.toISOString(), head: content };
  const { own } = await readDescription(forge, pull);
  if (own === null) return { kind: 'not-own' };
  // It was for the commit that was there: what came since is taken anew.
  const isSame = own.accepted !== undefined && (own.accepted.head ?? acceptance.head) === acceptance.head;
  if (isSame && own.accepted !== undefined && !pull.draft) return { kind: 'accepted-before', by: own.accepted.by };
  if (pull.draft) await forge.setDraft(pull, false);
  const whole = withoutMarker(pull.body);
  const text = own.accepted === undefined ? whole : withoutParagraph(whole, lineOf(own.accepted));
  const marker = { ...own, accepted: acceptance };
  const told = mark(marker, joinBody(lineOf(acceptance), text));
  await forge.updatePullRequest(pull.number, { body: told.length <= LONGEST_DESCRIPTION ? told : mark(marker, text) });
  return { kind: 'accepted', wasDraft: pull.draft };
}

function lineOf({ by, at, head }: Acceptance): BodyText {
  const commit = head === undefined ? '' : ` at ${codeSpan(head.slice(0, 10))}`;
  const line = `> **Accepted by ${codeSpan(by)}** on ${at.slice(0, 10)}${commit}, with what is open below.`;
  return bodyText(line, NO_SECRETS);
}
