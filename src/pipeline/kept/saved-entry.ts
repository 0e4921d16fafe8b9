import { z } from 'zod';
import type { Plan } from '../../plan/plan.ts';
import type { Advice } from '../../review/advise.ts';
import type { Review } from '../../review/review.ts';
import { ObjectId } from '../killed/saved-invocation.ts';
import { AcceptanceSchema, FindingSchema } from './saved-parts.ts';

/** A phase of a run that was finished and paid for. `step` is empty for the work as a whole. */
export type Entry =
  | Readonly<{ kind: 'plan'; step: ''; round: 0; plan: Plan }>
  | Readonly<{ kind: 'search'; step: string; round: 0; found: string }>
  /** The coder's turn: the tree that it left, as it is kept, what of it was held back, and its closing words. */
  | Readonly<{ kind: 'work'; step: string; round: number; tree: string; held: readonly string[]; words: string }>
  | Readonly<{ kind: 'review'; step: string; round: number; tree: string; review: Omit<Review, 'claimed'> }>
  /** `round` is 1 for the first advisory and 2 for the repeat. */
  | Readonly<{ kind: 'advice'; step: ''; round: number; tree: string; advice: Advice }>;

export type EntryKind = Entry['kind'];

const text = z.string();
const texts = z.array(text);
const count = z.int().nonnegative();
const at = { step: text, round: count };
const whole = { step: z.literal(''), round: z.literal(0) };

export const PlanSchema: z.ZodType<Plan> = z.object({
  goal: text,
  assumptions: texts,
  steps: z.array(
    z.object({ id: text, title: text, files: texts, read: texts, action: text, success: text, depends: texts }),
  ),
  risks: texts,
  questions: z.array(z.object({ question: text, choices: texts, changesPlan: z.boolean() })),
});

const ReviewSchema: z.ZodType<Omit<Review, 'claimed'>> = z.object({
  session: text,
  reviewed: z.boolean(),
  voidBecause: text.nullable(),
  summary: text,
  findings: z.array(FindingSchema),
  acceptance: z.array(AcceptanceSchema),
  recovered: text.nullable(),
});

const AdviceSchema: z.ZodType<Advice> = z.object({
  session: text,
  voidBecause: text.nullable(),
  summary: text,
  findings: z.array(FindingSchema),
});

export const EntrySchema: z.ZodType<Entry> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), ...whole, plan: PlanSchema }),
  z.object({ kind: z.literal('search'), step: text, round: z.literal(0), found: text }),
  z.object({ kind: z.literal('work'), ...at, tree: ObjectId, held: texts, words: text }),
  z.object({ kind: z.literal('review'), ...at, tree: text, review: ReviewSchema }),
  z.object({ kind: z.literal('advice'), step: z.literal(''), round: count, tree: text, advice: AdviceSchema }),
]);
