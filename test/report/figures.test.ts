import { expect, test } from 'vitest';
import { count, formatDuration, formatMoney, formatNumber, formatShare } from '../../src/report/figures.ts';
import { sentence } from '../../src/report/sentence.ts';

test.each([
  [null, 'unpriced'],
  [0, '$0.00'],
  [0.0004, '<$0.001'],
  [0.084, '$0.084'],
  [0.9999, '$1.000'],
  [1.2, '$1.20'],
  [12, '$12.00'],
])('%s dollars are written %s', (dollars, written) => {
  expect(formatMoney(dollars)).toBe(written);
});

test.each([
  [0, '0'],
  [999, '999'],
  [61_240, '61,240'],
  [1_234_567, '1,234,567'],
])('%d is written %s', (number, written) => {
  expect(formatNumber(number)).toBe(written);
});

test.each([
  [-5, '0 s'],
  [400, '0 s'],
  [8000, '8 s'],
  [59_600, '1 min'],
  [192_000, '3 min 12 s'],
  [3_840_000, '1 h 4 min'],
])('%d milliseconds are written %s', (milliseconds, written) => {
  expect(formatDuration(milliseconds)).toBe(written);
});

test('shares and counts are words', () => {
  expect(formatShare(3, 4)).toBe('75 %');
  expect(formatShare(0, 0)).toBe('0 %');
  expect([count(1, 'file'), count(2, 'file'), count(3, 'fix', 'fixes')]).toEqual(['1 file', '2 files', '3 fixes']);
});

test('a sentence begins with a capital letter and ends once', () => {
  expect(['it broke', 'It broke.', ' why? ', ''].map(sentence)).toEqual(['It broke.', 'It broke.', 'Why?', '']);
});
