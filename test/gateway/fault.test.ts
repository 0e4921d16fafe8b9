import { describe, expect, it } from 'vitest';
import { faultOfStatus, isTransient } from '../../src/gateway/fault.ts';

const messageOf = (body: unknown, status = 500): string | undefined =>
  faultOfStatus(status, typeof body === 'string' ? body : JSON.stringify(body))?.message;

describe('a provider’s refusal', () => {
  it('has the category by which a person knows what to do', () => {
    const categories = [400, 401, 402, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504, 529].map((status) => [
      status,
      faultOfStatus(status, '')?.category ?? null,
    ]);
    expect(Object.fromEntries(categories)).toEqual({
      400: null,
      401: 'auth',
      402: 'usage-limit',
      403: 'auth',
      404: 'model-not-found',
      408: 'stream-lost',
      409: 'stream-lost',
      413: null,
      422: null,
      429: 'usage-limit',
      500: 'stream-lost',
      502: 'stream-lost',
      503: 'usage-limit',
      504: 'stream-lost',
      529: 'usage-limit',
    });
  });

  it.each([
    ['OpenAI and most others', { error: { message: 'No.', type: 'x', code: null } }],
    ['Anthropic', { type: 'error', error: { type: 'overloaded_error', message: 'No.' } }],
    ['Google, as a list', [{ error: { code: 503, message: 'No.', status: 'UNAVAILABLE' } }]],
    ['Mistral', { object: 'error', message: 'No.', type: 'x' }],
    ['small servers', { error: 'No.' }],
    ['a proxy', 'No.'],
    ['a proxy with a page', '  No.\n'],
  ])('is told in its own words: %s', (_, body) => {
    expect(messageOf(body)).toBe('The provider answered 500: No.');
  });

  it('may say nothing', () => {
    expect(messageOf('')).toBe('The provider answered 500');
    expect(messageOf({ detail: 5 })).toBe('The provider answered 500: {"detail":5}');
  });

  it('is told on one line that nothing acts in, and not in full length', () => {
    const told = messageOf({ error: { message: `one\r\n::error::two\u{1b}[2J\u{202e}${'x'.repeat(5000)}` } }) ?? '';
    expect(told).toMatch(/^The provider answered 500: one ::error::two \[2J xxx/u);
    expect(told.length).toBeLessThan(350);
    expect(told.endsWith('…')).toBe(true);
  });

  it('that sends elsewhere says where to, without what may be secret', () => {
    const said = (status: number, location: string | null): string | undefined =>
      faultOfStatus(status, '', location)?.message;
    expect(said(308, 'https://a.example/v2?key=1')).toBe(
      'The provider answered 308: `base-url` has moved to https://a.example/v2.',
    );
    expect(said(304, null)).toBeUndefined();
  });
});

it('only what may pass by itself is tried again', () => {
  const statuses = [0, 301, 400, 401, 402, 403, 404, 408, 409, 413, 422, 429, 500, 503, 529];
  expect(statuses.filter(isTransient)).toEqual([0, 408, 409, 429, 500, 503, 529]);
});
