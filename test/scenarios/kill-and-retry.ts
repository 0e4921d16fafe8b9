import { expect } from 'vitest';
import { killedRun } from '../support/action/kill.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { cutAfter, type Killed } from './going-on.ts';

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
async function uninterrupted({ script, inputs }: Killed) {
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

/** Kills a run and those that go on with it, and compares what there is in the end with what an uninterrupted run leaves. */
export async function expectSameInTheEnd(killed: Killed): Promise<void> {
  const expected = await uninterrupted(killed);
  const inputs = { 'api-key': KEY, ...killed.inputs };
  const { kills, script, listed } = killed;
  await using stage = await setStage({
    script: cutAfter(
      script,
      kills.map(({ steps }) => steps),
    ),
  });
  const goOn: Stage['label'] = (options) => stage.comment('/opencode retry', options);
  for (const [at, { after, on, at: call, post = false }] of kills.entries()) {
    const start = at === 0 ? stage.label : goOn;
    await using cutOff = await killedRun(stage, { on, at: call, inputs, post, start });
    expect(cutOff.outputs['outcome'], `killed after ${after}\n${cutOff.log}`).toBeUndefined();
  }
  await using run = await goOn({ inputs });
  expect(run.outputs['outcome'], run.log).toBe('published');
  expect(await found(stage)).toEqual(expected);
  // Each scripted step is played once; a prompt that came twice would be refused.
  stage.model.assertDone();
  expect(stage.github.violations).toEqual([]);
  const { input, cacheRead, output, reasoning } = stage.model.totals();
  const all = (input + cacheRead + output + reasoning).toLocaleString('en-US');
  expect(whatStands(stage.github).pulls()[0]?.body).toContain(
    `All ${listed} runs on <code>opencode/issue-1</code>: unpriced, ${all} tokens`,
  );
}
