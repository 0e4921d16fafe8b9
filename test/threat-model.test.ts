import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const DOCUMENT = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8');

type Invariant = Readonly<{ id: string; file: string; title: string }>;

const INVARIANTS: readonly Invariant[] = [...DOCUMENT.matchAll(/^\| (I\d+) \|.*\| `([^`|]+)` › (.+) \|$/gm)].map(
  ([, id = '', file = '', title = '']) => ({ id, file, title }),
);

/** Titles of tests that are run: one that is skipped or only planned holds nothing. */
function titlesIn(file: string): readonly string[] {
  const text = existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : '';
  const calls = /\b(?:test|it|describe)(?:\.(?:each|concurrent)(?:\([^\n]*?\))?)?\(\s*(['`"])((?:\\.|(?!\1).)+)\1/g;
  return [...text.matchAll(calls)].map(([, , title = '']) => title);
}

test('every invariant is numbered, one after another, and names a test', () => {
  const rows = [...DOCUMENT.matchAll(/^\| (I\d+) \|/gm)].map(([, id = '']) => id);
  expect(rows.length).toBeGreaterThan(20);
  expect(rows).toEqual(rows.map((_, at) => `I${at + 1}`));
  expect(INVARIANTS.map(({ id }) => id)).toEqual(rows);
});

test.each(INVARIANTS)('the test of $id is there and is run', ({ file, title }) => {
  expect(titlesIn(file)).toContain(title);
});

test('each runner is told of by invariants that exist', () => {
  const told = [...DOCUMENT.matchAll(/\bI(\d+)\b/g)].map(([, number]) => Number(number));
  expect(Math.max(...told)).toBe(INVARIANTS.length);
});
