import type { Forge, PullRequestInfo } from '../forge/forge.ts';
import { codeSpan } from '../text/markdown.ts';
import { bodyText, joinBody, NO_SECRETS, withoutParagraph, type BodyText } from '../text/sinks.ts';
import type { Authority } from '../trigger/authority.ts';
import type { Marker } from './marker.ts';
import { signatureOf } from './signature.ts';
import { describe, partsOf, readDescription } from './told-spending.ts';

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
  const acceptance: Acceptance = { ...signatureOf(authority, at), head: authority.content };
  const { own } = await readDescription(forge, pull);
  if (own === null) return { kind: 'not-own' };
  // It was for the commit that was there: what came since is taken anew.
  const isSame = own.accepted !== undefined && (own.accepted.head ?? acceptance.head) === acceptance.head;
  if (isSame && own.accepted !== undefined && !pull.draft) return { kind: 'accepted-before', by: own.accepted.by };
  if (pull.draft) await forge.setDraft(pull, false);
  await tell(forge, pull.number, acceptance);
  return { kind: 'accepted', wasDraft: pull.draft };
}

/** In the description as it is now: people may have written in it since it was read, or made it theirs. */
async function tell(forge: Forge, number: number, acceptance: Acceptance): Promise<void> {
  const pull = await forge.pullRequest(number);
  const { own } = await readDescription(forge, pull);
  if (own === null) return;
  const { report, theirs } = partsOf(pull.body);
  const text = own.accepted === undefined ? report : withoutParagraph(report, paragraphOf(own.accepted));
  const parts = { report: joinBody(paragraphOf(acceptance), text), theirs };
  await forge.updatePullRequest(number, { body: describe({ ...own, accepted: acceptance }, parts, text) });
}

/** One paragraph. No model makes a heading, so none can make one that reads like it. */
function paragraphOf({ by, at, head }: Acceptance): BodyText {
  const commit = head === undefined ? '' : ` at ${codeSpan(head.slice(0, 10))}`;
  const lines = [`### Accepted by ${codeSpan(by)}`, `On ${at.slice(0, 10)}${commit}, with what is open below.`];
  return bodyText(lines.join('\n'), NO_SECRETS);
}
