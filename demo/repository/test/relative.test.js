import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relativeTime } from '../src/index.js';

test('the future is in some time', () => {
  assert.equal(relativeTime(300_000), 'in 5m');
});

test('the past is some time ago', () => {
  assert.equal(relativeTime(-5_400_000), '1h 30m ago');
});

test('less than a second is now', () => {
  assert.equal(relativeTime(-999), 'now');
});

test('a distance has at most two parts', () => {
  assert.equal(relativeTime(90_061_000), 'in 1d 1h');
});
