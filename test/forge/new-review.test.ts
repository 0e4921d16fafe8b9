import { expect, test } from 'vitest';
import { startGitHub } from '../support/github/github.ts';
import { saying } from '../support/saying.ts';
import { reviewOf } from '../support/text.ts';
import { forgeOf } from './forge.ts';

const LINES = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);

async function withPull() {
  const github = await startGitHub({ seed: [{ files: { 'a.txt': `${LINES.join('\n')}\n` } }] });
  const commit = await github.seed.commit({
    branch: 'topic',
    files: { 'a.txt': `${LINES.with(1, 'new').join('\n')}\n` },
  });
  const { number } = await github.seed.pull({ head: 'topic' });
  return { github, commit, number, forge: forgeOf(github) };
}

test('a review comments on lines of the diff, and neither approves nor asks for changes', async () => {
  const { github, commit, number, forge } = await withPull();
  await using _ = github;
  const draft = {
    commit,
    body: reviewOf('Two things.'),
    comments: [{ path: 'a.txt', line: 2, body: reviewOf('One.') }],
  };
  expect(await forge.createReview(number, draft)).toEqual({ kind: 'created', url: saying(`pull/${number}`) });
  expect([...github.state.reviews.values()]).toMatchObject([
    { state: 'COMMENTED', body: 'Two things.', commitId: commit },
  ]);
  expect([...github.state.reviewComments.values()]).toMatchObject([
    { path: 'a.txt', line: 2, side: 'RIGHT', body: 'One.' },
  ]);
  expect(github.violations).toEqual([]);
});

test.each([
  ['a line outside of the diff', { comments: [{ path: 'a.txt', line: 20, body: reviewOf('x') }] }],
  ['a file outside of the diff', { comments: [{ path: 'b.txt', line: 1, body: reviewOf('x') }] }],
  ['a commit of another history', { commit: '0'.repeat(40), comments: [] }],
])('%s is refused, and nothing of the review is left', async (_, wrong) => {
  const { github, commit, number, forge } = await withPull();
  await using _github = github;
  const first = { path: 'a.txt', line: 2, body: reviewOf('One.') };
  const draft = { commit, body: reviewOf('Text'), ...wrong, comments: [first, ...wrong.comments] };
  expect(await forge.createReview(number, draft)).toMatchObject({ kind: 'refused' });
  expect([github.state.reviews.size, github.state.reviewComments.size]).toEqual([0, 0]);
});

test('without the permission to write on pull requests it names that permission', async () => {
  const { github, commit, number } = await withPull();
  await using _ = github;
  const forge = forgeOf(github, { token: 'none' });
  await expect(forge.createReview(number, { commit, body: reviewOf('x'), comments: [] })).rejects.toThrow(
    `review pull request #${number}`,
  );
});
