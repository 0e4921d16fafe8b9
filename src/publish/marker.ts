import { z } from 'zod';
import { RUN_ENDS, type BranchSpending } from '../ledger/spending.ts';
import { MARKER_END, MARKER_START } from '../text/marker-start.ts';
import { withMarker, type Marked } from '../text/sinks.ts';

const amount = z.number().nonnegative();
/** Milliseconds that a date can have. */
const moment = z.int().nonnegative().max(8.64e15);
const spent = { tokens: z.int().nonnegative(), cost: amount, unpriced: z.boolean(), estimated: z.int().nonnegative() };

/** What the runs so far used. Where it cannot be read, the rest of the marker still counts. */
const Spending = z.object({
  runs: z
    .array(
      z.object({
        run: z.int(),
        attempt: z.int().positive().exactOptional(),
        at: moment,
        ended: z.enum(RUN_ENDS),
        ...spent,
      }),
    )
    .readonly(),
  older: z.object({ runs: z.int().positive(), until: moment, ...spent }).nullable(),
  whole: z.boolean(),
});

const Marker = z.discriminatedUnion('kind', [
  /** The one status comment of an issue or pull request, and the run that it belongs to now. */
  z.object({
    v: z.literal(1),
    kind: z.literal('status'),
    target: z.int().positive(),
    run: z.int(),
    state: z.enum(['working', 'ended']),
    updatedAt: z.iso.datetime(),
    /** The plan that it shows and that waits for approval: its digest, and when it was shown first. */
    plan: z.object({ digest: z.string(), at: z.iso.datetime() }).optional().catch(undefined),
    /** Of the runs on one branch. */
    spending: z.object({ branch: z.string(), known: Spending }).optional().catch(undefined),
  }),
  /** A comment that a run writes its answer into, and the run. */
  z.object({
    v: z.literal(1),
    kind: z.literal('answer'),
    target: z.int().positive(),
    run: z.int(),
    state: z.enum(['working', 'ended']),
  }),
  /** A pull request that Patchwright opened. */
  z.object({
    v: z.literal(1),
    kind: z.literal('pull-request'),
    branch: z.string(),
    spending: Spending.optional().catch(undefined),
    /** Who took it with what was open then; the next run that works on it starts anew. */
    accepted: z
      .object({
        by: z.string(),
        id: z.int().exactOptional(),
        at: z.iso.datetime(),
        head: z.string().exactOptional(),
      })
      .optional()
      .catch(undefined),
    /** Contents that the guard held back and somebody took as they were. */
    paths: z
      .array(z.object({ path: z.string(), digest: z.string(), by: z.string(), id: z.int(), at: z.iso.datetime() }))
      .optional()
      .catch(undefined),
  }),
  /** A review of a pull request, by which it is known again. */
  z.object({ v: z.literal(1), kind: z.literal('review'), id: z.string() }),
  /** Any other comment. */
  z.object({ v: z.literal(1), kind: z.literal('reply') }),
]);

export type Marker = z.infer<typeof Marker>;
export type AnswerMarker = Extract<Marker, { kind: 'answer' }>;
export type StatusMarker = Extract<Marker, { kind: 'status' }>;
export type ShownPlan = NonNullable<StatusMarker['plan']>;

/**
 * Puts the marker before the text. It counts only there: further down may stand what somebody else wrote, a marker of
 * their making included.
 */
export function mark<T extends Marked>(marker: Marker, text: T): T {
  return withMarker(marker, text);
}

export function statusMarker(
  given: Readonly<{
    issue: number;
    runId: number;
    state: StatusMarker['state'];
    now: number;
    spending?: BranchSpending | null;
    plan?: ShownPlan | null;
  }>,
): StatusMarker {
  const { issue: target, runId: run, state, spending = null, plan = null } = given;
  const updatedAt = new Date(given.now).toISOString();
  return {
    v: 1,
    kind: 'status',
    target,
    run,
    state,
    updatedAt,
    ...(plan === null ? {} : { plan }),
    ...(spending === null ? {} : { spending }),
  };
}

/** The marker that a text begins with. Believe it only of a text whose author is the bot itself. */
export function readMarker(text: string): Marker | null {
  if (!text.startsWith(MARKER_START)) return null;
  const end = text.indexOf(MARKER_END);
  if (end < 0) return null;
  try {
    return Marker.safeParse(JSON.parse(text.slice(MARKER_START.length, end))).data ?? null;
  } catch {
    return null;
  }
}
