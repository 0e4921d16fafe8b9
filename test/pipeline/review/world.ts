import { execa } from 'execa';
import type { ReviewJob, ReviewOutcome } from '../../../src/pipeline/review/review-job.ts';
import { reviewPullRequest } from '../../../src/pipeline/review/review-pull-request.ts';
import type { ReviewState } from '../../../src/pipeline/review/review-state.ts';
import { createRedactor, type Redactor } from '../../../src/text/redact.ts';
import { inspectSource } from '../../../src/workspace/source.ts';
import { prepareWorkspace } from '../../../src/workspace/workspace.ts';
import { forgeOf } from '../../forge/forge.ts';
import { reviewers, type Reply } from '../../review/batches/reviewers.ts';
import { startGitHub } from '../../support/github/github.ts';
import type { SeedFiles } from '../../support/github/seed.ts';
import { repoPath } from '../../support/repo-path.ts';
import { messageOf } from '../../support/text.ts';
import { programs, scratch } from '../../workspace/repository.ts';

export type Reviewed = Readonly<{
  outcome: ReviewOutcome;
  prompts: readonly string[];
  /** Files of the snapshot when the reviewers were asked. */
  kept: readonly unknown[];
  /** What was saved for the next run, with how many reviews stood on GitHub then. */
  saved: readonly Readonly<{ state: ReviewState; standing: number }>[];
}>;

const SPENT = {
  requests: 2,
  estimated: 0,
  tokens: { input: 1, output: 1, reasoning: 0, cacheRead: 0, cacheWrite: 0 },
  cost: 0.1,
};

/** What the file of the base says, and what else is new there. */
type Merging = Readonly<{ text?: string; dropped?: SeedFiles }>;

/** A pull request on a loopback GitHub that is reviewed in a real workspace by reviewers that say what they are told to. */
export async function pullRequestOf(base: SeedFiles, change: SeedFiles, text: { title?: string; body?: string } = {}) {
  const github = await startGitHub({ seed: [{ files: base }] });
  const push = (files: SeedFiles, branch = 'topic') => github.seed.commit({ branch, files });
  await push(change);
  const { number } = await github.seed.pull({ head: 'topic', ...text });
  const forge = forgeOf(github);

  const headOf = async (branch: string): Promise<string> => (await forge.branchHead(branch)) ?? '';

  /** Another base, where the branch is now. */
  const branch = async (name: string) => await forge.createBranch(name, await headOf('topic'));

  /** The base gets a file, and the branch takes it over with a merge, which drops what else is new in the base. */
  const mergeIn = async (path: string, { text = 'of the base\n', dropped = {} }: Merging = {}): Promise<void> => {
    const main = await push({ [path]: text, ...dropped }, 'main');
    const from = await headOf('topic');
    const sha = await forge.createBlob(Buffer.from(text));
    const tree = await forge.createTree((await forge.treeOf(from)) ?? '', [
      { path: repoPath(path), mode: '100644', sha },
    ]);
    const to = await forge.createCommit({ message: messageOf('Merge'), tree, parents: [from, main] });
    await forge.moveBranch('topic', { from, to });
  };

  const review = async (
    reply: (prompt: string, turn: number, snapshot: string) => Reply | Promise<Reply>,
    earlier: ReviewState | null = null,
    rest: Partial<ReviewJob['settings']> & { redact?: Redactor; base?: string; isKept?: boolean } = {},
  ): Promise<Reviewed> => {
    await using place = await scratch();
    const directory = `${place.path}/repository`;
    await execa('git', ['clone', '--quiet', github.gitDir, directory]);
    const { redact = createRedactor([]), base, isKept = true, ...settings } = rest;
    const found = await forge.pullRequest(number);
    const other = base === undefined ? {} : { base: { branch: base, sha: await headOf(base) } };
    const pullRequest = { ...found, ...other };
    const source = await inspectSource({ program: programs.git, directory });
    const baseline = pullRequest.head.sha;
    await using workspace = await prepareWorkspace({ programs, source, root: `${place.path}/run`, baseline });
    const those = reviewers((prompt, turn) => reply(prompt, turn, workspace.snapshot));
    const kept: unknown[] = [];
    const saved: Reviewed['saved'][number][] = [];
    const outcome = await reviewPullRequest({
      forge,
      workspace,
      pullRequest,
      conversation: those.conversation,
      settings: { batchTokens: 5000, maxParallel: 2, instructions: '', ...settings },
      boundary: 'quote-abc',
      asked: [],
      here: true,
      earlier,
      save: async (state) => saved.push({ state, standing: github.state.reviews.size }) > 0 && isKept,
      spent: () => SPENT,
      phrase: '/opencode',
      redact,
      keep: (_, data) => void kept.push(data),
      onProgress: () => undefined,
      log: () => undefined,
    });
    return { outcome, prompts: those.prompts, kept, saved };
  };
  return { github, number, push, branch, mergeIn, review, [Symbol.asyncDispose]: () => github[Symbol.asyncDispose]() };
}

/** What stands on GitHub: the last lines of reviews, and the places of comments. */
export function standing(github: Awaited<ReturnType<typeof startGitHub>>) {
  return {
    reviews: [...github.state.reviews.values()].map(({ body, state }) => ({ body, state })),
    comments: [...github.state.reviewComments.values()].map(({ path, line, body }) => ({
      place: `${path}:${line}`,
      body,
    })),
  };
}
