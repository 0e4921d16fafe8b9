import { z } from 'zod';
import { Failure } from '../failure.ts';

/** An account as events carry it; it is null where the account is gone. */
const Account = z.object({ login: z.string().min(1), id: z.int(), type: z.string() });

const Moment = z.iso.datetime({ offset: true });

const Thread = z.object({
  number: z.int().positive(),
  title: z.string(),
  body: z.string().nullable(),
  html_url: z.url(),
  state: z.enum(['open', 'closed']),
  user: Account.nullable(),
  author_association: z.string().nullish(),
  created_at: Moment,
  updated_at: Moment,
});

/** An issue; it is a pull request where `pull_request` stands in it. */
const Issue = Thread.extend({ pull_request: z.object({}).nullish() });

/** The head is the one at the time of the event. */
const PullRequest = Thread.extend({ head: z.object({ sha: z.string() }) });

const Comment = z.object({
  id: z.int().positive(),
  body: z.string(),
  user: Account,
  author_association: z.string().nullish(),
  created_at: Moment,
});

export const PAYLOADS = {
  issues: z.object({ action: z.enum(['labeled', 'closed']), issue: Issue, sender: Account }),
  pull_request: z.object({ action: z.enum(['labeled', 'closed']), pull_request: PullRequest, sender: Account }),
  issue_comment: z.object({ action: z.literal('created'), issue: Issue, comment: Comment, sender: Account }),
  pull_request_review_comment: z.object({
    action: z.literal('created'),
    pull_request: PullRequest,
    comment: Comment.extend({
      path: z.string(),
      /** Null when the comment is on the file, or on a line that is gone. */
      line: z.int().positive().nullish(),
      diff_hunk: z.string(),
    }),
    sender: Account,
  }),
  pull_request_review: z.object({
    action: z.literal('submitted'),
    pull_request: PullRequest,
    review: Comment.omit({ created_at: true }).extend({ body: z.string().nullable(), submitted_at: Moment.nullish() }),
    sender: Account,
  }),
  /** GitHub writes `schedule` payloads without a sender. */
  schedule: z.object({}),
  workflow_dispatch: z.object({ sender: Account }),
  repository_dispatch: z.object({ sender: Account, action: z.string().nullish() }),
};

export type EventName = keyof typeof PAYLOADS;
export type Payload<Name extends EventName> = z.infer<(typeof PAYLOADS)[Name]>;
export type PayloadAccount = z.infer<typeof Account>;
export type PayloadThread = z.infer<typeof Thread>;

/** The payload as the event's schema has it; a Failure that names the property when it does not fit. */
export function parsePayload<Schema extends z.ZodType>(
  schema: Schema,
  eventName: string,
  payload: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const property = issue && issue.path.length > 0 ? `property ${issue.path.join('.')}` : 'payload';
  throw new Failure(
    'bad-input',
    `The file of GITHUB_EVENT_PATH does not hold a ${eventName} event that can be read: ${property}: ${issue?.message ?? 'invalid'}`,
    {
      hint: 'Run the action from a workflow that this event started, and leave GITHUB_EVENT_PATH and GITHUB_EVENT_NAME as the runner sets them.',
      cause: result.error,
    },
  );
}
