import { Failure } from '../../failure.ts';
import type { Comparison, Forge } from '../forge.ts';
import { attempt } from './attempt.ts';
import type { Client } from './repository.ts';

type BranchCalls = Pick<Forge, 'branchHead' | 'createBranch' | 'moveBranch' | 'compare'>;

/** The API lists no more changed files of a comparison, and does not say so. */
const MOST_FILES = 300;
const UNRELATED: Comparison = { descends: false, commits: [], paths: null };

export function branchCalls({ octokit, at }: Client): BranchCalls {
  const { git } = octokit.rest;
  const branchHead: Forge['branchHead'] = (branch) =>
    attempt(
      { to: `read the branch ${branch}`, needs: 'contents: read' },
      async () => (await git.getRef({ ...at, ref: `heads/${branch}` })).data.object.sha,
      // 409 is what a repository without a commit answers.
      { 404: () => null, 409: () => null },
    );
  return {
    branchHead,
    createBranch: (branch, sha) =>
      attempt(
        { to: `create the branch ${branch}`, needs: 'contents: write' },
        async () => {
          await git.createRef({ ...at, ref: `refs/heads/${branch}`, sha });
          return true;
        },
        { 422: async (words) => isThere(await branchHead(branch), { branch, sha, words }) },
      ),
    moveBranch: (branch, { from, to }) => {
      // What the head is then tells refusals apart; a retry of a call that had its effect finds it done.
      const explain = async (reason: string) => {
        const head = await branchHead(branch);
        if (head === to) return { kind: 'moved' as const };
        return head === from ? { kind: 'refused' as const, reason } : { kind: 'stale' as const };
      };
      return attempt(
        { to: `move the branch ${branch}`, needs: 'contents: write' },
        async () => {
          await git.updateRef({ ...at, ref: `heads/${branch}`, sha: to, force: false });
          return { kind: 'moved' as const };
        },
        { 409: explain, 422: explain },
      );
    },
    compare: (earlier, later) =>
      attempt(
        { to: `compare ${earlier.slice(0, 7)} with ${later.slice(0, 7)}`, needs: 'contents: read' },
        async () => {
          const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
            ...at,
            basehead: `${earlier}...${later}`,
          });
          return {
            descends: data.status === 'ahead' || data.status === 'identical',
            commits: data.commits.map(({ sha, commit, author }) => ({
              sha,
              tree: commit.tree.sha,
              subject: commit.message.split('\n', 1)[0] ?? '',
              author: author?.login ?? null,
            })),
            paths: pathsOf(data.files ?? []),
          };
        },
        { 404: () => UNRELATED },
      ),
  };
}

type File = Readonly<{ filename: string; previous_filename?: string }>;

function pathsOf(files: readonly File[]): readonly string[] | null {
  if (files.length >= MOST_FILES) return null;
  return files.flatMap(({ filename, previous_filename: previous }) =>
    previous === undefined ? [filename] : [previous, filename],
  );
}

/** After a 422: true when the branch is there as wanted, false when it is there otherwise. */
function isThere(head: string | null, wanted: Readonly<{ branch: string; sha: string; words: string }>): boolean {
  if (head !== null) return head === wanted.sha;
  throw new Failure('forge', `Could not create the branch ${wanted.branch}: GitHub answered 422 ${wanted.words}`, {
    hint: 'A rule of the repository may forbid branches of this name, or a branch called "opencode" stands in their way.',
  });
}
