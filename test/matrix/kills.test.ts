import { describe, it } from 'vitest';
import { KILLED } from '../scenarios/going-on.ts';
import { expectSameInTheEnd } from '../scenarios/kill-and-retry.ts';

describe.concurrent('a run that is killed is gone on with by `/opencode retry`: the same pull request, and nothing paid for twice', () => {
  it.each(KILLED)('after $name', { timeout: 1_800_000 }, async (killed) => {
    await expectSameInTheEnd(killed);
  });
});
