import { describe, expect, it } from 'vitest';
import { HALF, OTHER_HALF, PASS, passAtOnce } from '../scenarios/small.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { edit, say } from '../support/model/action.ts';
import { coder, reviewer, script } from '../support/model/script.ts';

/** One branch, one pull request, one status comment, whatever happened before. */
async function expectOneOfEach(stage: Stage): Promise<void> {
  const { pulls, comments, branches } = whatStands(stage.github);
  expect(await branches()).toEqual(['main', 'opencode/issue-1']);
  expect(pulls()).toHaveLength(1);
  expect(comments(stage.issue.number)).toHaveLength(1);
  expect(stage.github.violations).toEqual([]);
}

describe('an issue that is worked on again', () => {
  it('has one branch, one pull request and one status comment after three labels', async () => {
    const third = edit('src/calc.js', 'n * 3;', '3 * n;');
    await using stage = await setStage({
      script: script('three times', [
        coder({ session: 'c1', does: [HALF, say('Half.')] }),
        reviewer({ session: 'r1', answers: PASS }),
        coder({ session: 'c2', does: [OTHER_HALF, say('The other half.')] }),
        reviewer({ session: 'r2', answers: PASS }),
        coder({ session: 'c3', does: [third, say('Turned round.')] }),
        reviewer({ session: 'r3', answers: PASS }),
      ]),
    });
    const tokens: string[] = [];
    for (let time = 1; time <= 3; time += 1) {
      await using run = await stage.label({ runId: 8000 + time });
      expect(run.outputs['outcome']).toBe('published');
      tokens.push(Number(run.outputs['tokens']).toLocaleString('en-US'));
      await expectOneOfEach(stage);
    }
    stage.model.assertDone();
    const { file, git, pulls, comments } = whatStands(stage.github);
    const { input, cacheRead, output, reasoning } = stage.model.totals();
    const whole = (input + cacheRead + output + reasoning).toLocaleString('en-US');
    for (const text of [pulls()[0]?.body ?? '', comments(stage.issue.number)[0]?.body ?? '']) {
      expect(text).toContain(`All 3 runs on <code>opencode/issue-1</code>: unpriced, ${whole} tokens`);
      const listed = [...text.matchAll(/^\| \[(\d+)\]\(.*\| ([\d,]+) \| unpriced \|$/gm)];
      expect(listed.map(([, run, used]) => [run, used])).toEqual([
        ['8003', tokens[2]],
        ['8002', tokens[1]],
        ['8001', tokens[0]],
      ]);
    }
    expect(await file('opencode/issue-1', 'src/calc.js')).toContain('n * 2;\nexport const triple = (n) => 3 * n;');
    expect((await git('rev-list', '--count', 'main..opencode/issue-1')).trim()).toBe('3');
  });

  it('has one of each when two labels come at the same moment', async () => {
    await using stage = await setStage({ script: passAtOnce('once for two') });
    const [one, other] = await Promise.all([stage.label(), stage.label()]);
    await using first = one;
    await using second = other;
    expect(new Set([first.outputs['outcome'], second.outputs['outcome']])).toEqual(new Set(['declined', 'published']));
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    await expectOneOfEach(stage);
  });

  it('keeps a commit that a person made on the branch in between', async () => {
    await using stage = await setStage({
      script: script('with a person', [
        coder({ session: 'c1', does: [HALF, say('Half.')] }),
        reviewer({ session: 'r1', answers: PASS }),
        coder({ session: 'c2', does: [OTHER_HALF, say('The other half.')] }),
        reviewer({ session: 'r2', answers: PASS }),
      ]),
    });
    await using _first = await stage.label();
    const theirs = await stage.github.seed.commit({
      branch: 'opencode/issue-1',
      files: { 'NOTES.md': 'mine\n' },
      author: 'maintainer',
    });
    await using _second = await stage.label();
    await expectOneOfEach(stage);
    const { file, git } = whatStands(stage.github);
    expect(await file('opencode/issue-1', 'NOTES.md')).toBe('mine');
    expect(await git('merge-base', '--is-ancestor', theirs, 'opencode/issue-1')).toBe('');
  });

  it('keeps a commit that a person makes while the agent works, and says that this was not checked together', async () => {
    await using stage = await setStage({
      script: script('two runs, one with company', [
        coder({ session: 'c1', does: [HALF, say('Half.')] }),
        reviewer({ session: 'r1', answers: PASS }),
        coder({
          session: 'c2',
          does: [
            OTHER_HALF,
            {
              kind: 'meanwhile',
              run: async () =>
                void (await stage.github.seed.commit({
                  branch: 'opencode/issue-1',
                  files: { 'NOTES.md': 'mine\n' },
                  author: 'maintainer',
                })),
            },
            say('The other half.'),
          ],
        }),
        reviewer({ session: 'r2', answers: PASS }),
      ]),
    });
    await using _first = await stage.label();
    await using second = await stage.label();
    await expectOneOfEach(stage);
    const { file, pulls } = whatStands(stage.github);
    expect(await file('opencode/issue-1', 'NOTES.md')).toBe('mine');
    expect(await file('opencode/issue-1', 'src/calc.js')).toContain('n * 3');
    expect(pulls()[0]?.pull.draft).toBe(true);
    expect(pulls()[0]?.body).toContain('was not checked together');
    expect(second.exitCode).toBe(0);
  });

  it('never overwrites what a person pushed to the same lines meanwhile', async () => {
    await using stage = await setStage({
      script: script('two runs, one in conflict', [
        coder({ session: 'c1', does: [HALF, say('Half.')] }),
        reviewer({ session: 'r1', answers: PASS }),
        coder({
          session: 'c2',
          does: [
            OTHER_HALF,
            {
              kind: 'meanwhile',
              run: async () =>
                void (await stage.github.seed.commit({
                  branch: 'opencode/issue-1',
                  files: { 'src/calc.js': '// mine\n' },
                  author: 'maintainer',
                })),
            },
            say('The other half.'),
          ],
        }),
        reviewer({ session: 'r2', answers: PASS }),
      ]),
    });
    await using _first = await stage.label();
    await using second = await stage.label();
    const { file, branches, comments } = whatStands(stage.github);
    expect(await file('opencode/issue-1', 'src/calc.js')).toBe('// mine');
    expect(second.outputs['outcome']).toBe('needs-human');
    const aside = second.outputs['branch'] ?? '';
    expect(await branches()).toContain(aside);
    expect(await file(aside, 'src/calc.js')).toContain('n * 3');
    expect(comments(stage.issue.number)[0]?.body).toContain(aside);
  });
});
