import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DurationError, isInside, parseWindow } from '../src/index.js';

const at = (time) => new Date(`2025-01-01T${time}:00Z`);

test('a window is two times of day', () => {
  assert.deepEqual(parseWindow('09:00-17:30'), { start: 540, end: 1_050 });
});

test('a window that is not two times is refused', () => {
  assert.throws(() => parseWindow('09:00'), DurationError);
  assert.throws(() => parseWindow('09:00-12:00-17:00'), DurationError);
  assert.throws(() => parseWindow('09:00-25:00'), DurationError);
});

test('a window begins with its start and is over at its end', () => {
  const window = parseWindow('09:00-17:30');
  assert.equal(isInside(window, at('09:00')), true);
  assert.equal(isInside(window, at('17:29')), true);
  assert.equal(isInside(window, at('17:30')), false);
});

test('a window may go across midnight', () => {
  const window = parseWindow('22:00-06:00');
  assert.equal(isInside(window, at('23:59')), true);
  assert.equal(isInside(window, at('05:59')), true);
  assert.equal(isInside(window, at('12:00')), false);
});
