import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import { RUN_ENDS, type SpentRun } from '../../ledger/spending.ts';
import type { Outcome } from '../../report/run.ts';
import type { Numbers } from '../../review/numbers.ts';
import { isSignedWith, signText } from '../../text/sealed.ts';
import { stateText, type StateText } from '../../text/state-text.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { InvocationSchema, ObjectId } from '../killed/saved-invocation.ts';
import { EntrySchema, type Entry } from './saved-entry.ts';
import { FindingSchema, OUTCOMES, words } from './saved-parts.ts';

/** What one run on the branch came to, for the sessions of later ones. */
export type EarlierRun = Readonly<{
  run: number;
  outcome: Outcome | 'cut-off';
  /** What it was asked beyond the task: a hint. */
  hint: string;
  /** What it tried, a line a round. */
  tried: readonly string[];
  summary: string;
}>;

/** The state of the work on one branch. It is a hint to save work by: whoever may push may have written it. */
export type SavedState = Readonly<{
  version: 1;
  repository: string;
  branch: string;
  run: Readonly<{ id: number; attempt: number }>;
  /** Null for a run that goes on or was cut off. */
  ended: Outcome | null;
  /** What was asked, as it stood then. */
  invocation: Invocation;
  /** Commit that the work as a whole is judged against. */
  fork: string;
  /** Commit at the head of the branch when the run began, null when there was no branch. */
  head: string | null;
  /** Digest of what the task asks; with another task nothing of the journal counts. */
  task: string;
  journal: readonly Entry[];
  /** Findings of earlier runs that were open when it began. */
  before: readonly Finding[];
  /** Numbers that findings of earlier runs had when it began. */
  numbers: Numbers;
  /** All findings of the last run with what became of them. */
  findings: readonly Finding[];
  /** Oldest first. */
  earlier: readonly EarlierRun[];
  /** What runs used that were cut off; as long as it goes on, the run that writes it is one of them. */
  spent: readonly SpentRun[];
}>;

const text = z.string();
const texts = z.array(text);
const count = z.int().nonnegative();

const SpentRunSchema: z.ZodType<SpentRun> = z.object({
  run: count,
  attempt: count.exactOptional(),
  at: count,
  ended: z.enum(RUN_ENDS),
  tokens: count,
  cost: z.number().nonnegative(),
  unpriced: z.boolean(),
  estimated: count,
});

const Schema: z.ZodType<SavedState> = z.object({
  version: z.literal(1),
  repository: text,
  branch: text,
  run: z.object({ id: count, attempt: count }),
  ended: words<Outcome>(OUTCOMES).nullable(),
  invocation: InvocationSchema,
  fork: ObjectId,
  head: ObjectId.nullable(),
  task: text,
  journal: z.array(EntrySchema),
  before: z.array(FindingSchema),
  // State that was written before there were any has none.
  numbers: z.record(z.string(), count).default({}),
  findings: z.array(FindingSchema),
  earlier: z.array(
    z.object({
      run: count,
      outcome: words<Outcome | 'cut-off'>({ ...OUTCOMES, 'cut-off': 'cut-off' }),
      hint: text,
      tried: texts,
      summary: text,
    }),
  ),
  spent: z.array(SpentRunSchema),
});

const Envelope = z.object({ state: text, signature: text.nullable() });

/** `signed` tells that a run with the same model keys wrote it, so that what judges said in it counts as said. */
export type ReadState = Readonly<{ state: SavedState; signed: boolean }>;

/** Null for what cannot be read. The secret is that of the model keys, which whoever may push does not have. */
export function openState(stored: string, secret: string | null): ReadState | null {
  try {
    const envelope = Envelope.parse(JSON.parse(stored));
    const state = Schema.parse(JSON.parse(envelope.state));
    const signed =
      secret !== null &&
      envelope.signature !== null &&
      isSignedWith(envelope.signature, envelope.state, { secret, purpose: PURPOSE });
    return { state, signed };
  } catch {
    return null;
  }
}

export function closeState(state: SavedState, secret: string | null): StateText {
  const inner = JSON.stringify(Schema.parse(state));
  const signature = secret === null ? null : signText(inner, { secret, purpose: PURPOSE });
  return stateText({ state: inner, signature });
}

const PURPOSE = 'state of a run';
