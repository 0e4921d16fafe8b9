import { constants } from 'node:fs';
import { access } from 'node:fs/promises';

/** A shell and its options; the command follows them. */
export type Shell = Readonly<{ file: string; args: readonly string[] }>;

/** What GitHub's runners use for `run` steps on Linux and macOS, or the shell that every system has. */
const SHELLS: readonly Shell[] = [
  { file: '/bin/bash', args: ['--noprofile', '--norc', '-eo', 'pipefail', '-c'] },
  { file: '/usr/bin/bash', args: ['--noprofile', '--norc', '-eo', 'pipefail', '-c'] },
];

/** The shell of setup and check commands. Looked for at fixed places, not on a PATH. */
export async function shellFor(): Promise<Shell> {
  for (const shell of SHELLS) {
    const there = await access(shell.file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (there) return shell;
  }
  return { file: '/bin/sh', args: ['-ec'] };
}
