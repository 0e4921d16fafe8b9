import { redactAll, type Redactor } from '../text/redact.ts';
import type { RunState } from './run.ts';

/** One thing that happened, in the order in which it did. */
export type RecordedEvent = Readonly<{ /** ISO 8601. */ at: string; what: string; data?: unknown }>;

/** A session that worked on the run. */
export type RecordedSession = Readonly<{ id: string; role: string; model: string | null }>;

/** The run record: everything known of a run as one document. Readers check `version` first. */
export type RunRecord = Readonly<{
  version: 1;
  startedAt: string;
  endedAt: string;
  sessions: readonly RecordedSession[];
  events: readonly RecordedEvent[];
  run: RunState;
}>;

export type RecordOptions = Readonly<{
  sessions: readonly RecordedSession[];
  events: readonly RecordedEvent[];
  redact: Redactor;
}>;

/** The record of a run without secrets, as indented JSON with a line end. */
export function renderRecord(run: RunState, options: RecordOptions): string {
  const record: RunRecord = {
    version: 1,
    startedAt: new Date(run.startedAt).toISOString(),
    endedAt: new Date(run.now).toISOString(),
    sessions: options.sessions,
    events: options.events,
    run,
  };
  return `${JSON.stringify(redactAll(record, options.redact), null, 2)}\n`;
}
