import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/finding.ts';
import type { Answer } from '../../../src/review/answer.ts';
import { mergeBatches, type BatchResult } from '../../../src/review/batches/merge.ts';
import { gistOf, isSimilar } from '../../../src/review/batches/similar.ts';

type Found = Answer['findings'][number];

const found = (problem: string, rest: Partial<Found> = {}): Found => ({
  severity: 'medium',
  category: 'behaviour',
  path: 'src/a.ts',
  line: 10,
  problem,
  evidence: `evidence of ${problem}`,
  suggestion: '',
  confidence: 'high',
  ...rest,
});

const batch = (
  number: number,
  files: readonly string[],
  findings: readonly Found[],
  resolutions: Answer['resolutions'] = [],
  asked: readonly string[] = resolutions.map(({ id }) => id),
): BatchResult => ({
  kind: 'reviewed',
  batch: number,
  files,
  answer: { summary: '', findings: [...findings], acceptance: [], resolutions },
  asked,
});

const merge = (results: readonly BatchResult[], earlier: readonly Finding[] = [], round = 0) =>
  mergeBatches(results, earlier, { round });
const told = (findings: readonly Finding[]) =>
  findings.map(({ id, path, line, severity }) => [id, path, line, severity].join(' '));

describe('similar descriptions', () => {
  it.each([
    ['The token is not checked before it is used.', 'Token used without being checked first'],
    ['`login` accepts an empty password', 'An empty password is accepted by `login`'],
    ['The cache is never invalidated when a user is deleted', 'Cache is not invalidated when deleting a user'],
    ['Missing test for the retry path', 'The retry path has no test; it is missing'],
    ['SQL injection through the name parameter in search', 'The search name parameter allows SQL injection'],
    ['Race.', 'race'],
  ])('are “%s” and “%s”', (one, other) => {
    expect(isSimilar(gistOf(one), gistOf(other))).toBe(true);
  });

  it.each([
    ['`parseDate` lacks a null check', '`parseTime` lacks a null check'],
    ['The token is not checked before it is used.', 'The token is logged in clear text.'],
    ['Rejects valid tokens after midnight', 'Accepts expired tokens for an hour'],
    ['An empty list makes the average NaN', 'A negative limit makes the page empty'],
    ['Missing test for the retry path', 'Missing index on the orders table'],
    ['Race.', 'Race between two writers loses an update'],
  ])('are not “%s” and “%s”', (one, other) => {
    expect(isSimilar(gistOf(one), gistOf(other))).toBe(false);
  });
});

describe('findings of several batches', () => {
  const files = { one: ['src/a.ts', 'src/a.test.ts'], other: ['src/b.ts'] };

  it('are one when the problem is similar and their files overlap: highest severity, both evidences, both places', () => {
    const { findings } = merge([
      batch(1, files.one, [found('The token is not checked before it is used.', { severity: 'medium' })]),
      batch(2, files.other, [
        found('Token used without being checked first, see src/a.ts', {
          path: 'src/b.ts',
          line: 4,
          severity: 'critical',
        }),
      ]),
    ]);
    expect(told(findings)).toEqual(['F1 src/a.ts 10 critical']);
    expect(findings[0]?.evidence).toBe(
      'evidence of The token is not checked before it is used.\n\nAlso at src/b.ts:4: evidence of Token used without being checked first, see src/a.ts',
    );
  });

  it('are one when place and problem are the same', () => {
    const twice = [found('Off by one.'), found('off by one', { severity: 'high', evidence: 'f(1) is 2' })];
    const { findings } = merge([batch(1, files.one, twice)]);
    expect(told(findings)).toEqual(['F1 src/a.ts 10 high']);
    expect(findings[0]?.evidence).toContain('f(1) is 2');
  });

  it('stay apart when they differ in file, in problem, or in what they name', () => {
    const { findings } = merge([
      batch(1, files.one, [
        found('The error is swallowed here'),
        found('The result is cut at 100 rows'),
        found('`first` lacks a bounds check', { line: 20 }),
        found('`second` lacks a bounds check', { line: 22 }),
        found('The handle is never closed', { line: 30 }),
        found('The handle is never closed', { line: 300 }),
      ]),
      batch(2, files.other, [
        found('The error is swallowed here', { path: 'src/b.ts' }),
        found('No test covers it', { path: null }),
      ]),
      batch(3, ['lib/src/b.ts'], [found('The error is swallowed here', { path: 'lib/src/b.ts' })]),
    ]);
    expect(findings.map(({ id }) => id)).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9']);
  });

  it('are the same whatever batch is done first', () => {
    const results = [
      batch(1, files.one, [found('one thing is wrong'), found('something else entirely broken', { line: 2 })]),
      batch(2, files.other, [found('a third defect of its own', { path: 'src/b.ts' })]),
    ];
    expect(merge(results.toReversed()).findings).toEqual(merge(results).findings);
  });
});

describe('a repeated review', () => {
  const first = merge([
    batch(
      1,
      ['src/a.ts'],
      [
        found('one thing is wrong'),
        found('another problem with closing', { line: 50 }),
        found('third: leak of handles', { line: 90 }),
      ],
    ),
  ]).findings;
  const again = (findings: readonly Found[], resolutions: Answer['resolutions'] = []) =>
    merge([batch(1, ['src/a.ts'], findings, resolutions)], first, 1).findings;

  it('keeps ids and goes on counting behind them', () => {
    const said = [{ id: 'F2', status: 'resolved' as const, evidence: 'closed in line 52' }];
    const findings = again([found('a brand-new regression in sorting')], said);
    expect(findings.map(({ id, resolution, round }) => [id, resolution, round])).toEqual([
      ['F1', 'open', 0],
      ['F2', 'resolved', 0],
      ['F3', 'open', 0],
      ['F4', 'open', 1],
    ]);
    expect(findings[1]?.history).toEqual([{ round: 1, resolution: 'resolved', evidence: 'closed in line 52' }]);
  });

  it('takes a finding that is told again for the open one, at the place where it is now', () => {
    expect(told(again([found('One thing is still wrong', { line: 14, severity: 'high' })]))[0]).toBe(
      'F1 src/a.ts 14 high',
    );
  });

  it('takes one that comes back after it was resolved for a new one', () => {
    const resolved = first.map((finding) => ({ ...finding, resolution: 'resolved' as const }));
    const { findings } = merge([batch(1, ['src/a.ts'], [found('one thing is wrong')])], resolved, 1);
    expect(findings.map(({ id, resolution }) => `${id} ${resolution}`)).toEqual([
      'F1 resolved',
      'F2 resolved',
      'F3 resolved',
      'F4 open',
    ]);
  });

  it('believes nobody who resolves what they were not asked about', () => {
    const claim = { id: 'F1', status: 'resolved' as const, evidence: 'x' };
    const findings = merge([batch(1, ['src/a.ts'], [], [claim], [])], first, 1).findings;
    expect(findings[0]?.resolution).toBe('open');
  });
});

describe('a batch without a result', () => {
  it('makes the review incomplete, is named with its files, and takes nothing from the others', () => {
    const lost: BatchResult = { kind: 'lost', batch: 1, files: ['src/x.ts', 'src/y.ts'], because: 'no answer came' };
    const merged = merge([lost, batch(2, ['src/a.ts'], [found('one thing is wrong')])]);
    expect(merged.incomplete).toEqual([{ files: ['src/x.ts', 'src/y.ts'], because: 'no answer came' }]);
    expect(told(merged.findings)).toEqual(['F1 src/a.ts 10 medium']);
  });
});
