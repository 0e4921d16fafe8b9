import type { Meant } from '../text/defuse.ts';
import { redactAll, type Redactor } from '../text/redact.ts';
import type { SinkOptions } from '../text/sinks.ts';
import type { RunState } from './run.ts';

const redacted = Symbol('redacted');

/**
 * A run without secrets: what every rendering takes. Redaction comes before rendering, because escaping changes a secret's
 * letters without hiding it.
 */
export type RedactedRun = RunState & Readonly<{ [redacted]: Redactor }>;

export function redactRun(state: RunState, redact: Redactor): RedactedRun {
  return { ...redactAll(state, redact), [redacted]: redact };
}

/** How a rendering of the run leaves: without secrets, and with what Patchwright itself means to do by it, plots among it. */
export function leaving(run: RedactedRun, meant: Meant = {}): SinkOptions {
  return { redact: run[redacted], meant: { ...meant, diagrams: true } };
}
