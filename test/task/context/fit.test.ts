import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitEntries } from '../../../src/task/context/fit.ts';
import { failureIn } from '../../../src/task/context/job-log.ts';
import { ORDER } from '../../../src/task/context/order.ts';
import { shortenMiddle } from '../../../src/task/context/shorten.ts';

const RUNS = { seed: 20_260_101, numRuns: 300 };
const from = { what: 'x', author: null, at: null };

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3000 }),
  fc.nat(20_000).map((length) => '😀'.repeat(length)),
  fc
    .array(fc.nat(3000), { maxLength: 5 })
    .map((sizes) => sizes.map((size, index) => `diff --git a/f${index} b/f${index}\n${'+'.repeat(size)}\n`).join('')),
);
const entry = fc.record({
  kind: fc.constantFrom(...ORDER.map(({ kind }) => kind)),
  name: fc.string({ unit: 'binary', maxLength: 300 }),
  texts: fc.array(text, { minLength: 1, maxLength: 3 }).map((texts) => texts.map((one) => ({ text: one, from }))),
});

test('whatever there is, the context keeps within its tokens and its order, and everything missing is named', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), fc.integer({ min: 1, max: 20_000 }), (entries, tokens) => {
      const { parts, leftOut } = fitEntries(entries, tokens);
      expect(parts.reduce((sum, part) => sum + part.text.length, 0)).toBeLessThanOrEqual(tokens * 4);
      const ranks = parts.map(({ kind }) => ORDER.findIndex((row) => row.kind === kind));
      expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
      const whole = entries.flatMap(({ texts }) => texts.map((one) => one.text)).toSorted();
      const told = parts.map((part) => part.text).toSorted();
      if (JSON.stringify(whole) !== JSON.stringify(told)) expect(leftOut).not.toEqual([]);
      for (const line of leftOut) expect(line).not.toMatch(/\n|\r/);
    }),
    RUNS,
  );
});

test('a shortened text fits its room and breaks no character', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 5000 }), (given, room) => {
      const shortened = shortenMiddle(given.toWellFormed(), room);
      if (shortened === null) return;
      expect(shortened.text.length).toBeLessThanOrEqual(Math.max(room, 0));
      expect(shortened.text.isWellFormed()).toBe(true);
    }),
    RUNS,
  );
});

const stamped = (...lines: readonly string[]): string =>
  lines.map((line) => `2026-01-01T00:00:00.1234567Z ${line}`).join('\r\n');

test('of a job’s log the step that failed is told, without what ran before and after it', () => {
  const log = stamped(
    '##[group]Run npm ci',
    '##[endgroup]',
    'Error: this one was mended',
    '##[group]Run npm test',
    'shell: /usr/bin/bash -e {0}',
    '##[endgroup]',
    '\u001B[32m✓ adds\u001B[39m',
    '##[group]subtracts',
    '##[error]src/a.ts: expected 1',
    '##[error]Process completed with exit code 1.',
    '##[group]Run actions/upload-artifact@v4',
    'Post job cleanup.',
  );
  expect(failureIn(`\uFEFF${log}`)).toBe(
    'Run npm test\n✓ adds\n##[error]src/a.ts: expected 1\n##[error]Process completed with exit code 1.',
  );
  expect(failureIn('no marks\nError: bad')).toBe('no marks\nError: bad');
  expect(failureIn('')).toBe('');
});
