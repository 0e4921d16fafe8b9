import type { Untrusted } from '../text/untrusted.ts';

/** Said of `Files to modify` as long as nobody has named any. */
export const TO_BE_LOCATED = 'to be located within scope';

/** What is to be done, in fixed sections; written as a task file before any model is called. */
export type Task = Readonly<{
  /** `YYYYMMDD-<slug>`, unique within a day. */
  id: string;
  title: string;
  /** What people wrote, as it stood when the run was asked for. */
  context: readonly Untrusted[];
  filesToModify: readonly string[];
  filesToInspect: readonly string[];
  requiredChanges: readonly string[];
  /** The words of the checklist's items that the required changes cover, as `tickItems` takes them. */
  checklist: readonly string[];
  /** What must hold in the end, in the words of whoever asked; empty when nobody said. */
  acceptance: readonly string[];
  guidance: readonly string[];
  /** In which order the document has it done; empty when it says nothing. */
  order: readonly string[];
  constraints: readonly string[];
  /** What the document asks of everything that is done. */
  standard: readonly string[];
  checks: readonly string[];
  doNot: readonly string[];
  /** What the budget left out of Context, one sentence each. */
  leftOut: readonly string[];
}>;

/** What the lint of a task found: an error stops the run before anything is started, a warning is told. */
export type TaskProblem = Readonly<{ severity: 'error' | 'warning'; message: string }>;
