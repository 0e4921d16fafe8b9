import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { passAtOnce } from '../scenarios/small.ts';
import { runWorkflow, tokensOf } from '../support/action/act.ts';
import { ROOT } from '../support/action/environment.ts';
import { setStage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { findOpenCode } from '../support/opencode.ts';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => join(folder, name));

const FILES = [...filesIn('.github/workflows'), ...filesIn('examples')];

describe('the workflows that are shipped', () => {
  it('have nothing that actionlint complains of', async () => {
    const { exitCode, all } = await execa('actionlint', FILES, { cwd: ROOT, reject: false, all: true });
    expect(all).toBe('');
    expect(exitCode).toBe(0);
  });

  it('have nothing that zizmor complains of when it is pedantic', async () => {
    const options = ['--offline', '--persona', 'pedantic', '--no-progress'];
    const { exitCode, all } = await execa('zizmor', [...options, ...FILES], { cwd: ROOT, reject: false, all: true });
    expect(all).toContain('No findings to report');
    expect(exitCode, all).toBe(0);
  });

  const FORMS = [
    ['one job', 'examples/label-and-comment.yml'],
    ['several jobs', 'examples/several-jobs.yml'],
  ] as const;

  const trees: string[] = [];
  it.each(FORMS)('make a pull request in %s, each with a token of its own permissions', async (_, workflow) => {
    await using stage = await setStage({
      script: passAtOnce('a workflow'),
      github: { tokens: await tokensOf(workflow, '.github/workflows/patchwright.yml') },
    });
    await using run = await runWorkflow({
      github: stage.github,
      workflow,
      event: 'issues',
      payload: await stage.github.event('issues', {
        issue: stage.issue.number,
        label: 'opencode',
        sender: 'maintainer',
      }),
      secrets: { ANTHROPIC_API_KEY: 'scripted-key-123456' },
      inputs: {
        model: 'scripted/coder',
        'review-model': 'scripted/judge',
        'base-url': stage.model.baseUrl,
        'opencode-path': await findOpenCode(),
      },
    });
    expect(run.exitCode, run.log).toBe(0);
    stage.model.assertDone();
    const { pulls, git } = whatStands(stage.github);
    expect(pulls().map(({ pull, title }) => [title, pull.head.ref, pull.draft])).toEqual([
      ['double and triple are wrong', 'opencode/issue-1', false],
    ]);
    trees.push(await git('rev-parse', 'opencode/issue-1^{tree}'));
    expect(new Set(trees).size).toBe(1);
  });
});
