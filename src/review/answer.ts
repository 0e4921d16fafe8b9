import { z } from 'zod';
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

export type ParsedAnswer = Readonly<{ kind: 'valid'; answer: Answer }> | Readonly<{ kind: 'invalid'; problem: string }>;

/** JSON Schema of the answer, for the model. */
export function answerSchema(isAgain: boolean): Readonly<Record<string, unknown>> {
  const { $schema: _, ...schema } = z.toJSONSchema(isAgain ? again : first);
  return schema;
}

/**
 * The answer from a turn: what came as data, else the JSON object in the text, with fences and prose around it
 * tolerated. Nothing is guessed from words.
 */
export function parseAnswer(turn: Readonly<{ structured: unknown; text: string }>, isAgain: boolean): ParsedAnswer {
  const value = turn.structured ?? findObject(turn.text);
  if (value === undefined) return { kind: 'invalid', problem: 'there is no JSON object in it.' };
  const result = (isAgain ? again : first).safeParse(value);
  if (result.success) return { kind: 'valid', answer: { resolutions: [], ...result.data } };
  const [issue] = result.error.issues;
  return {
    kind: 'invalid',
    problem: `${['the object', ...(issue?.path ?? [])].join('.')}: ${issue?.message ?? 'invalid'}.`,
  };
}

/** The last fenced block that parses, else the widest span between braces that does. */
function findObject(text: string): unknown {
  const fenced = [...text.matchAll(/```(?:json)?\s*\n([\s\S]*?)\n\s*```/g)].map(([, body = '']) => body).toReversed();
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')];
  const candidates = [text, ...fenced, ...(start >= 0 && end > start ? [text.slice(start, end + 1)] : [])];
  return candidates.map(tryParse).find((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
