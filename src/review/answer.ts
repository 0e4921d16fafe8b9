import { z } from 'zod';
import { notInForm, type Read } from '../agent/ask.ts';
import { SEVERITIES } from '../finding.ts';

const finding = z.object({
  severity: z.enum(SEVERITIES),
  category: z.string().max(60),
  path: z.string().max(500).nullable(),
  line: z.number().int().positive().nullable(),
  problem: z.string().min(1).max(2000),
  evidence: z.string().min(1).max(4000),
  suggestion: z.string().max(2000),
  confidence: z.enum(['high', 'medium', 'low']),
});

const acceptance = z.object({
  item: z.string().max(500),
  status: z.enum(['verified', 'not-verified', 'not-verifiable']),
  evidence: z.string().max(2000),
});

const resolution = z.object({
  id: z.string().max(12),
  status: z.enum(['resolved', 'partially-resolved', 'not-addressed', 'disputed']),
  evidence: z.string().min(1).max(2000),
});

const first = z.object({
  summary: z.string().max(2000),
  findings: z.array(finding).max(50),
  acceptance: z.array(acceptance).max(60),
});
const again = first.extend({ resolutions: z.array(resolution).max(60) });

/** What a reviewer gives: findings and acceptance, at a re-review also what became of its open findings. */
export type Answer = z.infer<typeof first> & Readonly<{ resolutions: z.infer<typeof again>['resolutions'] }>;

/** JSON Schema of the answer, for the model. */
export function answerSchema(isAgain: boolean): Readonly<Record<string, unknown>> {
  const { $schema: _, ...schema } = z.toJSONSchema(isAgain ? again : first);
  return schema;
}

/** The answer from what came as data, or what is wrong with it. Nothing is guessed from words. */
export function readAnswer(value: unknown, isAgain: boolean): Read<Answer> {
  const result = (isAgain ? again : first).safeParse(value);
  if (result.success) return { kind: 'valid', value: { resolutions: [], ...result.data } };
  return notInForm(result.error);
}
