import { Octokit } from '@octokit/rest';
import { DEFAULT_TOKEN, type LoopbackGitHub } from './github.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** GitHub's own client, pointed at a loopback GitHub and silent about the failures that tests are after. */
export function connect(github: LoopbackGitHub, token: string = DEFAULT_TOKEN): Octokit {
  return new Octokit({ auth: token, baseUrl: github.apiUrl, log: silent });
}
