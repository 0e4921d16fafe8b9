import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DurationError, parseDuration } from '../src/index.js';

test('one part is its number of units', () => {
  assert.equal(parseDuration('90m'), 5_400_000);
});

test('several parts add up', () => {
  assert.equal(parseDuration('1h 30m'), 5_400_000);
});

test('every unit is known', () => {
  assert.equal(parseDuration('1w 1d 1h 1m 1s 1ms'), 694_861_001);
});

test('a part may have a fraction', () => {
  assert.equal(parseDuration('1.5h'), 5_400_000);
});

test('blanks around and between parts do not matter', () => {
  assert.equal(parseDuration('  1h   30m '), 5_400_000);
});

test('a minus makes one part negative', () => {
  assert.equal(parseDuration('-90m'), -5_400_000);
});

test('a leading minus counts for the whole duration', () => {
  assert.equal(parseDuration('-1h 30m'), -5_400_000);
});

test('text without a unit is refused', () => {
  assert.throws(() => parseDuration('90'), DurationError);
});

test('an unknown unit is refused', () => {
  assert.throws(() => parseDuration('1y'), DurationError);
});

test('nothing is refused', () => {
  assert.throws(() => parseDuration('  '), DurationError);
});

test('an error carries the text', () => {
  assert.throws(() => parseDuration('1h soon'), { input: '1h soon' });
});
