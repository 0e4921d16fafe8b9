import { expect, test } from 'vitest';
import { react, reactableOf } from '../../src/publish/reactions.ts';
import { forgeOf } from '../forge/forge.ts';
import { startGitHub } from '../support/github/github.ts';

test.each(['issue', 'comment'] as const)(
  'eyes on the %s are replaced at the end, eyes of a run that was cut off too',
  async (kind) => {
    await using github = await startGitHub();
    const { number } = github.seed.issue({});
    const to =
      kind === 'issue' ? { issue: number } : { comment: github.seed.comment({ issue: number, body: '/oc' }).id };
    const shown = () => [...github.state.reactions.values()].map(({ content }) => content);
    const forge = forgeOf(github);
    await react({ forge, to, log: () => {} });
    const reaction = await react({ forge, to, log: () => {} });
    expect(shown()).toEqual(['eyes']);
    await reaction.replace('rocket');
    expect(shown()).toEqual(['rocket']);
    expect(github.violations).toEqual([]);
  },
);

test('a command on a line gets its reaction there, and a review, which takes none, on its pull request', async () => {
  await using github = await startGitHub();
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a\n' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  const { id } = await github.seed.reviewComment({ pull: number, path: 'a.txt', line: 1, body: '/oc fix' });
  const forge = forgeOf(github);
  const shown = () => [...github.state.reactions.values()].map(({ content, subject }) => ({ content, ...subject }));
  const reaction = await react({ forge, to: reactableOf({ commentId: id, inline: true }, number), log: () => {} });
  await reaction.replace('rocket');
  expect(shown()).toEqual([{ content: 'rocket', kind: 'review-comment', id }]);
  await react({ forge, to: reactableOf({ commentId: null, inline: false }, number), log: () => {} });
  expect(shown()).toContainEqual({ content: 'eyes', kind: 'issue', id: number });
  expect(github.violations).toEqual([]);
});

test('a reaction that fails is a line of the log', async () => {
  await using github = await startGitHub();
  github.fault({ on: '*', times: Infinity, answer: { status: 403 } });
  const lines: string[] = [];
  const reaction = await react({
    forge: forgeOf(github),
    to: { issue: github.seed.issue({}).number },
    log: (line) => lines.push(line),
  });
  await reaction.replace('confused');
  expect(lines).toHaveLength(2);
});
