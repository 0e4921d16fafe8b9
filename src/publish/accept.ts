import type { Forge, PullRequestInfo } from '../forge/forge.ts';
import { codeSpan } from '../text/markdown.ts';
import { mark, withoutMarker, type Marker } from './marker.ts';
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
  acceptance: Acceptance,
): Promise<Accepted> {
  const { own } = await readDescription(forge, pull);
  if (own === null) return { kind: 'not-own' };
  if (own.accepted !== undefined && !pull.draft) return { kind: 'accepted-before', by: own.accepted.by };
  if (pull.draft) await forge.setDraft(pull, false);
  const whole = withoutMarker(pull.body);
  const before = own.accepted === undefined ? '' : `${lineOf(own.accepted)}\n\n`;
  const text = whole.startsWith(before) ? whole.slice(before.length) : whole;
  const marker = { ...own, accepted: acceptance };
  const told = mark(marker, `${lineOf(acceptance)}\n\n${text}`);
  await forge.updatePullRequest(pull.number, { body: told.length <= LONGEST_DESCRIPTION ? told : mark(marker, text) });
  return { kind: 'accepted', wasDraft: pull.draft };
}

function lineOf({ by, at }: Acceptance): string {
  return `> **Accepted by ${codeSpan(by)}** on ${at.slice(0, 10)}, with what is open below.`;
}
