import { execFile } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { HALF, OTHER_HALF, PASS, passAtOnce } from '../scenarios/small.ts';
import { setStage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { bash, fails, read, say, task } from '../support/model/action.ts';
import { contains } from '../support/model/expectation.ts';
import { child, coder, reviewer, script } from '../support/model/script.ts';

describe('a run', () => {
  it('that fails after work was done leaves it as a draft pull request and says why', async () => {
    await using stage = await setStage({
      script: script('cut off', [coder({ does: [HALF, fails(401)] })]),
    });
    await using run = await stage.label();
    const { pulls, file, comments } = whatStands(stage.github);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'auth', branch: 'opencode/issue-1' });
    expect(await file('opencode/issue-1', 'src/calc.js')).toContain('n * 2');
    expect(pulls()[0]?.pull.draft).toBe(true);
    expect(comments(stage.issue.number)[0]?.body).toContain('auth');
    expect(run.log).toMatch(/auth/);
    expect(stage.github.violations).toEqual([]);
  });

  it('that is cancelled leaves its work as a draft, a right comment and no process', async () => {
    let action = 0;
    await using stage = await setStage({
      script: script('cancelled', [
        coder({
          does: [
            HALF,
            bash('(setsid sleep 285 > /dev/null 2>&1 &)'),
            { kind: 'meanwhile', run: () => void process.kill(action, 'SIGTERM') },
            bash('sleep 284'),
            say('Never said.'),
          ],
        }),
      ]),
    });
    await using run = await stage.label({ onStart: (pid) => (action = pid) });
    const { pulls, file, comments } = whatStands(stage.github);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'cancelled' });
    expect(await file('opencode/issue-1', 'src/calc.js')).toContain('n * 2');
    expect(pulls()[0]?.pull.draft).toBe(true);
    expect(comments(stage.issue.number)[0]?.body).toContain('cancelled');
    expect((await promisify(execFile)('ps', ['-eo', 'args'])).stdout).not.toMatch(/sleep 28[45]/);
  });

  it('that fails in its fix round leaves the newest work', async () => {
    await using stage = await setStage({
      script: script('cut off later', [
        coder({ does: [HALF, say('Half.')] }),
        reviewer({
          answers: {
            summary: 'x',
            acceptance: [],
            findings: [
              {
                severity: 'high',
                category: 'c',
                path: null,
                line: null,
                problem: 'p',
                evidence: 'e',
                suggestion: '',
                confidence: 'high',
              },
            ],
          },
        }),
        coder({ does: [OTHER_HALF, fails(400)] }),
      ]),
    });
    await using run = await stage.label();
    const { pulls, file } = whatStands(stage.github);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'findings-open': '1' });
    expect(await file('opencode/issue-1', 'src/calc.js')).toContain('n * 3');
    expect(pulls()[0]?.pull.draft).toBe(true);
  });

  it('that cannot publish keeps the work as a patch and names it', async () => {
    await using stage = await setStage({ script: passAtOnce('no way out') });
    stage.github.fault({ on: 'git/create-tree', times: Infinity, answer: { status: 403 } });
    await using run = await stage.label();
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'forge' });
    expect(run.outputs['change']).toMatch(/change\.patch$/);
    expect(whatStands(stage.github).comments(stage.issue.number)[0]?.body).toContain('contents: write');
  });

  it('where pull requests may not be created leaves the branch and says how to go on', async () => {
    await using stage = await setStage({
      script: passAtOnce('no pull requests'),
      github: { settings: { actionsMayCreatePullRequests: false } },
    });
    await using run = await stage.label();
    const { pulls, branches, comments } = whatStands(stage.github);
    expect(run.exitCode).toBe(0);
    expect(pulls()).toEqual([]);
    expect(await branches()).toContain('opencode/issue-1');
    const [comment] = comments(stage.issue.number);
    expect(comment?.body).toContain('/compare/main...opencode/issue-1');
    expect(comment?.body).toContain('Allow GitHub Actions to create and approve pull requests');
  });

  it('whose reviewer changed what it looked at has no verdict of its', async () => {
    await using stage = await setStage({
      script: script('a reviewer that writes', [
        coder({ does: [HALF, OTHER_HALF, say('Done.')] }),
        reviewer({
          does: [
            read('src/calc.js'),
            {
              kind: 'meanwhile',
              run: async ({ directory }) => appendFile(join(directory ?? '', 'src/calc.js'), '// mine\n'),
            },
          ],
          answers: PASS,
        }),
      ]),
    });
    await using run = await stage.label();
    const [pull] = whatStands(stage.github).pulls();
    expect(run.outputs).toMatchObject({ outcome: 'needs-human', verdict: 'inconclusive' });
    expect(pull?.pull.draft).toBe(true);
    expect(pull?.body).toContain('changed the files that it looked at');
    expect(await whatStands(stage.github).file('opencode/issue-1', 'src/calc.js')).not.toContain('mine');
  });

  it('of an agent that asks for what it may not have goes on without', async () => {
    await using stage = await setStage({
      script: passAtOnce('asking for more', [
        read('/etc/hostname'),
        bash('cat /etc/hostname > /dev/null; cd / && pwd'),
        HALF,
        OTHER_HALF,
      ]),
    });
    await using run = await stage.label();
    stage.model.assertDone();
    expect(run.outputs['outcome']).toBe('published');
    expect(JSON.stringify(stage.model.journal)).toContain('Not allowed in this run');
  });

  it('counts the tokens of child sessions, and those of rounds that failed', async () => {
    await using stage = await setStage({
      script: script('with a child', [
        coder({ does: [task('Look around'), HALF, say('Half.')] }),
        child({ prompt: contains('Look around'), does: [read('src/calc.js'), say('Two functions.')] }),
        reviewer({ does: [say('no JSON at all')] }),
        reviewer({
          answers: {
            summary: 'x',
            acceptance: [],
            findings: [
              {
                severity: 'high',
                category: 'c',
                path: null,
                line: null,
                problem: 'p',
                evidence: 'e',
                suggestion: '',
                confidence: 'high',
              },
            ],
          },
        }),
        coder({ does: [OTHER_HALF, fails(400)] }),
      ]),
    });
    await using run = await stage.label();
    stage.model.assertDone();
    const totals = stage.model.totals();
    expect(totals.byRole['child']?.requests).toBe(2);
    expect(run.outputs['tokens']).toBe(String(totals.input + totals.output + totals.cacheRead + totals.reasoning));
  });
});
