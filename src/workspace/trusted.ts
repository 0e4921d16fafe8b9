import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { createGit, type Git } from './git.ts';
import type { Source } from './source.ts';

export type Remote = Readonly<{
  url: string;
  /** Goes to git through its environment alone. */
  token: string;
}>;

/** The baseline commit under a name of its own, so that nothing depends on the workspace's branches. */
export const BASELINE_REF = 'refs/patchwright/baseline';

/**
 * The git directory of trusted code: no hooks, no configuration but its own, and the workspace's objects borrowed for
 * reading. A baseline that is not among them is fetched.
 */
export async function makeTrusted(given: {
  program: string;
  gitDir: string;
  source: Source;
  baseline: string;
  /** Other commits whose trees are needed. */
  also: readonly string[];
  remote: Remote | null;
  env: Readonly<Record<string, string>>;
}): Promise<Git> {
  await mkdir(given.gitDir, { recursive: true });
  const git = createGit(given);
  await git.run(['init', '--quiet', '--bare', '--template=', '--initial-branch=none', given.gitDir]);
  // A partial clone would fetch what it lacks by running git in the workspace.
  if (!given.source.partial) {
    await mkdir(join(given.gitDir, 'objects', 'info'), { recursive: true });
    await writeFile(join(given.gitDir, 'objects', 'info', 'alternates'), `${given.source.objects}\n`);
  }
  for (const commit of [given.baseline, ...given.also]) {
    if (!(await hasCommit(git, commit))) await fetchCommit(git, commit, given);
  }
  await git.run(['update-ref', BASELINE_REF, given.baseline]);
  return git;
}

async function hasCommit(git: Git, commit: string): Promise<boolean> {
  return (await git.run(['cat-file', '-e', `${commit}^{commit}`], { answers: [1, 128] })).code === 0;
}

async function fetchCommit(
  git: Git,
  commit: string,
  { remote, source }: Readonly<{ source: Source; remote: Remote | null }>,
): Promise<void> {
  if (remote === null) {
    throw new Failure('bad-input', `GITHUB_WORKSPACE (${source.directory}) does not have the commit ${commit}.`, {
      hint: 'Give `actions/checkout` the option `fetch-depth: 0`, without `filter:`.',
    });
  }
  const depth = source.partial ? ['--depth=50'] : [];
  const args = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-auto-gc',
    ...depth,
    '--',
    remote.url,
    commit,
  ];
  try {
    await git.run(args, { protocols: 'https:http', secretConfig: authorization(remote.token) });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    throw new Failure('forge', `Commit ${commit} could not be fetched from ${remote.url}. ${reason}`, {
      hint: 'Check that the commit is still on a branch of the repository and that `github-token` may read contents.',
      cause,
    });
  }
}

/** As `actions/checkout` does it: GitHub takes the token as the password of any user. */
export function authorization(token: string): Readonly<Record<string, string>> {
  if (token === '') return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  // Redirects would carry the header to wherever they lead.
  return { 'http.extraHeader': `Authorization: basic ${basic}`, 'http.followRedirects': 'false' };
}
