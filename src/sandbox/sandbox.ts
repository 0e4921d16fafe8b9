import type { FileHandle } from 'node:fs/promises';

/** A program to be run where the change can influence it. */
export type Confined = Readonly<{
  file: string;
  args: readonly string[];
  cwd: string;
  /** The whole environment; nothing is inherited. */
  env: Readonly<Record<string, string>>;
  /** Milliseconds after which its process group is killed; 0 is never. */
  timeout: number;
  /** Written to standard input, which is then closed; without it there is nothing to read. */
  input?: string;
  /**
   * Takes standard output; lines and what is kept of the output are those of standard error alone then. A program that
   * ends while a pipe is full loses what it had still to write into it, and into a file it does not.
   */
  outputFile?: FileHandle;
  /** Called with each line of standard output and standard error. */
  onLine?: (line: string) => void;
}>;

export type Ended = Readonly<{
  exitCode: number | null;
  /** Name of the signal that ended it, null otherwise. */
  signal: string | null;
  timedOut: boolean;
  /** Last 64 KiB of both streams, in order of arrival. */
  output: string;
}>;

export type ConfinedProcess = Readonly<{
  pid: number | undefined;
  ended: Promise<Ended>;
  /** Kills the process group and whatever it started, detached or not. */
  kill: () => Promise<void>;
}>;

/** How processes that a model can influence are kept apart from everything else. */
export type Sandbox = Readonly<{
  kind: 'none';
  /** One sentence for the report. */
  description: string;
  start: (program: Confined) => ConfinedProcess;
  /** Kills every process started here that still lives, except those in `spare`. */
  sweep: (spare?: readonly number[]) => Promise<void>;
}>;
