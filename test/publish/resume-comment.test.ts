import { expect, test } from 'vitest';
import { claimStatusComment, resumeStatusComment } from '../../src/publish/claim.ts';
import { mark, readMarker, statusMarker } from '../../src/publish/marker.ts';
import { forgeOf } from '../forge/forge.ts';
import { startGitHub, type LoopbackGitHub } from '../support/github/github.ts';
import { commentOf } from '../support/text.ts';

const options = (github: LoopbackGitHub, issue: number, runId = 1) => ({
  forge: forgeOf(github),
  issue,
  runId,
  body: commentOf(`run ${runId}`),
  now: Date.now,
  log: () => {},
});

const comments = ({ state }: LoopbackGitHub) => [...state.comments.values()];
const seed = (
  github: LoopbackGitHub,
  issue: number,
  given: { run: number; state: 'working' | 'ended'; author?: string },
) =>
  github.seed.comment({
    issue,
    author: given.author ?? 'github-actions[bot]',
    body: mark(statusMarker({ issue, runId: given.run, state: given.state, now: Date.now() }), commentOf('seeded')),
  });

test('another process ends the comment that the run had claimed', async () => {
  await using github = await startGitHub();
  const { number } = github.seed.issue({});
  await claimStatusComment(options(github, number));
  const comment = await resumeStatusComment(options(github, number));
  await comment?.finish(commentOf('It was killed.'));
  expect(comments(github).map(({ body }) => body.split('\n').at(-1))).toEqual(['It was killed.']);
  expect(readMarker(comments(github)[0]?.body ?? '')).toMatchObject({ run: 1, state: 'ended' });
});

test('of two that a killed claim left the older one stays', async () => {
  await using github = await startGitHub();
  const { number } = github.seed.issue({});
  const older = seed(github, number, { run: 1, state: 'working' });
  seed(github, number, { run: 1, state: 'working' });
  await (await resumeStatusComment(options(github, number)))?.finish(commentOf('It was killed.'));
  expect(comments(github).map(({ id }) => id)).toEqual([older.id]);
});

test('there is none to end where the run had ended it, another has it, or somebody else wrote it', async () => {
  await using github = await startGitHub();
  const { number } = github.seed.issue({});
  seed(github, number, { run: 1, state: 'ended' });
  seed(github, number, { run: 2, state: 'working' });
  seed(github, number, { run: 1, state: 'working', author: 'mallory' });
  expect(await resumeStatusComment(options(github, number))).toBeNull();
  expect(comments(github)).toHaveLength(3);
});
