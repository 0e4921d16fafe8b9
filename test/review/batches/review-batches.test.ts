import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Finding } from '../../../src/finding.ts';
import { reviewBatches, type BatchReviewOptions } from '../../../src/review/batches/review-batches.ts';
import { splitIntoBatches } from '../../../src/review/batches/split.ts';
import { changed } from './files.ts';
import { partOf, reviewers, type Reply } from './reviewers.ts';

const PATHS = ['a/one.ts', 'b/two.ts', 'c/three.ts', 'd/four.ts'];
const split = splitIntoBatches([...PATHS.map((path) => changed(path, 60)), changed('yarn.lock')], { tokens: 800 });

async function run(
  reply: (prompt: string, turn: number) => Reply | Promise<Reply>,
  rest: Partial<BatchReviewOptions> = {},
) {
  const those = reviewers(reply);
  const results = await reviewBatches({
    split,
    boundary: 'quote-abc',
    instructions: '',
    about: '[quote-abc begins: pull request #7 by mona]\nAdds days\n[quote-abc ends]',
    since: null,
    conversation: those.conversation,
    maxParallel: 2,
    round: 0,
    findings: [],
    digest: async () => 'same',
    onActivity: () => undefined,
    ...rest,
  });
  return { ...those, results, told: results.map((result) => (result.kind === 'lost' ? result.because : 'reviewed')) };
}

const open = (id: string, path: string | null): Finding => ({
  id,
  source: 'review',
  severity: 'high',
  category: 'behaviour',
  path,
  line: 1,
  problem: `Problem ${id}`,
  evidence: `Evidence ${id}`,
  suggestion: '',
  confidence: 'high',
  round: 0,
  resolution: 'open',
  history: [],
});

test('every batch has a session of its own, and no more are at work than may be', async () => {
  const { titles, seen, told, prompts } = await run(async () => {
    await setTimeout(5);
    return {};
  });
  expect(split.batches).toHaveLength(4);
  expect(titles).toEqual(['part 1 of 4', 'part 2 of 4', 'part 3 of 4', 'part 4 of 4']);
  expect(seen.most).toBe(2);
  expect(told).toEqual(['reviewed', 'reviewed', 'reviewed', 'reviewed']);
  expect(new Set(prompts.map(partOf))).toEqual(new Set([1, 2, 3, 4]));
});

test('a prompt has its own diff, the names of all other files, and what nobody reviews', async () => {
  const { prompts } = await run(() => ({}), { instructions: 'Mind the dates.' });
  const second = prompts.find((prompt) => partOf(prompt) === 2) ?? '';
  expect(second).toMatch(/^# Role: reviewer\n/);
  expect(second).toContain('diff --git a/b/two.ts b/b/two.ts');
  expect(second).not.toContain('diff --git a/a/one.ts');
  for (const path of PATHS) expect(second).toContain(`\`${path}\``);
  expect(second).toContain('- `yarn.lock`: lock file');
  expect(second).toContain('Mind the dates.');
  expect(second).toContain('Adds days');
  expect(second).not.toMatch(/\{\{|\}\}|Findings that are still open/);
});

test('all prompts of a review begin alike up to the part they are about', async () => {
  const { prompts } = await run(() => ({}));
  const heads = new Set(prompts.map((prompt) => prompt.slice(0, prompt.indexOf('# Your part:'))));
  expect(heads.size).toBe(1);
});

test.each<[string, Reply, string]>([
  [
    'words instead of data, twice',
    'Looks good to me.',
    'The reviewer’s answer was invalid twice: there is no JSON object in it.',
  ],
  ['a refusal', { fails: 'content-filter' }, 'The review did not come about (content-filter: It broke.).'],
  ['a failure of the run', { fails: 'stalled' }, 'It broke. (stalled)'],
  [
    'an answer that cost nothing',
    { free: {} },
    'An answer came that no model was asked for: not a token was spent on it.',
  ],
])('a batch with %s is lost, with its files, and the others are not', async (_, reply, because) => {
  const { results, told } = await run((prompt) =>
    partOf(prompt) === 3 || !prompt.includes('# Your part') ? reply : {},
  );
  expect(told).toEqual(['reviewed', 'reviewed', because, 'reviewed']);
  expect(results[2]?.files).toEqual(['c/three.ts']);
});

test('an invalid answer that is right after its repair counts', async () => {
  const { told } = await run((_, turn) => (turn === 1 ? 'Fine.' : '{"summary":"","findings":[],"acceptance":[]}'));
  expect(told).toEqual(['reviewed', 'reviewed', 'reviewed', 'reviewed']);
});

test('where the gateway counts, its account decides whether anything was spent', async () => {
  expect((await run(() => ({ free: {} }), { tokensOf: () => 12 })).told[0]).toBe('reviewed');
  expect((await run(() => ({}), { tokensOf: () => 0 })).told[0]).toContain('not a token');
  expect((await run(() => ({}), { tokensOf: () => null })).told[0]).toBe('reviewed');
});

test('where nothing came about the run fails for its reason, and a stop stops it', async () => {
  await expect(run(() => ({ fails: 'auth' }))).rejects.toMatchObject({ code: 'auth' });
  const stopped = run((prompt): Reply => (partOf(prompt) === 1 ? { fails: 'cancelled' } : {}));
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
});

test('a reviewer that changes what all look at loses every batch', async () => {
  let digests = 0;
  const { told } = await run(() => ({}), { digest: async () => `digest ${(digests += 1)}` });
  expect(new Set(told)).toEqual(new Set(['A reviewer changed the files that all of them looked at.']));
});

test('open findings are asked about where their file is, the others are spread, and settled ones are left alone', async () => {
  const settled = { ...open('F4', 'a/one.ts'), resolution: 'resolved' as const };
  const findings = [open('F1', 'c/three.ts'), open('F2', 'gone.ts'), open('F3', null), settled];
  const { results, prompts } = await run(() => ({}), { findings, since: 'abcdef1234', round: 1 });
  expect(results.map((result) => (result.kind === 'reviewed' ? result.asked : null))).toEqual([
    ['F2'],
    ['F3'],
    ['F1'],
    [],
  ]);
  const third = prompts.find((prompt) => partOf(prompt) === 3) ?? '';
  expect(third).toMatch(/F1 \(high\) at c\/three\.ts:1:\n\[.* begins: finding F1\]\nProblem F1\nEvidence: Evidence F1/);
  expect(third).toContain('It was reviewed before, at commit abcdef1234.');
  expect(third).not.toContain('F2');
});

test('who has enough findings to look at again leaves the others to others', async () => {
  const findings = Array.from({ length: 70 }, (_, index) => open(`F${index + 1}`, 'a/one.ts'));
  const { results } = await run(() => ({}), { findings, round: 1 });
  const asked = results.map((result) => (result.kind === 'reviewed' ? result.asked : []));
  expect(asked[0]).toEqual(findings.slice(0, 30).map(({ id }) => id));
  expect(asked.map(({ length }) => length)).toEqual([30, 14, 13, 13]);
});

test('beside its diff a prompt has no more than some thousand tokens, however large the pull request is', async () => {
  const many = Array.from({ length: 900 }, (_, index) =>
    changed(`${'d'.repeat(90)}/${index}/${'f'.repeat(90)}.ts`, 20),
  );
  const vendored = Array.from({ length: 900 }, (_, index) => changed(`vendor/${'v'.repeat(90)}${index}.ts`));
  const large = splitIntoBatches([...many, ...vendored], { tokens: 8000 });
  const evidence = 'e '.repeat(2000);
  const findings = Array.from({ length: 400 }, (_, index) => ({
    ...open(`F${index}`, null),
    problem: evidence,
    evidence,
  }));
  const { prompts } = await run(() => ({}), { split: large, findings, round: 1, maxParallel: 9 });
  expect(prompts.length).toBe(large.batches.length);
  expect(Math.max(...prompts.map(({ length }) => length / 4))).toBeLessThan(8000 + 25_000);
});
