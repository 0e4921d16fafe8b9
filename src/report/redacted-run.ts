import { redactAll, type Redactor } from '../text/redact.ts';
import type { RunState } from './run.ts';

const redacted = Symbol('redacted');

/**
 * A run without secrets: what every rendering takes. Redaction comes before rendering, because escaping changes a secret's
 * letters without hiding it.
 */
export type RedactedRun = RunState & Readonly<{ [redacted]: true }>;

export function redactRun(state: RunState, redact: Redactor): RedactedRun {
  return { ...redactAll(state, redact), [redacted]: true };
}
