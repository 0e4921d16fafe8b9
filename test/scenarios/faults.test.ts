import { expect, test } from 'vitest';
import { FAULTS } from './faults.ts';
import { deviations } from './faults/expectations.ts';
import type { Seen } from './faults/play.ts';
import type { FaultRow } from './faults/row.ts';

const ROWS = new Map(FAULTS.flatMap(({ rows }) => rows.map((row) => [row.name, row] as const)));

const AS_STATED: Seen = {
  outcome: 'failed',
  category: 'auth',
  exitCode: 1,
  branch: { changed: ['M\tsrc/calc.js'], mended: ['double'] },
  drafts: [true],
  requests: 2,
  notPlayed: '',
  coderModels: ['coder'],
  report: 'Check `api-key`.',
  tokens: 100,
  reported: 100,
  cost: Number.NaN,
  left: [],
  violations: [],
  keyIn: [],
  seconds: 5,
  log: '',
};

test('a run that is as its row says has no deviation', () => {
  expect(deviations(row('401'), AS_STATED)).toEqual([]);
});

test.each([
  ['outcome', { outcome: 'published' }],
  ['category', { category: 'unknown' }],
  ['exit code', { exitCode: 0 }],
  ['branch', { branch: null }],
  ['branch', { branch: { changed: ['M\tsrc/calc.js', 'A\tmore'], mended: ['double'] } }],
  ['pull requests that are drafts', { drafts: [false] }],
  ['pull requests that are drafts', { drafts: [true, true] }],
  ['model requests', { requests: 3 }],
  ['model requests', { requests: 1 }],
  ['script', { notPlayed: 'step 1 was never reached' }],
  ['the report does not say “api-key”', { report: 'Something went wrong.' }],
  ['tokens', { tokens: 98 }],
  ['seconds', { seconds: 1000 }],
  ['processes left', { left: ['1 sleep'] }],
  ['violations of GitHub’s API', { violations: ['x'] }],
  ['places with the key', { keyIn: ['log'] }],
] as const)('%s is told where it is another', (what, other) => {
  const [only, ...more] = deviations(row('401'), { ...AS_STATED, ...other });
  expect(only).toContain(what);
  expect(more).toEqual([]);
});

test('an estimate may fall short of what was reported by a hundredth', () => {
  expect(deviations(row('401'), { ...AS_STATED, tokens: 99 })).toEqual([]);
});

test('a cost that is not known is outside of every range', () => {
  expect(deviations(row('max-cost'), AS_STATED).join('\n')).toContain('cost: NaN');
});

test('another model than the one that should answer is told', () => {
  expect(deviations(row('fallback-401'), AS_STATED).join('\n')).toContain('model: "coder", not "second"');
});

function row(name: string): FaultRow {
  const found = ROWS.get(name);
  if (found === undefined) throw new Error(`No row is called ${name}`);
  return found;
}
