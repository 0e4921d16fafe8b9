import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { LoopbackGitHub } from '../github/github.ts';
import { isPull, type PullIssue } from '../github/state.ts';

const run = promisify(execFile);

/** What a person finds on the loopback GitHub, read from its state and from its repository by git itself. */
export function whatStands(github: LoopbackGitHub) {
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await run('git', ['--git-dir', github.gitDir, ...args], { maxBuffer: 1 << 26 });
    return stdout.trimEnd();
  };
  const bot = 'github-actions[bot]';
  return {
    git,
    pulls: (): readonly PullIssue[] => [...github.state.issues.values()].filter(isPull),
    comments: (issue: number) =>
      [...github.state.comments.values()].filter((comment) => comment.issue === issue && comment.author === bot),
    branches: async (): Promise<readonly string[]> =>
      (await git('for-each-ref', '--format=%(refname:short)', 'refs/heads')).split('\n'),
    file: (branch: string, path: string): Promise<string> => git('show', `${branch}:${path}`),
    changed: async (branch: string): Promise<readonly string[]> =>
      (await git('diff', '--name-status', '--no-renames', 'main', branch)).split('\n').filter((line) => line !== ''),
  };
}
