import { createHash } from 'node:crypto';
import type { Plan } from '../../plan/plan.ts';
import type { Task } from '../../task/task.ts';

/** Digest of a plan, by which the one that people saw is known again. */
export function digestOfPlan(plan: Plan): string {
  return digest(plan);
}

/** Digest of what a task asks; what code finds out about it, and what work on it changes, is not part of it. */
export function digestOfTask({ title, requiredChanges }: Pick<Task, 'title' | 'requiredChanges'>): string {
  return digest([title, requiredChanges]);
}

/** Model keys make the secret with which a run signs its state: whoever may only push does not have them. */
export function secretOf(keys: readonly (string | null)[]): string | null {
  const given = keys.filter((key) => key !== null).toSorted();
  return given.length === 0 ? null : digest(given);
}

function digest(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}
