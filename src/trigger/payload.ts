import { z } from 'zod';
import { Failure } from '../failure.ts';

/** An account as events carry it; it is null where the account is gone. */
const Account = z.object({ login: z.string().min(1), id: z.int(), type: z.string() });

const Thread = z.object({
  number: z.int().positive(),
  title: z.string(),
  body: z.string().nullable(),
  html_url: z.url(),
  state: z.enum(['open', 'closed']),
  user: Account.nullable(),
  created_at: z.iso.datetime({ offset: true }),
  updated_at: z.iso.datetime({ offset: true }),
});

/** An issue; it is a pull request where `pull_request` stands in it. */
const Issue = Thread.extend({ pull_request: z.object({}).nullish() });

const Labeled = { action: z.literal('labeled'), sender: Account };

export const PAYLOADS = {
  issues: z.object({ ...Labeled, issue: Issue }),
  pull_request: z.object({ ...Labeled, pull_request: Thread }),
  issue_comment: z.object({
    action: z.literal('created'),
    issue: Issue,
    comment: z.object({
      id: z.int().positive(),
      body: z.string(),
      user: Account,
      created_at: z.iso.datetime({ offset: true }),
    }),
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
