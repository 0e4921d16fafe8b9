import { expect, test } from 'vitest';
import { openSealed, sealText } from '../../src/text/sealed.ts';

const SEAL = { secret: 'ghs_token', purpose: 'a run' };

test('what was sealed is opened with the same secret and purpose, and is not to be read without', () => {
  const sealed = sealText('the branch is opencode/issue-1 – žluť', SEAL);
  expect(openSealed(sealed, SEAL)).toBe('the branch is opencode/issue-1 – žluť');
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('opencode');
  expect(openSealed(sealText('', SEAL), SEAL)).toBe('');
});

test('it does not open with another secret or for another purpose', () => {
  const sealed = sealText('text', SEAL);
  expect(openSealed(sealed, { ...SEAL, secret: 'ghs_other' })).toBeNull();
  expect(openSealed(sealed, { ...SEAL, purpose: 'another run' })).toBeNull();
});

test('what was altered, cut off or made up does not open', () => {
  const sealed = sealText('text', SEAL);
  for (const at of sealed.keys()) expect(openSealed(sealed.with(at, (sealed[at] ?? 0) ^ 1), SEAL)).toBeNull();
  for (const length of [0, 1, 27, 28, sealed.length - 1])
    expect(openSealed(sealed.subarray(0, length), SEAL)).toBeNull();
  expect(openSealed(Buffer.from('{"version": 1}'), SEAL)).toBeNull();
});
