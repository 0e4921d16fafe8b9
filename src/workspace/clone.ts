import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { configuresAgent } from './agent-configuration.ts';
import { copyDirectory } from './copy.ts';
import { createGit, type Git, type GitCall } from './git.ts';
import { splitRecords } from './names.ts';
import { relocateEnvironments } from './relocate.ts';
import type { Source } from './source.ts';
import { BASELINE_REF } from './trusted.ts';

/** Commits of history that the agent can look at. */
const DEPTH = 50;

/**
 * The coder's disposable clone: a repository of its own that shares no object, no link, no remote, no credential and no
 * hook with anything outside, so that whatever is written into it stays in it. Trusted code never runs git on its git
 * directory once the agent exists.
 */
export async function makeClone(given: {
  programs: Readonly<{ git: string; cp: string }>;
  trustedDir: string;
  directory: string;
  branch: string;
  source: Source;
}): Promise<void> {
  const { directory, trustedDir } = given;
  await mkdir(directory, { recursive: true });
  const git = createGit({ program: given.programs.git, gitDir: join(directory, '.git') });
  await mkdir(git.gitDir);
  const inClone = { workTree: directory };
  await git.run(['init', '--quiet', '--template=', `--initial-branch=${given.branch}`], inClone);
  const refspec = `${BASELINE_REF}:refs/heads/${given.branch}`;
  // The current branch has no commit yet, so fetching into it changes nothing that is checked out.
  const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--update-head-ok', `--depth=${DEPTH}`];
  await git.run([...args, '--', trustedDir, refspec], { ...inClone, protocols: 'file' });
  await git.run(['read-tree', '--reset', '-u', 'HEAD'], inClone);
  await overlookWithheld(git, inClone);
  for (const name of given.source.dependencies) {
    await copyDependencies(given.programs.cp, { from: given.source.directory, to: directory, name });
  }
}

/** What is taken out before the agent comes is not to look deleted to it, and not to be brought back by accident. */
async function overlookWithheld(git: Git, inClone: GitCall): Promise<void> {
  const names = splitRecords((await git.run(['ls-files', '-z'], inClone)).output);
  const withheld = names.filter((name) => configuresAgent(name.toString('latin1')));
  if (withheld.length === 0) return;
  const input = Buffer.concat(withheld.flatMap((name) => [name, Buffer.from([0])]));
  await git.run(['update-index', '--skip-worktree', '-z', '--stdin'], { ...inClone, input });
}

/** What the baseline itself has under that name goes before the workspace's. */
async function copyDependencies(
  cp: string,
  { from, to, name }: Readonly<{ from: string; to: string; name: string }>,
): Promise<void> {
  const target = join(to, name);
  if ((await lstat(target).catch(() => null)) !== null) return;
  await copyDirectory(cp, join(from, name), target);
  await relocateEnvironments(target, from, to);
}
