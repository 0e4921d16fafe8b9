import { posix } from 'node:path';
import { z } from 'zod';
import { notInForm, type Read } from '../agent/ask.ts';
import type { Plan, Step } from './plan.ts';

const step = z.object({
  id: z.string().max(40),
  title: z.string().max(200),
  files: z.array(z.string().max(500)).max(60),
  read: z.array(z.string().max(500)).max(60).default([]),
  action: z.string().max(4000),
  success: z.string().max(1000),
  depends: z.array(z.string().max(40)).max(20).default([]),
});

const question = z.object({
  question: z.string().min(1).max(1000),
  choices: z.array(z.string().min(1).max(500)).min(2).max(3),
  changesPlan: z.boolean(),
});

const plan = z.object({
  goal: z.string().min(1).max(500),
  assumptions: z.array(z.string().max(1000)).max(20).default([]),
  steps: z.array(step).max(40),
  risks: z.array(z.string().max(1000)).max(20).default([]),
  questions: z.array(question).max(5).default([]),
});

/** JSON Schema of a plan, for the model. */
export function planSchema(): Readonly<Record<string, unknown>> {
  // A model is to give every list; one that does not is understood all the same.
  const { $schema: _, ...schema } = z.toJSONSchema(plan, { override: ({ jsonSchema }) => delete jsonSchema.default });
  return schema;
}

/** A plan in the form that was asked for, its ids and paths in one spelling; whether it holds together is another question. */
export function readPlan(value: unknown): Read<Plan> {
  const result = plan.safeParse(value);
  if (result.success) return { kind: 'valid', value: normalised(result.data) };
  return notInForm(result.error);
}

/**
 * Ids become `S1`, `S2`, …: by their own numbers, or by their place where some have none. Two steps with one id keep sharing
 * it, so that it shows.
 */
function normalised(given: Plan): Plan {
  const keys = given.steps.map(({ id }) => keyOf(id));
  const numbered = keys.every((key) => /^\d{1,4}$/.test(key));
  const name = (key: string): string => `S${numbered ? Number(key) : keys.indexOf(key) + 1}`;
  const called = (id: string): string => (keys.includes(keyOf(id)) ? name(keyOf(id)) : id.trim());
  const steps = given.steps.map((step): Step => ({
    id: called(step.id),
    title: oneLine(step.title),
    files: paths(step.files),
    read: paths(step.read).filter((path) => !paths(step.files).includes(path)),
    action: step.action.trim(),
    success: step.success.trim(),
    depends: [...new Set(step.depends.map(called))],
  }));
  return { ...given, goal: oneLine(given.goal), steps };
}

/** What models write for one and the same step: `S1`, `s1`, `1`, `step-1`, `Step 1`. */
function keyOf(id: string): string {
  return id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^(?:step|s)(?=\d)/, '');
}

function paths(names: readonly string[]): readonly string[] {
  const plain = names.map((name) => name.trim()).filter((name) => name !== '');
  return [...new Set(plain.map((name) => posix.normalize(name)))];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
