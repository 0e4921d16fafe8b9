/** A command of the project's that Patchwright runs itself. */
export type Check = Readonly<{
  name: string;
  command: string;
  /** Where it was found: `checks` input, `.github/opencode.yml`, `package.json scripts`, … */
  source: string;
}>;

/** `not-run` is neither passed nor failed: exit 126 or 127, a missing dependency, a time-out. */
export type CheckStatus = 'passed' | 'failed' | 'not-run';

export type CheckResult = Readonly<{
  check: Check;
  status: CheckStatus;
  exitCode: number | null;
  seconds: number;
  /** Why it was not run, null otherwise. */
  reason: string | null;
  /** It was ended because the time of the run was used up, which says nothing about the project. */
  cutShort?: boolean;
  /** Last part of the output, at most 16 KiB. */
  tail: string;
}>;

/** One check before and after the work. */
export type CheckComparison = Readonly<{
  check: Check;
  before: CheckResult;
  after: CheckResult;
  effect: 'passes' | 'fixed' | 'still-fails' | 'broken' | 'not-run';
}>;

export type Setup = Readonly<{ commands: readonly string[]; source: string }>;
