import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ASIDE,
  DEFECTS,
  hiddenByMoves,
  inTurns,
  LARGE_BASE,
  LARGE_CHANGE,
  largeReview,
  MOVED,
  MOVED_OUT,
  OFF_THE_DIFF,
  PARTS,
  PUSHED,
  THREE_FILES,
  UNREAD,
} from '../scenarios/reviews.ts';
import type { ActionResult } from '../support/action/run-action.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import type { SeedFiles } from '../support/github/seed.ts';

/** The reviews that the bot has left on a pull request, with their comments on lines. */
function reviewsOf({ github }: Stage, pull: number) {
  const { reviews, reviewComments } = github.state;
  return [...reviews.values()]
    .filter((review) => review.pull === pull && review.author === 'github-actions[bot]')
    .map((review) => ({
      ...review,
      comments: [...reviewComments.values()].filter((comment) => comment.review === review.id),
    }));
}

/** What the model was asked for each part: the files that it was shown, and when. */
function partsOf({ model }: Stage) {
  return Array.from({ length: PARTS }, (_, index) => {
    const asked = model.journal.filter(({ step }) => step?.endsWith(`(session part ${index + 1})`) === true);
    const [, part = ''] = (asked[0]?.prompt ?? '').split(`# Your part: ${index + 1} of ${PARTS}\n`);
    const times = asked.map(({ at }) => at);
    return {
      diff: part.slice(0, part.indexOf('\n# What to give')),
      files: [...part.matchAll(/^diff --git a\/(\S+) b\//gm)].map(([, path = '']) => path),
      from: Math.min(...times),
      to: Math.max(...times),
    };
  });
}

describe('a review of a pull request of 300 files and 20,000 changed lines', () => {
  let stage: Stage;
  let run: ActionResult;
  let number = 0;
  beforeAll(async () => {
    stage = await setStage({ script: largeReview, files: LARGE_BASE });
    await stage.github.seed.commit({ branch: 'large', files: LARGE_CHANGE, author: 'maintainer' });
    ({ number } = await stage.github.seed.pull({ head: 'large', title: 'All modules', author: 'maintainer' }));
    run = await stage.comment('/opencode review', { on: number, inputs: { 'max-parallel': '3' } });
  });
  afterAll(async () => {
    await run[Symbol.asyncDispose]();
    await stage[Symbol.asyncDispose]();
  });

  it('ends as answered, with one review that comments and tells what it cost', () => {
    stage.model.assertDone();
    expect(stage.github.violations).toEqual([]);
    expect(run.outputs['outcome']).toBe('answered');
    expect(run.exitCode).toBe(0);
    const reviews = reviewsOf(stage, number);
    expect(reviews.map(({ state }) => state)).toEqual(['COMMENTED']);
    expect(reviews[0]?.body).toMatch(/^Cost: unpriced, [\d,]+ tokens in 14 requests\.$/m);
    const [status, ...more] = whatStands(stage.github).comments(number);
    expect(status?.body).toContain(`Reviewed 296 files in ${PARTS} parts`);
    expect(more).toEqual([]);
  });

  it('shows every file to exactly one reviewer, or names it as set aside', async () => {
    const { git } = whatStands(stage.github);
    const changed = (await git('diff', '--numstat', '--no-renames', 'main', 'large'))
      .split('\n')
      .map((line) => line.split('\t'));
    const lines = changed.reduce((sum, [added, removed]) => sum + Number(added) + Number(removed), 0);
    expect(lines).toBeGreaterThan(20_000);
    expect(changed).toHaveLength(300);
    const shown = partsOf(stage).flatMap(({ files }) => files);
    const aside = Object.keys(ASIDE);
    expect([...shown, ...aside].toSorted()).toEqual(changed.map(([, , path = '']) => path).toSorted());
    const [review] = reviewsOf(stage, number);
    expect(review?.body).toContain('Set aside, not reviewed: 4 files');
    for (const path of aside) expect(review?.body).toContain(`\`${path}\` |`);
  });

  it('shows no reviewer more of the diff than the budget of tokens, and three of them at a time', () => {
    const parts = partsOf(stage);
    // A token is reckoned as four characters; the fence around the diff is not counted.
    for (const { diff } of parts) expect(diff.length / 4).toBeLessThan(30_000 + 10);
    const atOnce = parts.map(({ from }) => parts.filter((other) => other.from <= from && from < other.to).length);
    expect(Math.max(...atOnce)).toBe(3);
  });

  it('tells a defect once that two reviewers found, and each of those that only look alike', () => {
    const [review] = reviewsOf(stage, number);
    expect(review?.comments.map(({ path, line }) => `${path}:${line}`).toSorted()).toEqual(DEFECTS.toSorted());
    expect(review?.body).toContain('6 open findings: 1 high, 5 medium');
    expect(review?.body).toContain(`\`${OFF_THE_DIFF}\``);
    expect(review?.comments[0]?.body).toContain('Also at src/area-27/module-270.js:9');
    expect(run.outputs['findings-open']).toBe('6');
  });

  it('leaves branches and checkout as they were', async () => {
    expect(run.workspaceDigests[0]).toBe(run.workspaceDigests[1]);
    expect(await whatStands(stage.github).branches()).toEqual(['large', 'main']);
  });
});

describe('reviews of a pull request from a fork', () => {
  let stage: Stage;
  let number = 0;
  // With a key, so that what a review leaves is signed and the next goes by it.
  const inputs = { 'api-key': 'scripted-key-123456' };
  const say = async (words: string): Promise<ActionResult> => await stage.comment(words, { on: number, inputs });
  beforeAll(async () => {
    stage = await setStage({ script: inTurns });
    await stage.github.seed.commit({ branch: 'patch-1', fork: 'stranger', files: THREE_FILES, author: 'stranger' });
    ({ number } = await stage.github.seed.pull({ head: 'patch-1', fork: 'stranger', author: 'stranger' }));
  });
  afterAll(async () => await stage[Symbol.asyncDispose]());

  it('are incomplete while a part has no answer, and name its files', async () => {
    await using run = await say('/opencode review');
    expect(run.outputs).toMatchObject({ outcome: 'needs-human', verdict: 'inconclusive' });
    const [review] = reviewsOf(stage, number);
    expect(review?.body).toContain('is incomplete');
    expect(review?.body).toMatch(/### Not reviewed\n\n- `src\/b\.js`: The reviewer’s answer was invalid twice/);
    expect(review?.body).toContain('`/opencode retry` reviews just these.');
    expect(review?.comments.map(({ path, line }) => [path, line])).toEqual([['src/a.js', 3]]);
    const [status] = whatStands(stage.github).comments(number);
    expect(status?.body).toContain('Not all of it was reviewed');
    expect(status?.body).toContain('`/opencode retry` reviews what was not reviewed.');
  });

  it('go on with just those files when somebody asks', async () => {
    await using run = await say('/opencode retry');
    expect(run.outputs['outcome']).toBe('answered');
    const review = reviewsOf(stage, number)[1];
    expect(review?.body).not.toContain('incomplete');
    expect(review?.comments.map(({ path, line }) => [path, line])).toEqual([['src/b.js', 4]]);
    expect(review?.body).toContain('Review of what had not been reviewed in');
  });

  it('look after a push at what is new, with the open findings by their ids', async () => {
    await stage.github.seed.commit({ branch: 'patch-1', fork: 'stranger', files: PUSHED, author: 'stranger' });
    await using run = await say('/opencode review');
    expect(run.outputs).toMatchObject({ outcome: 'answered', 'findings-open': '1' });
    const review = reviewsOf(stage, number)[2];
    expect(review?.body).toContain('Review of what is new');
    expect(review?.body).toMatch(/\*\*F1\*\*.*✅ resolved: The caller checks it\./);
    expect(review?.body).toMatch(/\*\*F2\*\*.*not addressed: There is still no lock\./);
    expect(review?.comments).toEqual([]);
  });

  it('cost nothing where nothing is new, and no prompt was sent twice', async () => {
    await using run = await say('/opencode review');
    expect(run.outputs).toMatchObject({ outcome: 'answered' });
    expect(reviewsOf(stage, number)).toHaveLength(3);
    expect(whatStands(stage.github).comments(number)[0]?.body).toContain('nothing was paid for');
    stage.model.assertDone();
    expect(stage.github.violations).toEqual([]);
  });

  it('are not all that there is, but a plan for it is declined, with what can be done', async () => {
    await using run = await say('/opencode plan the index');
    expect(run.outputs['outcome']).toBe('declined');
    expect(whatStands(stage.github).comments(number).at(-1)?.body).toMatch(/fork[\s\S]*`\/?(?:opencode )?review`/);
  });
});

it('reviews of a fork show whole what nobody has read, wherever a push moves it', async () => {
  await using stage = await setStage({ script: hiddenByMoves });
  const push = async (files: SeedFiles): Promise<unknown> =>
    await stage.github.seed.commit({ branch: 'moves', fork: 'stranger', files, author: 'stranger' });
  await push(UNREAD);
  const { number } = await stage.github.seed.pull({ head: 'moves', fork: 'stranger', author: 'stranger' });
  const review = async (): Promise<ActionResult['outputs']> => {
    await using run = await stage.comment('/opencode review', {
      on: number,
      inputs: { 'api-key': 'scripted-key-123456' },
    });
    return run.outputs;
  };
  expect(await review()).toMatchObject({ outcome: 'needs-human', verdict: 'inconclusive' });
  await push(MOVED);
  expect(await review()).toMatchObject({ outcome: 'answered', verdict: 'pass' });
  await push(MOVED_OUT);
  expect(await review()).toMatchObject({ outcome: 'answered', verdict: 'pass' });
  stage.model.assertDone();
  const [first = '', second = '', third = ''] = reviewsOf(stage, number).map(({ body }) => body);
  expect(first).toMatch(/### Not reviewed\n\n- `src\/lost\.js`/);
  expect(second).toMatch(/`src\/moved\.js`.*\+40 −0/);
  expect(second).toContain('| `vendor/lib/auth.js` | vendored |');
  expect(second).toContain('| `src/made.js` | generated, by its first lines |');
  expect(third).toContain('Reviewed: 2 files');
  expect(third).not.toContain('Set aside');
});
