import type { ModelRequest } from './request.ts';
import type { Usage } from './usage.ts';

/** One request as it came, whole, and how it was answered. */
export type JournalEntry = ModelRequest & {
  /** When it came, in milliseconds since the epoch. */
  readonly at: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came, uncut. */
  readonly body: string;
  /** The step that it belongs to, in words; missing when none expects it. */
  readonly step: string | undefined;
  readonly status: number;
  /** What the model said or called, or why the request was refused. */
  readonly reply: string;
  /** The usage that was sent; missing with faults. */
  readonly usage: Usage | undefined;
};
