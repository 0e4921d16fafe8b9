import { execa } from 'execa';
import { addRun, NO_RUNS, type SpentRun } from '../../src/ledger/spending.ts';
import { findPlace, type Place } from '../../src/publish/place.ts';
import type { Publication } from '../../src/publish/publication.ts';
import { publishChange, type PublishOptions } from '../../src/publish/publish-change.ts';
import type { Target } from '../../src/trigger/trigger.ts';
import { forgeOf } from '../forge/forge.ts';
import { startGitHub, type GitHubOptions, type LoopbackGitHub } from '../support/github/github.ts';
import { bodyOf, titleOf } from '../support/text.ts';
import type { Work } from './change.ts';

const FILES = { 'src/one.txt': 'one\n', 'src/two.txt': 'two\n', 'old.txt': 'old\n', 'run.sh': 'echo\n' };

/** What the run that publishes used. */
export const RUN: SpentRun = {
  run: 77,
  at: Date.UTC(2026, 0, 2),
  ended: 'verified',
  tokens: 1000,
  cost: 0.1,
  unpriced: false,
  estimated: 0,
};

export async function startWorld(options: GitHubOptions = {}): Promise<LoopbackGitHub> {
  return await startGitHub({ seed: [{ files: FILES }], permissions: { mona: 'write' }, ...options });
}

export function issueTarget(github: LoopbackGitHub, given: { number?: number } = {}): Target {
  const number = given.number ?? github.seed.issue({ title: 'Days are lost' }).number;
  const from = { what: 'issue', author: 'mona', at: null };
  return {
    kind: 'issue',
    number,
    title: { text: 'Days are lost', from },
    body: { text: '', from },
    url: `${github.serverUrl}/issues/${number}`,
  };
}

export function pullTarget(number: number): Target {
  const from = { what: 'pull request', author: 'mona', at: null };
  return { kind: 'pull-request', number, title: { text: '', from }, body: { text: '', from }, url: '', snapshot: null };
}

export const placeOf = (github: LoopbackGitHub, target: Target): Promise<Place> =>
  findPlace({ forge: forgeOf(github), target, base: 'main' });

/** Publishes as a run would that started with `place`, or that starts now. */
export async function publish(
  github: LoopbackGitHub,
  {
    target,
    work,
    place,
    ...rest
  }: Pick<PublishOptions, 'target'> & { work: Work; place?: Place } & Partial<PublishOptions>,
): Promise<Publication> {
  return await publishChange({
    forge: forgeOf(github),
    place: place ?? (await placeOf(github, target)),
    target,
    guarded: work.guarded,
    read: work.read,
    stored: new Set(),
    runId: 77,
    title: titleOf('Read days'),
    body: ({ pullRequest }) => bodyOf(`The body of ${pullRequest === null ? 'a new one' : `#${pullRequest.number}`}.`),
    spending: (_, told) => addRun(told === null || told === 'lost' ? NO_RUNS : told, RUN),
    readiness: (asChecked) => (asChecked ? 'chosen' : null),
    reviewer: 'mona',
    labels: [],
    repositoryUrl: `${github.serverUrl}/${github.owner}/${github.repo}`,
    log: () => {},
    ...rest,
  });
}

export async function git(github: LoopbackGitHub, ...args: readonly string[]): Promise<string> {
  return (await execa('git', ['--git-dir', github.gitDir, ...args])).stdout;
}

/** `mode path` of every file, and its text. */
export async function treeOf(github: LoopbackGitHub, revision: string): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  for (const line of (await git(github, 'ls-tree', '-r', revision)).split('\n')) {
    const [, mode = '', blob = '', path = ''] = /^(\d+) \w+ (\w+)\t(.*)$/.exec(line) ?? [];
    files[`${mode} ${path}`] = await git(github, 'cat-file', 'blob', blob);
  }
  return files;
}

export async function branches(github: LoopbackGitHub): Promise<readonly string[]> {
  return (await git(github, 'for-each-ref', '--format=%(refname:short)', 'refs/heads')).split('\n');
}

export const pulls = (github: LoopbackGitHub) =>
  [...github.state.issues.values()].filter(({ pull }) => pull !== undefined);
