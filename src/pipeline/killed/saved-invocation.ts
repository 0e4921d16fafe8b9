import { z } from 'zod';
import type { Untrusted } from '../../text/untrusted.ts';
import { COMMANDS, type Invocation, type Target } from '../../trigger/trigger.ts';

const text = z.string();
const texts = z.array(text);
const count = z.int().nonnegative();
const amount = z.number().nonnegative();
/** A commit or a tree. */
export const ObjectId = z.string().regex(/^[0-9a-f]{40,64}$/);

const from = { what: text, author: text.nullable(), association: text.nullable().exactOptional(), at: text.nullable() };
const untrusted: z.ZodType<Untrusted> = z.object({ text, from: z.object(from) });

const head = z.object({ branch: text, sha: ObjectId });
const about = { number: count, title: untrusted, body: untrusted, url: text };
const target: z.ZodType<Target> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('issue'), ...about }),
  z.object({
    kind: z.literal('pull-request'),
    ...about,
    snapshot: z.object({ head, base: head, here: z.boolean() }).nullable(),
  }),
  z.object({ kind: z.literal('repository'), name: text }),
]);

export const InvocationSchema: z.ZodType<Invocation> = z.object({
  command: z.enum(COMMANDS),
  instruction: untrusted.nullable(),
  options: z.object({
    model: text.exactOptional(),
    maxFixRounds: count.exactOptional(),
    maxCost: amount.exactOptional(),
    plan: z.object({ file: text, feature: text.nullable() }).exactOptional(),
    checks: texts.exactOptional(),
  }),
  target,
  actor: z.object({ login: text, id: count, kind: z.enum(['person', 'bot']) }).nullable(),
  rerunBy: text.nullable(),
  commentId: count.nullable(),
  inline: z.boolean(),
  thread: z.array(z.object({ path: text, line: count.nullable(), hunk: text, text: untrusted })),
  event: z.object({ name: text, action: text.nullable(), at: text.nullable() }),
});
