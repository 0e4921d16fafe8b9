import { describe, expect, it } from 'vitest';
import { createRepetition } from '../../src/agent/repetition.ts';

/** What is found after each of these steps, written as `call:outcome`. */
function findings(steps: readonly string[]): readonly boolean[] {
  const repetition = createRepetition();
  return steps.map((step) => {
    const [call = '', outcome = ''] = step.split(':');
    repetition.add({ call, outcome });
    return repetition.found() !== null;
  });
}

describe('a loop', () => {
  it('of one call is found at the fourth in a row', () => {
    expect(findings(['a', 'a', 'a', 'a'])).toEqual([false, false, false, true]);
  });

  it('of two calls is found when the pair came a third time', () => {
    expect(findings(['a', 'b', 'a', 'b', 'a', 'b'])).toEqual([false, false, false, false, false, true]);
  });

  it('of three calls is found when they came a third time', () => {
    expect(findings(['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c']).at(-1)).toBe(true);
    expect(findings(['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b']).at(-1)).toBe(false);
  });

  it('is found after other work too, and numbers in what came of it do not hide it', () => {
    expect(findings(['x', 'y', 'a:took 1 s', 'a:took 2 s', 'a:took 3 s', 'a:took 44 s']).at(-1)).toBe(true);
  });

  it('is none where the outcome changes, or something else comes between', () => {
    expect(findings(['t:fails at parse', 't:fails at print', 't:passes', 't:passes', 't:passes']).at(-1)).toBe(false);
    expect(findings(['t:red', 'e1', 't:red', 'e2', 't:red', 'e3', 't:red', 'e4']).at(-1)).toBe(false);
  });

  it('stays found, with the call in words', () => {
    const repetition = createRepetition();
    for (const call of ['bash ls', 'bash ls', 'bash ls', 'bash ls', 'edit x']) repetition.add({ call, outcome: '' });
    expect(repetition.found()).toBe('bash ls, 4 times in a row');
  });
});
