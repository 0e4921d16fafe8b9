import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDuration, parseDuration } from '../src/index.js';

test('a duration is written with the longest units first', () => {
  assert.equal(formatDuration(5_400_000), '1h 30m');
});

test('units that are not needed are left out', () => {
  assert.equal(formatDuration(86_401_000), '1d 1s');
});

test('nothing is no seconds', () => {
  assert.equal(formatDuration(0), '0s');
});

test('the number of parts can be limited', () => {
  assert.equal(formatDuration(694_861_001, { parts: 2 }), '1w 1d');
});

test('a negative duration has a minus', () => {
  assert.equal(formatDuration(-3_600_000), '-1h');
});

test('fractions of a millisecond are rounded', () => {
  assert.equal(formatDuration(1.6), '2ms');
});

test('what is not a number is refused', () => {
  assert.throws(() => formatDuration(Number.NaN), TypeError);
});

test('what is written can be read back', () => {
  for (const ms of [1, 999, 61_000, 5_400_000, 694_861_001]) {
    assert.equal(parseDuration(formatDuration(ms)), ms);
  }
});
