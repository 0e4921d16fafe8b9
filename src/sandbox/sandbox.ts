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

/** What programs see besides the system's own programs. Paths are absolute, and the same inside as outside. */
export type View = Readonly<{
  /** Directories that may be written. */
  writable: readonly string[];
  /** Directories and files that may be read. */
  readable: readonly string[];
  /** What is reached where the network is confined: the model gateway, and the allowed domains. */
  reaches: readonly ('models' | 'domains')[];
}>;

/** How processes that a model can influence are kept apart from everything else. */
export type Sandbox = AsyncDisposable &
  Readonly<{
    kind: 'none' | 'bubblewrap' | 'user';
    /** One sentence for the report. */
    description: string;
    start: (program: Confined) => ConfinedProcess;
    /** Kills every process started here that still lives, except those in `spare`. */
    sweep: (spare?: readonly number[]) => Promise<void>;
    /**
     * Makes a directory of the view one that can be written while something long-lived works in it, until the returned
     * function is called; then it is trusted code's again. What a program has as its own directory is lent while it runs.
     */
    lend: (directory: string) => Promise<() => Promise<void>>;
    /**
     * Brings every process started here to rest until what is returned is disposed of, so that nothing is changed under
     * trusted code's hands in what they may write. Where what is not lent is trusted code's own, or nothing is confined,
     * they go on.
     */
    pause: () => Promise<AsyncDisposable>;
    /** A free loopback port that a program may listen on, so that it is reached under that number from outside. */
    openPort: () => Promise<number>;
  }>;
