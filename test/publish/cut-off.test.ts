import { expect, test } from 'vitest';
import type { Forge } from '../../src/forge/forge.ts';
import { createGitHubForge } from '../../src/forge/github/github-forge.ts';
import type { LoopbackGitHub } from '../support/github/github.ts';
import { workOn } from './change.ts';
import { branches, git, issueTarget, placeOf, publish, pulls, startWorld } from './world.ts';

/** A forge whose process dies with the n-th request: that one has its effect, and nothing comes back from it or after. */
function dyingForge(github: LoopbackGitHub, last: number): Forge {
  let requests = 0;
  return createGitHubForge({
    token: 'ghs_loopback',
    apiUrl: github.apiUrl,
    repository: `${github.owner}/${github.repo}`,
    log: () => {},
    timing: { timeLimit: 10_000, second: 0, writeGap: 0, notificationGap: 0 },
    async fetch(input, init) {
      requests += 1;
      if (requests <= last) {
        const response = await fetch(input, init);
        if (requests < last) return response;
      }
      throw new Error('killed');
    },
  });
}

const WORK = { 'src/one.txt': 'ONE\n', 'old.txt': null };

async function publishInPieces(last: number): Promise<Readonly<{ ended: boolean; state: unknown }>> {
  await using github = await startWorld();
  const target = issueTarget(github);
  const work = await workOn(github, WORK);
  const ended = await publish(github, { target, work, forge: dyingForge(github, last) }).then(
    () => true,
    () => false,
  );
  const { branch, commit, notes, asChecked, pullRequest } = await publish(github, { target, work });
  expect(await git(github, 'rev-parse', branch)).toBe(commit);
  const [pull] = pulls(github);
  return {
    ended,
    state: {
      publication: { branch, notes, asChecked, number: pullRequest?.number, draft: pullRequest?.draft },
      branches: await branches(github),
      tree: await git(github, 'rev-parse', `${branch}^{tree}`),
      commits: await git(github, 'rev-list', '--count', `main..${branch}`),
      pulls: pulls(github).length,
      pull: {
        title: pull?.title,
        body: pull?.body,
        reviewers: pull?.pull?.requestedReviewers,
        draft: pull?.pull?.draft,
      },
    },
  };
}

test('killed after any single request and run again, it ends in the same state', async () => {
  const whole = await publishInPieces(Infinity);
  expect(whole.ended).toBe(true);
  let last = 1;
  for (let ended = false; !ended; last += 1) {
    const pieces = await publishInPieces(last);
    expect(pieces.state, `killed after request ${last}`).toEqual(whole.state);
    ({ ended } = pieces);
  }
  expect(last).toBeGreaterThan(8);
}, 120_000);

test('killed after any request while it builds upon a commit of a person, it ends there too', async () => {
  let last = 1;
  for (let ended = false; !ended; last += 1) {
    await using github = await startWorld();
    const target = issueTarget(github);
    const first = await publish(github, { target, work: await workOn(github, { 'src/two.txt': 'TWO\n' }) });
    const place = await placeOf(github, target);
    const work = await workOn(github, WORK, { base: first.commit ?? '' });
    const theirs = await github.seed.commit({
      branch: first.branch,
      files: { 'theirs.txt': 'theirs' },
      author: 'mona',
    });
    ended = await publish(github, { target, place, work, forge: dyingForge(github, last) }).then(
      () => true,
      () => false,
    );
    const second = await publish(github, { target, place, work });
    expect(second, `killed after request ${last}`).toMatchObject({
      branch: first.branch,
      aside: null,
      asChecked: false,
    });
    expect(await git(github, 'rev-parse', `${first.branch}^`)).toBe(theirs);
    expect(await branches(github)).toEqual(['main', first.branch]);
  }
}, 180_000);
