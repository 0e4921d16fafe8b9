import { expect, test } from 'vitest';
import { addRun, MOST_LISTED, NO_RUNS } from '../../src/ledger/spending.ts';
import { mark, readMarker } from '../../src/publish/marker.ts';
import { standing, withoutMarker } from '../../src/text/sinks.ts';
import { commentOf } from '../support/text.ts';

const MARKER = {
  v: 1,
  kind: 'status',
  target: 42,
  run: 123,
  state: 'working',
  updatedAt: '2026-01-02T03:04:05.678Z',
} as const;

test('a marker is read back', () => {
  expect(readMarker(mark(MARKER, commentOf('Hello')))).toEqual(MARKER);
});

test('a marker cannot be ended from within', () => {
  const marker = { v: 1, kind: 'pull-request', branch: 'a-->b<!--' } as const;
  const text = mark(marker, commentOf('Hello'));
  expect(text.indexOf('-->')).toBe(text.indexOf('\n') - 3);
  expect(readMarker(text)).toEqual(marker);
});

test.each([
  ['further down', `Hello\n${mark(MARKER, commentOf(''))}`],
  ['of another version', mark(MARKER, commentOf('')).replace('"v":1', '"v":2')],
  ['with a property of the wrong type', mark(MARKER, commentOf('')).replace('42', '"42"')],
  ['that is no JSON', '<!-- patchwright:{"v":1 -->'],
  ['without an end', '<!-- patchwright:{"v":1}'],
  ['of somebody else', '<!-- renovate:{"v":1} -->'],
])('a marker %s is none', (_, text) => {
  expect(readMarker(text)).toBeNull();
});

const SPENDING = {
  runs: [{ run: 7, at: 1_767_312_000_000, ended: 'verified', tokens: 10, cost: 0.1, unpriced: false, estimated: 0 }],
  older: { runs: 2, until: 1_767_000_000_000, tokens: 5, cost: 0, unpriced: true, estimated: 1 },
  whole: true,
} as const;

test('what runs used is read back, of a description and of a comment', () => {
  const description = { v: 1, kind: 'pull-request', branch: 'b', spending: SPENDING } as const;
  expect(readMarker(mark(description, commentOf('Hello')))).toEqual(description);
  const comment = { ...MARKER, spending: { branch: 'b', known: SPENDING } };
  expect(readMarker(mark(comment, commentOf('Hello')))).toEqual(comment);
});

test.each([
  ['of another form', ['nothing']],
  ['with a negative amount', { ...SPENDING, older: { ...SPENDING.older, cost: -1 } }],
  ['at a moment that no date has', { ...SPENDING, runs: [{ ...SPENDING.runs[0], at: 9e15 }] }],
  ['with an ending that does not exist', { ...SPENDING, runs: [{ ...SPENDING.runs[0], ended: '<b>fine</b>' }] }],
])('what runs used %s is left out, and the rest of the marker counts', (_, spending) => {
  const text = mark({ v: 1, kind: 'pull-request', branch: 'b' }, commentOf('Hello')).replace(
    '"branch":"b"',
    `"branch":"b","spending":${JSON.stringify(spending)}`,
  );
  expect(readMarker(text)).toEqual({ v: 1, kind: 'pull-request', branch: 'b' });
});

test('a text is what stands behind its marker', () => {
  expect(withoutMarker(standing(mark(MARKER, commentOf('Hello\n\n--> there'))))).toBe('Hello\n\n--> there');
  expect(withoutMarker(standing(mark(MARKER, commentOf('Hello')).replaceAll('\n', '\r\n')))).toBe('Hello');
});

test('the marker of as many runs as are listed fits beside the longest text', () => {
  const runs = Array.from({ length: MOST_LISTED * 2 }, (_, index) => ({
    run: 99_999_999_999 + index,
    at: 1_767_312_000_000 + index,
    ended: 'needs-human' as const,
    tokens: 123_456_789,
    cost: 1234.567_891,
    unpriced: false,
    estimated: 1234,
  }));
  const spending = runs.reduce(addRun, NO_RUNS);
  expect(mark({ v: 1, kind: 'pull-request', branch: 'b'.repeat(200), spending }, commentOf('')).length).toBeLessThan(
    4000,
  );
});
