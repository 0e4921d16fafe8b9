import { z } from 'zod';

const count = z.number().nonnegative().catch(0);
const id = z.string();

const step = z.object({ type: z.literal('step_start'), sessionID: id, part: z.object({ messageID: id }) });

const text = z.object({
  type: z.literal('text'),
  sessionID: id,
  part: z.object({ id, messageID: id, text: z.string(), synthetic: z.boolean().catch(false) }),
});

const tool = z.object({
  type: z.literal('tool_use'),
  sessionID: id,
  part: z.object({
    id,
    messageID: id,
    tool: z.string(),
    state: z.object({
      input: z.record(z.string(), z.unknown()).catch({}),
      output: z.string().optional().catch(undefined),
      error: z.string().optional().catch(undefined),
    }),
  }),
});

const finish = z.object({
  type: z.literal('step_finish'),
  sessionID: id,
  part: z.object({
    id,
    messageID: id,
    reason: z.string(),
    tokens: z.object({
      input: count,
      output: count,
      reasoning: count,
      cache: z.object({ read: count, write: count }).catch({ read: 0, write: 0 }),
    }),
    cost: count,
  }),
});

const reasoning = z.object({ type: z.literal('reasoning'), sessionID: id });

const error = z.object({
  type: z.literal('error'),
  sessionID: id,
  error: z.object({
    name: z.string().catch(''),
    data: z.object({ message: z.string().exactOptional().catch(''), statusCode: z.number().exactOptional() }).catch({}),
  }),
});

const runLine = z.discriminatedUnion('type', [step, text, tool, finish, reasoning, error]);

/** One line of `opencode run --format json`, as far as it is needed here. */
export type RunLine = Readonly<z.infer<typeof runLine>>;

/** The line as data; null for one that is none of those that OpenCode is known to write. */
export function parseRunLine(line: string): RunLine | null {
  try {
    return runLine.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
