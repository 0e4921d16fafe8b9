import { describe, it } from 'vitest';
import { KILLS } from '../scenarios/going-on.ts';
import { expectSameInTheEnd } from '../scenarios/kill-and-retry.ts';

describe('a run that is killed is gone on with by `/opencode retry`: the same pull request, and nothing paid for twice', () => {
  it.each(Object.values(KILLS))('after $after', { timeout: 400_000 }, async (kill) => {
    await expectSameInTheEnd(kill);
  });
});
