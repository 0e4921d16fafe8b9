import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTimer, remaining, restoreTimer, saveTimer } from '../src/index.js';

test('what remains of a timer gets less', () => {
  const timer = createTimer('10m', 0);
  assert.equal(remaining(timer, 60_000), 540_000);
});

test('an overdue timer has less than nothing left', () => {
  assert.equal(remaining(createTimer('1s', 0), 5_000), -4_000);
});

test('a timer is saved as what remains of it', () => {
  assert.equal(saveTimer(createTimer('2h', 0), 1_800_000), '1h 30m');
});

test('a restored timer goes on where it was saved', () => {
  const restored = restoreTimer(saveTimer(createTimer('2h', 0), 1_800_000), 10_000_000);
  assert.equal(remaining(restored, 10_000_000), 5_400_000);
});

test('an overdue timer stays overdue over a restart', () => {
  const restored = restoreTimer(saveTimer(createTimer('1m', 0), 6 * 60_000), 0);
  assert.equal(remaining(restored, 0), -300_000);
});
