import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PLAN, PLAN_REPOSITORY, planned } from '../scenarios/plan-file.ts';
import type { ActionResult } from '../support/action/run-action.ts';
import { setStage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { script } from '../support/model/script.ts';

const Record = z.object({
  run: z.object({ verification: z.object({ verified: z.boolean(), tree: z.string() }), checks: z.array(z.object({})) }),
});

const readRecord = async (run: ActionResult) =>
  Record.parse(JSON.parse(await readFile(run.outputs['run-record'] ?? '', 'utf8')));

describe('a feature of a plan file', () => {
  it('has its verified items ticked in the same commit, which is verified on exactly that tree', async () => {
    await using stage = await setStage({ script: planned, files: PLAN_REPOSITORY });
    await using run = await stage.comment('/opencode fix --plan docs/plan.md 2');
    stage.model.assertDone();
    expect(run.outputs).toMatchObject({ outcome: 'published', verdict: 'pass' });
    const { git, file, changed, pulls, comments } = whatStands(stage.github);
    expect(await changed('opencode/issue-1')).toEqual(['M\tdocs/plan.md', 'M\tsrc/calc.js']);
    expect(await git('rev-list', '--count', 'main..opencode/issue-1')).toBe('1');
    expect(await file('opencode/issue-1', 'docs/plan.md')).toBe(
      PLAN.replace('[ ] `triple(3)` is 9', '[x] `triple(3)` is 9')
        .replace('[ ] `triple(0)` is 0', '[x] `triple(0)` is 0')
        .trimEnd(),
    );
    const { verification } = (await readRecord(run)).run;
    expect(verification).toEqual({
      ...verification,
      verified: true,
      tree: await git('rev-parse', 'opencode/issue-1^{tree}'),
    });
    expect(pulls()[0]?.pull.draft).toBe(false);
    const comment = comments(stage.issue.number).at(-1)?.body ?? '';
    expect(comment).toMatch(/Not done yet, though the plan puts it before this: `1\. Doubling`/);
  });

  it('is verified without the ticks where the plan file is outside of the scope, and says so', async () => {
    await using stage = await setStage({ script: planned, files: PLAN_REPOSITORY });
    await using run = await stage.comment('/opencode fix --plan docs/plan.md 2', { inputs: { scope: 'src/**' } });
    stage.model.assertDone();
    expect(run.outputs).toMatchObject({ outcome: 'published', verdict: 'pass' });
    const { changed, pulls } = whatStands(stage.github);
    expect(await changed('opencode/issue-1')).toEqual(['M\tsrc/calc.js']);
    expect(pulls()[0]?.pull.draft).toBe(false);
    expect(pulls()[0]?.body).toContain('The verified items of docs/plan.md were not ticked');
  });

  it('that nobody can tell from another, or that is not there, gets a reply that lists what there is', async () => {
    await using stage = await setStage({ script: script('never asked', []), files: PLAN_REPOSITORY });
    const { comments, branches } = whatStands(stage.github);
    const reply = () => (comments(stage.issue.number).at(-1)?.body ?? '').replaceAll('\u200B', '');
    const ask = async (feature: string) => {
      await using run = await stage.comment(`/opencode fix --plan docs/plan.md ${feature}`);
      expect([run.exitCode, run.outputs['outcome']]).toEqual([0, 'needs-human']);
    };
    await ask('"ling"');
    expect(reply()).toMatch(/`ling` is part of 2 features of the plan `docs\/plan\.md`\. Say which one:/);
    expect(reply()).toMatch(/- 1\. Doubling \(0 of 1 items done\)\n- 2\. Tripling \(0 of 3 items done\)/);
    await ask('7');
    expect(reply()).toMatch(/No feature of the plan `docs\/plan\.md` is called `7`\. It has:\n\n- 1\. Doubling/);
    stage.model.assertDone();
    expect(await branches()).toEqual(['main']);
  });
});
