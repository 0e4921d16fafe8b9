import { expect, test } from 'vitest';
import { carryFindings } from '../../src/check/carry-findings.ts';
import type { Finding } from '../../src/finding.ts';

const finding = (id: string, round: number): Finding => ({
  id,
  source: 'check',
  severity: 'high',
  category: 'check',
  path: null,
  line: null,
  problem: 'broke',
  evidence: '',
  suggestion: '',
  confidence: 'high',
  round,
  resolution: 'open',
  history: [],
});

test('a check that passes again resolves its finding, and one that still fails keeps the round it broke in', () => {
  const second = carryFindings([finding('C1', 0), finding('C2', 0)], [finding('C2', 1)], 1);
  expect(second.map(({ id, round, resolution }) => [id, round, resolution])).toEqual([
    ['C2', 0, 'open'],
    ['C1', 0, 'resolved'],
  ]);
  expect(second[1]?.history).toEqual([{ round: 1, resolution: 'resolved', evidence: 'The check passes again.' }]);
});

test('what was resolved stays so, once', () => {
  const resolved = carryFindings([finding('C1', 0)], [], 1);
  expect(carryFindings(resolved, [], 2)).toEqual(resolved);
});

test('findings of the review are none of its business', () => {
  expect(carryFindings([{ ...finding('F1', 0), source: 'review' }], [], 1)).toEqual([]);
});

test('what a step left broken is the whole’s own finding while it is broken, and is resolved when it is not', () => {
  expect(carryFindings([finding('S1.C1', 0)], [finding('C1', 0)], 0).map(({ id }) => id)).toEqual(['C1']);
  expect(carryFindings([finding('S1.C1', 0)], [], 0).map(({ id, resolution }) => [id, resolution])).toEqual([
    ['S1.C1', 'resolved'],
  ]);
});
