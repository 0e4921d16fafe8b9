import { describe, expect, it } from 'vitest';
import { HALF, OTHER_HALF, PASS, passAtOnce, silent } from '../scenarios/small.ts';
import { applied, patchIn } from '../support/action/applied.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { edit, say, write } from '../support/model/action.ts';
import { contains } from '../support/model/expectation.ts';
import { coder, reviewer, script } from '../support/model/script.ts';

/** What was asked of the API other than to read; the checkout before the Action is not its doing. */
const writes = ({ github }: Stage) =>
  github.journal.filter(({ method, route }) => method !== 'GET' && !route.includes('.git/'));

describe('a comment', () => {
  it.each([
    '/octokit is a library',
    '> /opencode fix it',
    'see https://example.test/opencode',
    '```\n/opencode fix\n```',
  ])('that is not a command ends at once, without a word: %j', async (body) => {
    await using stage = await setStage({ script: silent });
    await using run = await stage.comment(body);
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain('Not for Patchwright');
    expect(run.outputs).toEqual({});
    expect(writes(stage)).toEqual([]);
    expect(whatStands(stage.github).comments(stage.issue.number)).toEqual([]);
    expect(stage.model.journal).toEqual([]);
  });

  it('with a command and free text on an issue starts a run that does what it says', async () => {
    await using stage = await setStage({
      script: script('free text', [
        coder({ prompt: contains('only double, please'), does: [HALF, say('double is mended.')] }),
        reviewer({ answers: PASS }),
      ]),
    });
    await using run = await stage.comment('/oc only double, please\nand nothing else');
    stage.model.assertDone();
    expect(run.outputs['outcome']).toBe('published');
    const reactions = [...stage.github.state.reactions.values()].map(({ content, subject }) => [content, subject.kind]);
    expect(reactions).toEqual([['rocket', 'comment']]);
  });

  it('on a pull request of the same repository works on top of its branch and leaves its text alone', async () => {
    await using stage = await setStage({ script: passAtOnce('on a pull request', [OTHER_HALF]) });
    const { github } = stage;
    await github.seed.commit({
      branch: 'feature',
      files: { 'src/calc.js': 'export const double = (n) => n * 2;\nexport const triple = (n) => n + 4;\n' },
      author: 'maintainer',
    });
    const pull = await github.seed.pull({ head: 'feature', title: 'Mine', body: 'My own words', author: 'maintainer' });
    await using run = await stage.comment('/opencode fix triple as well', { on: pull.number });
    stage.model.assertDone();
    const { file, branches, comments, pulls, git } = whatStands(github);
    expect(run.outputs).toMatchObject({
      outcome: 'published',
      branch: 'feature',
      'pull-request-number': String(pull.number),
    });
    expect(await branches()).toEqual(['feature', 'main']);
    expect(await file('feature', 'src/calc.js')).toContain('n * 3');
    expect((await git('rev-list', '--count', 'main..feature')).trim()).toBe('2');
    expect(pulls()[0]).toMatchObject({ title: 'Mine', body: 'My own words' });
    expect(comments(pull.number)).toHaveLength(1);
    expect(comments(pull.number)[0]?.body).toContain('Verified');
    expect(github.violations).toEqual([]);
  });

  it('on a pull request from a fork answers with a patch of what passed the guard, and touches no ref', async () => {
    const does = [HALF, OTHER_HALF, write('.npmrc', 'fund=false\n')];
    await using stage = await setStage({ script: passAtOnce('fork', does) });
    const { github } = stage;
    await github.seed.commit({ branch: 'patch-1', files: { 'ours.txt': 'x' }, author: 'maintainer' });
    const head = await github.seed.commit({ branch: 'patch-1', fork: 'stranger', files: { 'x.txt': 'x' } });
    const pull = await github.seed.pull({ head: 'patch-1', fork: 'stranger', author: 'stranger' });
    const { git, comments } = whatStands(github);
    // What has the name of the fork's branch is about the branch here.
    await git('update-ref', 'refs/patchwright/runs/patch-1', 'patch-1');
    const before = await git('for-each-ref');
    await using run = await stage.comment('/opencode fix double and triple', { on: pull.number });
    expect(run.outputs['outcome'], run.log).toBe('needs-human');
    expect(run.outputs['branch']).toBeUndefined();
    expect(await git('for-each-ref')).toBe(before);
    const [comment, ...more] = comments(pull.number);
    expect(more).toEqual([]);
    expect(comment?.body).toContain('`.npmrc`');
    expect(comment?.body).not.toMatch(/opencode (?:accept|retry)|fund=false/);
    expect(await applied(github, head, patchIn(comment?.body ?? '') ?? '')).toEqual({
      'src/calc.js': 'export const double = (n) => n * 2;\nexport const triple = (n) => n * 3;\n',
    });
    expect(github.violations).toEqual([]);
  });

  it('with an option that does not exist gets a reply with those that do', async () => {
    await using stage = await setStage({ script: silent });
    await using run = await stage.comment('/opencode fix --yolo it');
    expect(run.outputs['outcome']).toBe('declined');
    const [reply] = whatStands(stage.github).comments(stage.issue.number);
    expect(reply?.body).toContain('--yolo');
    expect(reply?.body).toContain('--max-fix-rounds');
    expect(stage.model.journal).toEqual([]);
  });

  it('by a stranger is declined in the log alone', async () => {
    await using stage = await setStage({ script: silent });
    await using run = await stage.comment('/opencode fix it', { sender: 'stranger' });
    expect(run.outputs['outcome']).toBe('declined');
    expect(whatStands(stage.github).comments(stage.issue.number)).toEqual([]);
    expect(writes(stage)).toEqual([]);
    expect(stage.model.journal).toEqual([]);
  });

  it('is refused when the permission of its author cannot be told', async () => {
    await using stage = await setStage({ script: silent });
    stage.github.fault({ on: 'repos/get-collaborator-permission-level', times: Infinity, answer: { status: 403 } });
    await using run = await stage.comment('/opencode fix it');
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'forge' });
    expect(stage.model.journal).toEqual([]);
  });
});

describe('a schedule or a dispatch', () => {
  it.each([
    ['workflow_dispatch', { sender: 'maintainer' }],
    ['schedule', { schedule: '0 4 * * 1' }],
  ] as const)('does what `prompt` says: %s', async (event, options) => {
    await using stage = await setStage({
      script: script('by prompt', [
        coder({
          prompt: contains('Write a licence file'),
          does: [edit('README.md', '# calc', '# calc, licensed'), say('Done.')],
        }),
        reviewer({ answers: PASS }),
      ]),
    });
    const payload =
      event === 'schedule'
        ? await stage.github.event(event, { schedule: '0 4 * * 1' })
        : await stage.github.event(event, options);
    await using run = await stage.run({ event, payload, inputs: { prompt: 'Write a licence file' } });
    stage.model.assertDone();
    const [pull] = whatStands(stage.github).pulls();
    expect(run.outputs['outcome']).toBe('published');
    expect(run.outputs['branch']).toMatch(/^opencode\//);
    expect(pull?.title).toContain('Write a licence file');
    expect(stage.github.violations).toEqual([]);
  });

  it('without `prompt` is bad input', async () => {
    await using stage = await setStage({ script: silent });
    await using run = await stage.run({
      event: 'schedule',
      payload: await stage.github.event('schedule', { schedule: '0 4 * * 1' }),
    });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'bad-input' });
    expect(run.log).toContain('`prompt`');
  });
});
