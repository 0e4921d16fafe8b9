import { expect, test } from 'vitest';
import { verify } from '../../src/review/verify.ts';
import { ALL_HOLD } from '../review/all-hold.ts';
import { workOn } from './change.ts';
import { issueTarget, publish, startWorld } from './world.ts';

test('what was verified on another tree is a draft', async () => {
  await using github = await startWorld();
  const work = await workOn(github, { 'src/one.txt': 'ONE\n' });
  const ready = async (tree: string) => {
    const { earned } = verify({ ...ALL_HOLD, change: { ...work.guarded.change, tree }, judgedTree: tree });
    return await publish(github, { target: issueTarget(github), work, readiness: () => earned });
  };
  expect(await ready('2'.repeat(40))).toMatchObject({ pullRequest: { draft: true } });
  expect(await ready(work.guarded.change.tree)).toMatchObject({ pullRequest: { draft: false } });
});
