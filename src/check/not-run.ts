/**
 * Signs that a check could not be run, as against having failed: what it needs is missing. Each is a message of the tool
 * that was to start it, never one that the project's own code would cause, and each counts together with a failure only.
 */
const SIGNS: readonly Readonly<{ sign: RegExp; reason: (match: RegExpExecArray) => string }>[] = [
  // npm, pnpm, yarn 1, yarn 2 and later, bun
  {
    sign: /^(?:npm (?:error|ERR!) )?Missing script: "?([^"\n]+)"?/m,
    reason: ([, name]) => `there is no script ${name ?? ''}`,
  },
  { sign: /ERR_PNPM_NO_SCRIPT/, reason: () => 'there is no such script' },
  { sign: /^error Command "([^"\n]+)" not found\./m, reason: ([, name]) => `there is no script ${name ?? ''}` },
  {
    sign: /^(?:Usage Error: )?Couldn't find a script named "([^"\n]+)"/m,
    reason: ([, name]) => `there is no script ${name ?? ''}`,
  },
  { sign: /^error: Script not found "([^"\n]+)"/m, reason: ([, name]) => `there is no script ${name ?? ''}` },
  {
    sign: /Local package\.json exists, but node_modules missing, did you mean to install\?/,
    reason: () => 'dependencies are not installed',
  },
  // `python -m`, with the interpreter's path in front and no traceback
  {
    sign: /^\S*python[\d.]*(?:\.exe)?: No module named ([\w.]+)$/m,
    reason: ([, name]) => `the Python module ${name ?? ''} is not installed`,
  },
  {
    sign: /^make(?:\[\d+\])?: \*\*\* No rule to make target '([^'\n]+)'\.\s+Stop\.$/m,
    reason: ([, name]) => `make has no target ${name ?? ''}`,
  },
  // Make's own exit code is 2 whatever the command's was.
  {
    sign: /^(?:make: ([^\s:]+): No such file or directory\n)?make(?:\[\d+\])?: \*\*\* \[[^\]\n]+\] Error 12[67]$/m,
    reason: ([, name]) => `${name ?? 'a command'} was not found`,
  },
  { sign: /^error: no such command: `([^`\n]+)`/m, reason: ([, name]) => `cargo has no command ${name ?? ''}` },
  { sign: /^error: no such subcommand: `([^`\n]+)`/m, reason: ([, name]) => `cargo has no command ${name ?? ''}` },
  {
    sign: /Could not find .* in (?:any of the sources|locally installed gems|rubygems repository)/,
    reason: () => 'gems are not installed',
  },
  { sign: /^No \.NET SDKs were found\./m, reason: () => 'no .NET SDK is installed' },
  {
    sign: /^\*\* \(Mix\) Can't continue due to errors on dependencies/m,
    reason: () => 'dependencies are not installed',
  },
  // Node starting a runner that is not installed: the entry point is in node_modules and nothing required it
  {
    sign: /Error: Cannot find module '[^'\n]*\/node_modules\/([^'\n]+)'[^]{0,2000}requireStack: \[\]/,
    reason: ([, name]) => `${name ?? 'a module'} is not installed`,
  },
];

/**
 * Why a failed check counts as not run, null when it failed. 126 and 127 are the shell's own answers for a program that
 * cannot be started and for one that is not there (POSIX, “Exit Status for Commands”).
 */
export function whyNotRun(exitCode: number | null, output: string): string | null {
  if (exitCode === 127) return `${missingCommand(output) ?? 'a command'} was not found (exit 127)`;
  if (exitCode === 126) return 'a command could not be started (exit 126)';
  for (const { sign, reason } of SIGNS) {
    const match = sign.exec(output);
    if (match !== null) return reason(match);
  }
  return null;
}

function missingCommand(output: string): string | null {
  const match =
    /(?:^|: )([^\s:]+): (?:command )?not found$/m.exec(output) ??
    /: ([^\s:]+): No such file or directory$/m.exec(output);
  return match?.[1] ?? null;
}
