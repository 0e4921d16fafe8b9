import { expect, test } from 'vitest';
import { react } from '../../src/publish/reactions.ts';
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
