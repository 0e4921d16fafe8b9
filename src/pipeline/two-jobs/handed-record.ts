import { z } from 'zod';
import type { ModelInfo, Price } from '../../agent/agent.ts';
import { FAILURE_CATEGORIES } from '../../failure.ts';
import { refused } from '../../hand-over/refusal.ts';
import type { Total } from '../../ledger/ledger.ts';
import type { Outcome, RunState, StepReport } from '../../report/run.ts';
import type { Verdict } from '../../review/verdict.ts';
import { PlanSchema } from '../kept/saved-entry.ts';
import {
  AcceptanceSchema,
  FindingSchema,
  LedgerRowSchema,
  RoundSchema,
  StepSchema,
  OUTCOMES,
  words,
} from '../kept/saved-parts.ts';
import { ComparisonsSchema } from './comparisons.ts';
import type { JudgedClaim, LeftWork } from './leavings.ts';

/** What the agent's job says of a run, beyond the change itself. It is shown as said, and raises nothing. */
export type HandedRecord = Readonly<{
  version: 1;
  told: HandedStory;
  judged: JudgedClaim | null;
  /** State for later runs to go on from, as the agent's job signed it. */
  state: string | null;
}>;

const text = z.string();
const texts = z.array(text);
const count = z.int().nonnegative();
const amount = z.number().nonnegative();
const verdict = words<Verdict>({
  pass: 'pass',
  'pass-with-notes': 'pass-with-notes',
  fail: 'fail',
  inconclusive: 'inconclusive',
});

const stepReport: z.ZodType<StepReport> = z.object({
  id: text,
  title: text,
  state: z.enum(['waiting', 'working', 'done', 'open', 'failed', 'skipped']),
  reason: text.nullable(),
  rounds: z.array(RoundSchema),
  left: text.nullable(),
});
const tokens = z.object({ input: amount, output: amount, reasoning: amount, cacheRead: amount, cacheWrite: amount });
const total: z.ZodType<Total> = z.object({ requests: count, estimated: count, tokens, cost: amount.nullable() });
const price: z.ZodType<Price> = z.object({ input: amount, output: amount, cacheRead: amount, cacheWrite: amount });
const model: z.ZodType<ModelInfo> = z.object({
  name: text,
  sentAs: text,
  dearer: z.boolean(),
  sees: z.boolean(),
  price: price.nullable(),
  longPrices: z.array(z.object({ above: amount, price })),
  context: amount.nullable(),
  maxOutput: amount.nullable(),
});

/** Every part of the story that only the agent's job can tell. */
const STORY = {
  outcome: words<Outcome>(OUTCOMES).nullable(),
  startedAt: amount,
  round: count,
  maxFixRounds: count,
  steps: z.array(StepSchema),
  agent: text.nullable(),
  title: text,
  summary: text,
  reason: text.nullable(),
  question: text.nullable(),
  taskFile: text.nullable(),
  plan: PlanSchema.nullable(),
  stepReports: z.array(stepReport),
  setup: z.object({ commands: texts, source: text }).nullable(),
  checks: ComparisonsSchema,
  rounds: z.array(RoundSchema),
  findings: z.array(FindingSchema),
  acceptance: z.array(AcceptanceSchema),
  advice: z.array(z.object({ session: text, voidBecause: text.nullable(), summary: text, findings: texts })),
  verdict: verdict.nullable(),
  ledger: z.array(LedgerRowSchema),
  claimed: total.nullable(),
  judgeModel: model.nullable(),
  budget: z.object({ cost: amount, tokens: amount, requests: amount }).nullable(),
  confinement: text,
  notes: texts,
  failure: z.object({ category: z.enum(FAILURE_CATEGORIES), message: text, hint: text }).nullable(),
} as const;

/** The story as far as the agent's job tells it. */
export type HandedStory = Pick<RunState, keyof typeof STORY>;

const Schema: z.ZodType<HandedRecord> = z.object({
  version: z.literal(1),
  told: z.object(STORY),
  judged: z
    .object({
      round: count.nullable(),
      thisTree: z.boolean(),
      verdict: verdict.nullable(),
      review: z.object({ reviewed: z.boolean(), voidBecause: text.nullable() }).nullable(),
      endedBy: text.nullable(),
      failure: z.object({ code: z.enum(FAILURE_CATEGORIES), message: text, hint: text }).nullable(),
      unfinished: z.boolean(),
      modesAsked: z.boolean(),
      definitionsTouched: texts,
    })
    .nullable(),
  state: text.nullable(),
});

/** A run's state has more than goes along. */
export function recordOf(state: RunState, { judged, state: kept }: LeftWork): HandedRecord {
  return Schema.parse({ version: 1, told: state, judged: judged.claim, state: kept.text });
}

export function parseRecord(json: unknown): HandedRecord {
  const parsed = Schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refused('malformed', `record.json: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}
