import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ReviewState } from '../../../src/pipeline/review/review-state.ts';
import { mark } from '../../../src/publish/marker.ts';
import type { Reply } from '../../review/batches/reviewers.ts';
import { commentOf } from '../../support/text.ts';
import { pullRequestOf, standing, type Reviewed } from './world.ts';

const BASE = { 'a/one.ts': 'one\n', 'b/two.ts': 'two\n', 'c/three.ts': 'three\n' };
const CHANGE = { 'a/one.ts': '1\n', 'b/two.ts': '2\n', 'c/three.ts': '3\n', 'yarn.lock': 'lock\n' };
/** Each file is a part, and one reviewer is at work after the other. */
const ONE_BY_ONE = { batchTokens: 40, maxParallel: 1 };
const FILES = ['a/one.ts', 'b/two.ts', 'c/three.ts'];

/** A reviewer that finds one thing in each file that it is shown. */
function finds(prompt: string): Reply {
  const shown = FILES.filter((path) => prompt.includes(`diff --git a/${path}`));
  return {
    findings: shown.map((path) => ({
      severity: 'high',
      category: 'behaviour',
      path,
      line: 1,
      problem: `It is wrong in ${path}.`,
      evidence: 'Seen.',
      suggestion: '',
      confidence: 'high',
    })),
  };
}

/** What was kept when so many parts were reviewed. */
const after = (parts: number, { saved }: Reviewed): ReviewState | null =>
  saved.map(({ state }) => state).find(({ untold }) => untold?.parts.length === parts) ?? null;

const shownIn = (prompts: readonly string[]): readonly string[] =>
  FILES.filter((path) => prompts.some((prompt) => prompt.includes(`diff --git a/${path}`)));

test('a review that is killed after its first part is gone on with by the next, which pays for the others alone', async () => {
  await using pull = await pullRequestOf(BASE, CHANGE);
  pull.github.fault({ on: 'pulls/create-review', times: 1, answer: { status: 403 } });
  const killed = await pull.review(finds, null, ONE_BY_ONE);
  const kept = after(1, killed);
  expect(kept).toMatchObject({ round: 0, told: -1, findings: [{ id: 'F1', path: 'a/one.ts' }] });
  expect(kept?.incomplete.map(({ files }) => files)).toEqual([['b/two.ts'], ['c/three.ts']]);
  const next = await pull.review(finds, kept, ONE_BY_ONE);
  expect(shownIn(next.prompts)).toEqual(['b/two.ts', 'c/three.ts']);
  const { reviews, comments } = standing(pull.github);
  expect(reviews).toHaveLength(1);
  expect(comments.map(({ place }) => place)).toEqual(['a/one.ts:1', 'b/two.ts:1', 'c/three.ts:1']);
  expect(next.outcome.state).toMatchObject({ round: 0, told: 0, untold: null, incomplete: [] });
});

test('the review that it posts then is one of the whole, and says so', async () => {
  await using pull = await pullRequestOf(BASE, CHANGE);
  pull.github.fault({ on: 'pulls/create-review', times: 1, answer: { status: 403 } });
  const killed = await pull.review(finds, null, ONE_BY_ONE);
  await pull.review(finds, after(2, killed), ONE_BY_ONE);
  const [body = ''] = standing(pull.github).reviews.map((review) => review.body);
  expect(body).toContain(`### Review of \`${killed.outcome.state.commit.slice(0, 7)}\`\n`);
  expect(body).toContain('Reviewed: 3 files in 3 parts');
  expect(body).toContain('| 3 | `c/three.ts`');
  expect(body).toContain('| `yarn.lock` | lock file |');
  expect(body).not.toMatch(/Found before|incomplete/);
});

test('a review that is killed in its first part leaves word that all of it is to be done', async () => {
  await using pull = await pullRequestOf(BASE, CHANGE);
  const { saved } = await pull.review(finds, null, ONE_BY_ONE);
  expect(saved[0]).toMatchObject({ standing: 0, state: { told: -1, findings: [] } });
  expect(saved[0]?.state.incomplete.flatMap(({ files }) => files)).toEqual(FILES);
});

test('of a finding from before, whoever was cut off before its answer is asked again, and nobody else', async () => {
  await using pull = await pullRequestOf(BASE, CHANGE);
  const first = await pull.review(finds, null, ONE_BY_ONE);
  await pull.push({ 'a/one.ts': 'I\n', 'b/two.ts': 'II\n' });
  const mended = (prompt: string): Reply => ({
    resolutions: ['F1', 'F2', 'F3']
      .filter((id) => prompt.includes(`${id} (high)`))
      .map((id) => ({ id, status: 'resolved', evidence: 'Mended.' })),
  });
  const second = await pull.review(mended, first.outcome.state, ONE_BY_ONE);
  const next = await pull.review(mended, after(1, second), ONE_BY_ONE);
  expect(shownIn(next.prompts)).toEqual(['b/two.ts']);
  expect(next.prompts.join('')).not.toContain('F1 (high)');
  expect(next.prompts.join('')).toContain('F2 (high)');
  expect(next.outcome.state.findings.map(({ resolution }) => resolution)).toEqual(['resolved', 'resolved', 'resolved']);
});

test('what a part came to is kept only where its reviewer left the files as they were', async () => {
  await using pull = await pullRequestOf(BASE, CHANGE);
  const { saved } = await pull.review(
    async (prompt, _, snapshot) => {
      if (prompt.includes('diff --git a/b/two.ts')) await writeFile(`${snapshot}/a/one.ts`, 'mine now');
      return finds(prompt);
    },
    null,
    ONE_BY_ONE,
  );
  expect(saved.map(({ state }) => state.findings.map(({ path }) => path))).toEqual([[], ['a/one.ts'], [], []]);
});

test('a run that is killed between posting and keeping that does not post twice', async () => {
  await using pull = await pullRequestOf(BASE, CHANGE);
  const killed = await pull.review(finds, null, ONE_BY_ONE);
  const before = killed.saved.at(-2)?.state ?? null;
  expect(before).toMatchObject({ told: -1, untold: { parts: [{}, {}, {}] } });
  const next = await pull.review(finds, before, ONE_BY_ONE);
  expect(next.prompts).toEqual([]);
  expect(next.outcome).toMatchObject({ kind: 'nothing-new', state: { told: 0, untold: null } });
  expect(standing(pull.github).reviews).toHaveLength(1);
});

test('nobody else can say that a review was posted', async () => {
  await using pull = await pullRequestOf(BASE, CHANGE);
  pull.github.fault({ on: 'pulls/create-review', times: 1, answer: { status: 403 } });
  const { outcome } = await pull.review(finds, null, ONE_BY_ONE);
  const id = outcome.state.untold?.id ?? '';
  const body = mark({ v: 1, kind: 'review', id }, commentOf('It is fine.'));
  pull.github.seed.comment({ issue: pull.number, body, author: 'stranger' });
  pull.github.seed.review({ pull: pull.number, body, author: 'stranger' });
  await pull.review(finds, outcome.state, ONE_BY_ONE);
  const { reviews } = standing(pull.github);
  expect(reviews.map((review) => review.body.includes('Reviewed: 3 files in 3 parts'))).toEqual([false, true]);
});

test('where nothing is kept the review does not promise that the next one goes by it', async () => {
  await using pull = await pullRequestOf(BASE, CHANGE);
  const lost = (prompt: string): Reply => (prompt.includes('diff --git a/b/two.ts') ? { free: {} } : finds(prompt));
  const { outcome } = await pull.review(lost, null, { ...ONE_BY_ONE, isKept: false });
  expect(outcome).toMatchObject({ kept: false });
  expect(standing(pull.github).reviews[0]?.body).toContain('`/opencode retry` reviews all of it again');
});
