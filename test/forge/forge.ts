import type { Forge } from '../../src/forge/forge.ts';
import { createGitHubForge } from '../../src/forge/github/github-forge.ts';
import { DEFAULT_TOKEN, type LoopbackGitHub } from '../support/github/github.ts';

/** The real adapter against a loopback GitHub, with seconds of two milliseconds. */
export function forgeOf(
  github: Pick<LoopbackGitHub, 'apiUrl' | 'owner' | 'repo'>,
  {
    token = DEFAULT_TOKEN,
    timeLimit = 10_000,
    log = () => {},
  }: { token?: string; timeLimit?: number; log?: (line: string) => void } = {},
): Forge {
  return createGitHubForge({
    token,
    apiUrl: github.apiUrl,
    repository: `${github.owner}/${github.repo}`,
    log,
    timing: { timeLimit, second: 2, writeGap: 0, notificationGap: 0 },
  });
}
