import { describe, expect, it } from 'vitest';
import { asFailure } from '../../../src/failure.ts';
import { chooseNetwork } from '../../../src/sandbox/bridge/choose-network.ts';

describe('the network of a run', () => {
  it.each([
    ['auto', true, true, 'gateway'],
    ['auto', true, false, 'open'],
    ['auto', false, true, 'open'],
    ['auto', false, false, 'open'],
    ['gateway', true, true, 'gateway'],
    ['gateway', false, true, 'gateway'],
    ['open', true, true, 'open'],
    ['open', false, false, 'open'],
  ] as const)('is for %s, private %s, with a sandbox that can %s: %s', (wanted, isPrivate, canConfine, network) => {
    expect(chooseNetwork({ wanted, isPrivate, canConfine })).toBe(network);
  });

  it('is refused with the remedy where it was asked for and cannot be given', () => {
    for (const isPrivate of [true, false])
      try {
        chooseNetwork({ wanted: 'gateway', isPrivate, canConfine: false });
        expect.unreachable();
      } catch (error) {
        const { code, message, hint } = asFailure(error);
        expect(code).toBe('bad-input');
        expect(message).toContain('`network: gateway`');
        expect(hint).toContain('apt-get install bubblewrap');
        expect(hint).toContain('`network: open`');
      }
  });
});
