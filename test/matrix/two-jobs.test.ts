import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HALF, OTHER_HALF, passAtOnce, silent } from '../scenarios/small.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { JOB_TOKENS, SPLIT, splitRun } from '../support/action/two-jobs.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { meanwhile, say, write } from '../support/model/action.ts';
import { coder, script } from '../support/model/script.ts';

/** What was asked of the API other than to read. */
const writes = ({ github }: Stage, from = 0) =>
  github.journal
    .slice(from)
    .filter(({ method, route }) => method !== 'GET' && !route.includes('.git/'))
    .filter(({ route, body }) => !route.endsWith('/graphql') || JSON.stringify(body).includes('mutation'));

const labelled = async ({ github, issue }: Stage, sender = 'maintainer') => ({
  event: 'issues',
  payload: await github.event('issues', { issue: issue.number, label: 'opencode', sender }),
});

const commented = async ({ github, issue }: Stage, body: string) => {
  const { id } = github.seed.comment({ issue: issue.number, body, author: 'maintainer' });
  return {
    event: 'issue_comment',
    payload: await github.event('issue_comment', { comment: id, sender: 'maintainer' }),
  };
};

/** The lines of a description that do not differ from run to run. */
const lasting = (body: string | null | undefined): readonly string[] =>
  (body ?? '')
    .split('\n')
    .filter(
      (line) =>
        !/quote-|patchwright:|·|tokens|agent’s job|without any key|implement|review|total|coder|✅ \d|Based on|Run by|^# \d/.test(
          line,
        ),
    );

describe('the form with several jobs', () => {
  it('gives the same pull request as the form with one, each job with a token of no more than it needs', async () => {
    const both = [HALF, OTHER_HALF];
    await using one = await setStage({ script: passAtOnce('one job', both), github: SPLIT });
    await using single = await one.label();
    expect(single.outputs['outcome'], single.log).toBe('published');

    await using stage = await setStage({ script: passAtOnce('several jobs', both), github: SPLIT });
    await using run = await splitRun(stage, await labelled(stage));
    await using gate = await run.gate();
    expect(gate.outputs, gate.log).toEqual({ next: 'agent' });
    expect(whatStands(stage.github).comments(stage.issue.number)).toHaveLength(1);
    const before = stage.github.journal.length;
    await using agent = await run.agent();
    expect(agent.outputs['change'], agent.log).toBe(run.directory);
    expect(agent.exitCode).toBe(0);
    await using verify = await run.verify();
    expect(verify.exitCode, verify.log).toBe(0);
    expect(writes(stage, before)).toEqual([]);
    await using publish = await run.publish(verify.outputs['verification']);
    expect(publish.exitCode, publish.log).toBe(0);
    stage.model.assertDone();

    const [mine, theirs] = [whatStands(stage.github), whatStands(one.github)];
    const [split, whole] = [mine.pulls()[0], theirs.pulls()[0]];
    expect(split?.title).toBe(whole?.title);
    expect(split?.pull.draft).toBe(whole?.pull.draft);
    expect(await mine.branches()).toEqual(await theirs.branches());
    const branch = 'opencode/issue-1';
    expect(await mine.git('rev-parse', `${branch}^{tree}`)).toBe(await theirs.git('rev-parse', `${branch}^{tree}`));
    expect(lasting(split?.body)).toEqual(lasting(whole?.body));
    expect(split?.body).toContain('checks run again in a job without a key');
    expect(whole?.body).not.toContain('as it says');
    expect(mine.comments(stage.issue.number)).toHaveLength(1);
    expect(await mine.git('for-each-ref', '--format=%(refname)', 'refs/patchwright')).toContain('runs/');
    expect(stage.github.violations).toEqual([]);
    const refused = [...stage.github.journal, ...one.github.journal].filter(({ status }) => status === 403);
    expect(refused).toEqual([]);
  });

  it('hands over what a person may accept, which the publishing job keeps, and no credential', async () => {
    const [npmrc, env] = [write('.npmrc', 'fund=false\n'), write('app/.npmrc', `token=${JOB_TOKENS.agent}\n`)];
    await using stage = await setStage({
      script: passAtOnce('held back', [HALF, OTHER_HALF, npmrc, env]),
      github: SPLIT,
    });
    await using run = await splitRun(stage, await labelled(stage));
    await using agent = await run.agent();
    expect(agent.outputs['change'], agent.log).toBe(run.directory);
    const handed = await readFile(join(run.directory, 'manifest.json'), 'utf8');
    expect(JSON.parse(handed)).toMatchObject({
      files: [{ path: '.npmrc' }, { path: 'src/calc.js' }],
      heldBack: [{ path: 'app/.npmrc', rule: 'secret' }],
    });
    await using publish = await run.publish();
    expect(publish.outputs['outcome'], publish.log).toBe('needs-human');
    const { git, pulls } = whatStands(stage.github);
    expect(await git('show', 'refs/patchwright/held/opencode%2Fissue-1:file-0')).toBe('fund=false');
    expect(pulls()[0]?.body).toMatch(/accept \.npmrc@[0-9a-f]{32}/);
    expect(await git('log', '--all', '-p')).not.toContain(JOB_TOKENS.agent);
  });

  it('publishes as a draft what a killed agent’s job had done', async () => {
    let pid = 0;
    const kill = meanwhile(() => void process.kill(pid, 'SIGKILL'));
    await using stage = await setStage({
      script: script('killed', [coder({ does: [HALF, kill, say('Half is done.')] })]),
      github: SPLIT,
    });
    await using run = await splitRun(stage, await labelled(stage));
    await using agent = await run.agent({ onStart: (started) => (pid = started) });
    expect(agent.outputs['outcome']).toBeUndefined();
    const post = await agent.post();
    expect(post.exitCode, post.log).toBe(0);
    expect(writes(stage)).toEqual([]);
    await using publish = await run.publish();
    expect(publish.outputs['failure-category'], publish.log).toBe('cancelled');
    const { pulls, file } = whatStands(stage.github);
    expect(pulls()[0]?.pull.draft).toBe(true);
    expect(await file('opencode/issue-1', 'src/calc.js')).toContain('n * 2');
  });

  it('answers, helps and refuses in the publishing job, where no model is needed', async () => {
    await using stage = await setStage({ script: silent, github: SPLIT });
    await using help = await splitRun(stage, await commented(stage, '/opencode help'));
    await using asked = await help.gate();
    expect(asked.outputs).toEqual({ next: 'publish' });
    await using agent = await help.agent();
    expect(agent.log).toContain('Not for this job');
    await using told = await help.publish();
    expect(told.outputs['outcome']).toBe('answered');
    await using stranger = await splitRun(stage, await labelled(stage, 'stranger'));
    await using refused = await stranger.gate();
    expect(refused.outputs).toEqual({ next: 'none' });
    expect(stage.model.journal).toEqual([]);
  });

  it('declines a review in the publishing job, with the reason', async () => {
    await using stage = await setStage({ script: silent, github: SPLIT });
    const { github } = stage;
    await github.seed.commit({ branch: 'feature', files: { 'x.txt': 'x' }, author: 'maintainer' });
    const pull = await github.seed.pull({ head: 'feature', title: 'Mine', author: 'maintainer' });
    const { id } = github.seed.comment({ issue: pull.number, body: '/opencode review', author: 'maintainer' });
    const payload = await github.event('issue_comment', { comment: id, sender: 'maintainer' });
    await using run = await splitRun(stage, { event: 'issue_comment', payload });
    await using gate = await run.gate();
    expect(gate.outputs, gate.log).toEqual({ next: 'publish' });
    await using publish = await run.publish();
    expect(publish.outputs['outcome'], publish.log).toBe('declined');
    expect(whatStands(github).comments(pull.number)[0]?.body).toContain('form with two jobs');
  });

  it('tells in the status comment that the agent’s job left nothing', async () => {
    await using stage = await setStage({ script: silent, github: SPLIT });
    await using run = await splitRun(stage, await labelled(stage));
    await using publish = await run.publish();
    expect(publish.exitCode).toBe(1);
    expect(whatStands(stage.github).comments(stage.issue.number)[0]?.body).toContain('`missing`');
  });

  it.each(['plan', 'work', 'join', 'both'])('does not know a mode “%s”', async (mode) => {
    await using stage = await setStage({ script: silent, github: SPLIT });
    await using run = await stage.label({ inputs: { mode } });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain(`\`mode\` is “${mode}”`);
    expect(writes(stage)).toEqual([]);
  });
});
