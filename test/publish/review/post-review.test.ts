import { expect, test } from 'vitest';
import { readMarker } from '../../../src/publish/marker.ts';
import { postReview } from '../../../src/publish/review/post-review.ts';
import { forgeOf } from '../../forge/forge.ts';
import { startGitHub } from '../../support/github/github.ts';
import { reviewOf } from '../../support/text.ts';
import { finding } from './findings.ts';

const TEXT = { 'src/a.ts': 'one\ntwo\nthree\n' };

async function world() {
  const github = await startGitHub({ seed: [{ files: TEXT }] });
  const commit = await github.seed.commit({ branch: 'topic', files: { 'src/a.ts': 'one\nTWO\nthree\n' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  const log: string[] = [];
  const post = (given: { commit?: string; line?: number }) =>
    postReview({
      forge: forgeOf(github),
      pullRequest: number,
      commit: given.commit ?? commit,
      id: 'one',
      placed: { inline: [{ finding: finding('F1'), path: 'src/a.ts', line: given.line ?? 2 }], rest: [finding('F2')] },
      body: ({ inline, rest }) => reviewOf(`On lines: ${inline.length}. Here: ${rest.map(({ id }) => id).join(' ')}.`),
      comment: ({ id }) => reviewOf(`The text of ${id}.`),
      log: (line) => void log.push(line),
    });
  return { github, post, log };
}

test('a review stands on the commit that was reviewed, with its comments, and never approves', async () => {
  const { github, post } = await world();
  await using _ = github;
  expect(await post({})).toMatchObject({ kind: 'review', comments: 1 });
  const [review] = [...github.state.reviews.values()];
  expect(review).toMatchObject({ state: 'COMMENTED' });
  expect(review?.body).toContain('On lines: 1. Here: F2.');
  expect(readMarker(review?.body ?? '')).toEqual({ v: 1, kind: 'review', id: 'one' });
  const [comment] = [...github.state.reviewComments.values()];
  expect(comment?.line).toBe(2);
  expect(comment?.body).toMatch(/\nThe text of F1\.$/);
  expect(readMarker(comment?.body ?? '')).toEqual({ v: 1, kind: 'reply' });
});

test('what GitHub does not take on a line it takes as text', async () => {
  const { github, post, log } = await world();
  await using _ = github;
  expect(await post({ line: 99 })).toMatchObject({ kind: 'review', comments: 0 });
  expect([...github.state.reviews.values()].map(({ body }) => body.split('\n').at(-1))).toEqual([
    'On lines: 0. Here: F1 F2.',
  ]);
  expect(log).toHaveLength(1);
});

test('a review of a commit that the branch has left becomes a comment', async () => {
  const { github, post } = await world();
  await using _ = github;
  expect(await post({ commit: '1'.repeat(40) })).toMatchObject({ kind: 'comment', comments: 0 });
  expect(github.state.reviews.size).toBe(0);
  expect([...github.state.comments.values()].map(({ body }) => body.split('\n').at(-1))).toEqual([
    'On lines: 0. Here: F1 F2.',
  ]);
});

test('where nothing can be written it says so, with GitHub’s reason', async () => {
  const { github, post } = await world();
  await using _ = github;
  github.fault({ on: 'issues/create-comment', times: Infinity, answer: { status: 403 } });
  await expect(post({ commit: '1'.repeat(40) })).rejects.toMatchObject({ code: 'forge' });
});
