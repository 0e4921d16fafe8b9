import { describe, expect, it } from 'vitest';
import { inWords, waitBeforeRetry, waited } from '../../src/gateway/patience.ts';
import { retryAfter } from '../../src/gateway/upstream.ts';

const HOUR = 3_600_000;
const later = (): number => Date.now() + HOUR;

describe('the wait before a request is tried again', () => {
  it('is what the provider asks for, up to a minute', () => {
    expect(waitBeforeRetry(0, { deadline: later(), patience: 60_000 })).toBe(0);
    expect(waitBeforeRetry(1500, { deadline: later(), patience: 60_000 })).toBe(1500);
    expect(waitBeforeRetry(60_000, { deadline: later(), patience: 60_000 })).toBe(60_000);
    expect(waitBeforeRetry(60_001, { deadline: later(), patience: 60_000 })).toBeNull();
    expect(waitBeforeRetry(HOUR, { deadline: Number.MAX_SAFE_INTEGER, patience: 60_000 })).toBeNull();
  });

  it('is a second where it asks for none', () => {
    expect(waitBeforeRetry(null, { deadline: later(), patience: 60_000 })).toBe(1000);
  });

  it('is not begun when the run would be over before its end', () => {
    expect(waitBeforeRetry(30_000, { deadline: Date.now() + 20_000, patience: 60_000 })).toBeNull();
    expect(waitBeforeRetry(null, { deadline: Date.now() - 1, patience: 60_000 })).toBeNull();
  });

  it('ends early when nobody waits for the answer any more', async () => {
    expect(await waited(0, new AbortController().signal)).toBe(true);
    expect(await waited(HOUR, AbortSignal.abort())).toBe(false);
    const leave = new AbortController();
    const waiting = waited(HOUR, leave.signal);
    leave.abort();
    expect(await waiting).toBe(false);
  });
});

describe('the time that a provider asks to wait', () => {
  it.each([
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '2' }, 2000],
    [{ 'retry-after': ' 1.5 ' }, 1500],
    [{ 'retry-after': '-3' }, 0],
    [{ 'retry-after-ms': '250', 'retry-after': '60' }, 250],
    [{ 'retry-after-ms': 'soon', 'retry-after': '60' }, 60_000],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': 'Infinity' }, null],
    [{ 'retry-after': '' }, null],
    [{ 'retry-after-ms': '', 'retry-after': '60' }, 60_000],
    [{}, null],
  ])('by %j is %s ms', (headers, wait) => {
    expect(retryAfter({ headers })).toBe(wait);
  });

  it('may be given as a date', () => {
    const inAnHour = retryAfter({ headers: { 'retry-after': new Date(Date.now() + HOUR).toUTCString() } });
    expect(Math.round((inAnHour ?? 0) / 60_000)).toBe(60);
    expect(retryAfter({ headers: { 'retry-after': new Date(0).toUTCString() } })).toBe(0);
  });
});

it.each([
  [0, '0 s'],
  [1, '1 s'],
  [90_000, '90 s'],
  [119_000, '119 s'],
  [120_000, 'about 2 min'],
  [3_600_000, 'about 60 min'],
  [7_200_000, 'about 2 h'],
  [86_400_000, 'about 24 h'],
])('%i ms are %s in words', (wait, words) => {
  expect(inWords(wait)).toBe(words);
});
