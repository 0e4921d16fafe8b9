import { isRecord } from '../text/is-record.ts';
import { MARKER_START } from '../text/marker-start.ts';
import { leadingPhrase } from './phrase.ts';

export type Notice = Readonly<{ forUs: true }> | Readonly<{ forUs: false; reason: string }>;

export type NoticeOptions = Readonly<{ label: string; phrases: readonly string[]; allowedBots: readonly string[] }>;

/** Where a payload has what somebody said, and the action with which it is new. */
type Said = Readonly<{ what: 'comment' | 'review'; when: string }>;

const FOR_US: Notice = { forUs: true };
const COMMENT: Said = { what: 'comment', when: 'created' };
const REVIEW: Said = { what: 'review', when: 'submitted' };

/**
 * Whether an event is for the bot, from its payload as it came. It is all that runs for one that is not, so it loads
 * no schema library; a payload of the wrong shape that could be for the bot goes on to where it is refused properly.
 */
export function notice(eventName: string, payload: unknown, options: NoticeOptions): Notice {
  switch (eventName) {
    case 'issues':
    case 'pull_request':
      return isRecord(payload) && payload['action'] === 'closed' ? FOR_US : noticeLabel(payload, options.label);
    case 'issue_comment':
    case 'pull_request_review_comment':
      return noticeComment(payload, COMMENT, options);
    case 'pull_request_review':
      return noticeComment(payload, REVIEW, options);
    case 'schedule':
    case 'workflow_dispatch':
    case 'repository_dispatch':
      return FOR_US;
    default:
      return notForUs(`the event ${eventName || '(none)'} starts nothing`);
  }
}

function noticeLabel(payload: unknown, label: string): Notice {
  if (!isRecord(payload)) return FOR_US;
  const action = textAt(payload, 'action');
  if (action !== 'labeled') return notForUs(`the action ${action ?? '(none)'} starts nothing`);
  const name = textAt(payload, 'label', 'name');
  // Label names are the same to GitHub whatever their case.
  if (name?.toLowerCase() === label.toLowerCase()) return FOR_US;
  return notForUs(`the label is ${JSON.stringify(name)}, not ${JSON.stringify(label)}`);
}

function noticeComment(payload: unknown, { what, when }: Said, { phrases, allowedBots }: NoticeOptions): Notice {
  if (!isRecord(payload)) return FOR_US;
  const action = textAt(payload, 'action');
  if (action !== when) return notForUs(`the action ${action ?? '(none)'} starts nothing`);
  const body = textAt(payload, what, 'body') ?? '';
  if (leadingPhrase(body, phrases) === null) {
    return notForUs(`the ${what}'s first word is not ${phrases.join(' or ')}`);
  }
  // The bot may comment with the token of a person, whose account type does not give it away.
  if (body.includes(MARKER_START)) return notForUs(`the ${what} is one of Patchwright itself`);
  const author = textAt(payload, what, 'user', 'login') ?? '';
  const isBot = textAt(payload, what, 'user', 'type') === 'Bot';
  if (isBot && !allowedBots.some((bot) => bot.toLowerCase() === author.toLowerCase())) {
    return notForUs(`the ${what} is by the bot ${author}, which allowed-bots does not name`);
  }
  return FOR_US;
}

function notForUs(reason: string): Notice {
  return { forUs: false, reason };
}

function textAt(value: object, ...path: readonly string[]): string | undefined {
  let at: unknown = value;
  for (const key of path) at = isRecord(at) ? at[key] : undefined;
  return typeof at === 'string' ? at : undefined;
}
