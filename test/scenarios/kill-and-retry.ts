import { expect } from 'vitest';
import { killedRun } from '../support/action/kill.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { cutAfter, type Kill } from './going-on.ts';

/** Reviews count again only when a run with the same key wrote them. */
export const KEY = 'scripted-key-123456';

/** What a person finds in the end. */
async function found(stage: Stage) {
  const { pulls, branches, changed, git } = whatStands(stage.github);
  return {
    branches: await branches(),
    pulls: pulls().map(({ title, state, pull }) => ({ title, state, draft: pull.draft, head: pull.head.ref })),
    changed: await changed('opencode/issue-1'),
    tree: await git('rev-parse', 'opencode/issue-1^{tree}'),
  };
}

const whole = new Map<string, Awaited<ReturnType<typeof found>>>();

/** What an uninterrupted run leaves, made once a script. */
async function uninterrupted({ script, inputs }: Kill) {
  const known = whole.get(script.name);
  if (known !== undefined) return known;
  await using stage = await setStage({ script });
  await using run = await stage.label({ inputs: { 'api-key': KEY, ...inputs } });
  stage.model.assertDone();
  expect(run.outputs['outcome']).toBe('published');
  const left = await found(stage);
  whole.set(script.name, left);
  return left;
}

/** Kills a run, has it gone on with, and compares what there is then with what an uninterrupted run leaves. */
export async function expectSameInTheEnd(kill: Kill): Promise<void> {
  const expected = await uninterrupted(kill);
  const inputs = { 'api-key': KEY, ...kill.inputs };
  await using stage = await setStage({ script: cutAfter(kill.script, kill.steps) });
  await using killed = await killedRun(stage, { on: kill.on, at: kill.at, inputs, post: kill.post === true });
  expect(killed.outputs['outcome']).toBeUndefined();
  await using run = await stage.comment('/opencode retry', { inputs });
  expect(run.outputs['outcome'], run.log).toBe('published');
  expect(await found(stage)).toEqual(expected);
  // Each scripted step is played once; a prompt that came twice would be refused.
  stage.model.assertDone();
  expect(stage.github.violations).toEqual([]);
  const { input, cacheRead, output, reasoning } = stage.model.totals();
  const all = `unpriced, ${(input + cacheRead + output + reasoning).toLocaleString('en-US')} tokens`;
  // A run that was killed before it asked any model used nothing, and is not listed.
  const told = kill.steps === 0 ? `· ${all} ·` : `All 2 runs on <code>opencode/issue-1</code>: ${all}`;
  expect(whatStands(stage.github).pulls()[0]?.body).toContain(told);
}
