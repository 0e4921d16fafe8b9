import { expect, test } from 'vitest';
import { mark, readMarker } from '../../src/publish/marker.ts';

const MARKER = {
  v: 1,
  kind: 'status',
  target: 42,
  run: 123,
  state: 'working',
  updatedAt: '2026-01-02T03:04:05.678Z',
} as const;

test('a marker is read back', () => {
  expect(readMarker(mark(MARKER, 'Hello'))).toEqual(MARKER);
});

test('a marker cannot be ended from within', () => {
  const marker = { v: 1, kind: 'pull-request', branch: 'a-->b<!--' } as const;
  const text = mark(marker, 'Hello');
  expect(text.indexOf('-->')).toBe(text.indexOf('\n') - 3);
  expect(readMarker(text)).toEqual(marker);
});

test.each([
  ['further down', `Hello\n${mark(MARKER, '')}`],
  ['of another version', mark(MARKER, '').replace('"v":1', '"v":2')],
  ['with a property of the wrong type', mark(MARKER, '').replace('42', '"42"')],
  ['that is no JSON', '<!-- patchwright:{"v":1 -->'],
  ['without an end', '<!-- patchwright:{"v":1}'],
  ['of somebody else', '<!-- renovate:{"v":1} -->'],
])('a marker %s is none', (_, text) => {
  expect(readMarker(text)).toBeNull();
});
