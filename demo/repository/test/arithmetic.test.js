import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDurations, clampDuration, compareDurations, DurationError, roundDuration } from '../src/index.js';

test('durations add up to text', () => {
  assert.equal(addDurations('45m', '30m'), '1h 15m');
});

test('no durations add up to nothing', () => {
  assert.equal(addDurations(), '0s');
});

test('durations are compared by length and not as text', () => {
  assert.equal(compareDurations('90m', '1h'), 1);
  assert.equal(compareDurations('60m', '1h'), 0);
  assert.equal(compareDurations('59m', '1h'), -1);
});

test('a duration is held between its bounds', () => {
  assert.equal(clampDuration(10, { min: '1s', max: '1m' }), 1_000);
  assert.equal(clampDuration(90_000, { min: '1s', max: '1m' }), 60_000);
});

test('without a lower bound nothing is shorter than nothing', () => {
  assert.equal(clampDuration(-5, {}), 0);
});

test('a duration is rounded to whole units', () => {
  assert.equal(roundDuration(5_300_000, 'h'), 3_600_000);
  assert.equal(roundDuration(5_400_000, 'h'), 7_200_000);
});

test('rounding to an unknown unit is refused', () => {
  assert.throws(() => roundDuration(1, 'y'), DurationError);
});
