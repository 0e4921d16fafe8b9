import { describe, expect, test } from 'vitest';
import { createRedactor, REDACTED, redactAll } from '../../src/text/redact.ts';

const secret = 'Canary/se+cret "q" 7\\ü?x';
const redact = createRedactor([secret, 'tiny']);
const bytes = Buffer.from(secret);

describe('a known secret is redacted', () => {
  test.each([
    ['as it is', secret],
    ['in base64', bytes.toString('base64')],
    ['in base64 for addresses', bytes.toString('base64url')],
    ['in hexadecimal', bytes.toString('hex')],
    ['in hexadecimal capitals', bytes.toString('hex').toUpperCase()],
    ['in hexadecimal with colons', [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(':')],
    ['percent-encoded', encodeURIComponent(secret)],
    ['percent-encoded whole', [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')],
    ['in a form body', new URLSearchParams({ a: secret }).toString().slice(2)],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
  ])('%s', (_, written) => {
    expect(redact(`before ${written} after`)).toBe(`before ${REDACTED} after`);
  });

  test('inside longer base64 at every alignment, lines broken anywhere', () => {
    for (let before = 0; before < 40; before += 1) {
      const encoded = Buffer.from(`${'x'.repeat(before)}${secret}yyyy`).toString('base64');
      for (const text of [encoded, encoded.replaceAll(/.{7}/g, '$&\n'), encoded.replaceAll(/.{7}/g, '$&\r\n')]) {
        const left = Buffer.from(redact(text).replace(REDACTED, '').replaceAll(/\s/g, ''), 'base64').toString('latin1');
        expect(redact(text)).toContain(REDACTED);
        expect(left).not.toContain('cret');
      }
    }
  });

  test('line by line when it has several, whole when it is in JSON', () => {
    const many = `first-line-of-the-secret\nshort\nsecond-line-of-the-secret\n`;
    const redactMany = createRedactor([many]);
    expect(redactMany('log: second-line-of-the-secret.')).toBe(`log: ${REDACTED}.`);
    expect(redactMany(JSON.stringify(many))).not.toContain('short');
    expect(redactMany('a short story')).toBe('a short story');
  });

  test('whole when another secret is its beginning', () => {
    expect(createRedactor(['abcdef', 'abcdefghij'])('abcdefghij')).toBe(REDACTED);
  });
});

test('a short secret is a word and stays', () => {
  expect(redact('a tiny word')).toBe('a tiny word');
  expect(createRedactor(['', ' '])('a b')).toBe('a b');
});

test.each([
  `ghp_${'a1B2'.repeat(9)}`,
  `ghs_${'a1B2'.repeat(9)}`,
  `github_pat_${'a1B2'.repeat(15)}`,
  `sk-ant-api03-${'a1B2'.repeat(15)}`,
  `sk-${'a1B2'.repeat(12)}`,
  `AKIA${'A1B2'.repeat(4)}`,
  `xoxb-${'1234-'.repeat(4)}`,
  `AIza${'a1B2_'.repeat(7)}`,
  '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\ndef\n-----END OPENSSH PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----\ncut off',
])('what looks like a token or a key is redacted: %s', (token) => {
  expect(redact(`a ${token}`)).toBe(`a ${REDACTED}`);
});

test.each([
  'task-management-of-the-22-workers',
  'AKIAN',
  'https://example.test/a:b@c',
  'sha256 0123456789abcdef',
  'mailto:a@b.test',
])('ordinary text stays: %s', (text) => {
  expect(redact(text)).toBe(text);
});

test('data is redacted in every string, keys included, and the original is left', () => {
  const data = { a: [secret, 1, null], b: { [secret]: { c: `x ${secret}` } } };
  expect(redactAll(data, redact)).toEqual({ a: [REDACTED, 1, null], b: { [REDACTED]: { c: `x ${REDACTED}` } } });
  expect(data.a[0]).toBe(secret);
});

test('the next text is redacted as the first was, and long secrets of other scripts in JSON, too', () => {
  const long = 'schl\u00FCssel-\u4E2D-of-the-canary-\u6587';
  const redactLong = createRedactor([long]);
  const ascii = JSON.stringify(long).replaceAll(/[^ -~]/g, (one) => `\\u${hexOf(one)}`);
  for (const text of [long, ascii, long, encodeURIComponent(long)])
    expect(redactLong(`a ${text}`)).not.toContain('canary');
});

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}

test('a megabyte with ten secrets takes no more than seconds', () => {
  const many = createRedactor(Array.from({ length: 10 }, (_, index) => `secret-number-${index}-${'x'.repeat(30)}`));
  const started = performance.now();
  many('secret-number and aGVsbG8gd29ybGQ= 0a0b0c '.repeat(25_000));
  expect(performance.now() - started).toBeLessThan(10_000);
});
