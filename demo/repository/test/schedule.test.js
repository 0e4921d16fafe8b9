import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DurationError, parseInterval, upcoming } from '../src/index.js';

test('an interval begins with every', () => {
  assert.equal(parseInterval('every 15m'), 900_000);
  assert.throws(() => parseInterval('15m'), DurationError);
});

test('an interval can have several parts', () => {
  assert.equal(parseInterval('every 1h 30m'), 5_400_000);
});

test('an interval is longer than nothing', () => {
  assert.throws(() => parseInterval('every 0s'), DurationError);
  assert.throws(() => parseInterval('every -5m'), DurationError);
});

test('the next moments are one interval apart', () => {
  const dates = upcoming('every 15m', new Date('2025-01-01T00:00:00Z'), 3);
  assert.deepEqual(
    dates.map((date) => date.toISOString()),
    ['2025-01-01T00:15:00.000Z', '2025-01-01T00:30:00.000Z', '2025-01-01T00:45:00.000Z'],
  );
});

test('no moments are an empty list', () => {
  assert.deepEqual(upcoming('every 1h', new Date(0), 0), []);
});
