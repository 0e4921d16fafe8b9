import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { arrange, atWork } from '../scenarios/command-places.ts';
import { atWorkUntilStopped, FAILED_LOG, FEATURE, fiveAtOnce, onLines, PICTURE } from '../scenarios/context.ts';
import { silent } from '../scenarios/small.ts';
import type { ActionResult } from '../support/action/run-action.ts';
import { SMALL_ISSUE } from '../support/action/small-repository.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import type { ReviewComment } from '../support/github/state.ts';
import { fails } from '../support/model/action.ts';
import { answerer, script } from '../support/model/script.ts';

const Envelope = z.object({ state: z.string() });
const Asked = z.object({ target: z.object({ kind: z.string(), body: z.object({ text: z.string() }) }) });

describe('commands on lines of a pull request', () => {
  let stage: Stage;
  let number = 0;
  let thread: ReviewComment;
  const heads = () => whatStands(stage.github).git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads');
  const inThread = async (body: string, inputs: Readonly<Record<string, string>> = {}): Promise<ActionResult> => {
    const { id } = stage.github.seed.reply({ to: thread, body, author: 'maintainer' });
    const event = 'pull_request_review_comment';
    return await stage.run({ event, payload: await stage.github.event(event, { comment: id }), inputs });
  };
  beforeAll(async () => {
    stage = await setStage({ script: onLines });
    const { seed, state, serverUrl, owner, repo } = stage.github;
    const headSha = await seed.commit({ branch: 'feature', files: FEATURE, author: 'maintainer' });
    ({ number } = await seed.pull({ head: 'feature', title: 'quad', body: 'My words.', author: 'maintainer' }));
    const job = { id: 77, name: 'test', status: 'completed', conclusion: 'failure', log: FAILED_LOG } as const;
    const { id } = seed.workflowRun({ headBranch: 'feature', headSha, conclusion: 'failure', jobs: [job] });
    const detailsUrl = `${serverUrl}/${owner}/${repo}/actions/runs/${id}/job/${job.id}`;
    seed.checkRun({ headSha, name: 'test', conclusion: 'failure', detailsUrl });
    seed.checkRun({ headSha, name: 'lint', conclusion: 'success' });
    seed.review({
      pull: number,
      author: 'stranger',
      state: 'CHANGES_REQUESTED',
      body: 'Please mend quad before this goes in.',
    });
    const at = { pull: number, path: 'src/calc.js', author: 'stranger' };
    await seed.reviewComment({ ...at, line: 2, body: 'triple looks wrong as well' });
    const settled = await seed.reviewComment({ ...at, line: 3, body: 'This was settled long ago.' });
    state.resolvedThreads.add(settled.id);
    thread = await seed.reviewComment({ ...at, line: 3, body: 'quad multiplies by five, does it not?' });
  });
  afterAll(async () => await stage[Symbol.asyncDispose]());

  it('answer a question from the files, with the thread in it, and write nothing', async () => {
    const before = await heads();
    await using run = await inThread('/opencode ask why five?');
    expect(run.outputs['outcome']).toBe('answered');
    const reply = whatStands(stage.github).comments(number).at(-1)?.body;
    expect(reply).toContain('`src/calc.js:3`');
    expect(reply).toMatch(
      /<sub>Read from the repository at [0-9a-f]{7}, by a model · .*; nothing was changed or run\.<\/sub>/,
    );
    expect(await heads()).toBe(before);
    expect(run.workspaceDigests[0]).toBe(run.workspaceDigests[1]);
    const [, afterWriting, afterReading] = stage.model.journal;
    expect(afterWriting?.toolResults.join('\n')).not.toMatch(/wrote file successfully/i);
    expect(afterReading?.toolResults.join('\n')).toContain('n * 5');
  });

  it('work with path, line, hunk and thread, failing checks, open threads and reviews, and see an image', async () => {
    const shot = `![shot](${stage.github.seed.attachment(PICTURE)})`;
    stage.github.seed.reply({ to: thread, body: 'Yes: this one, please.', author: 'maintainer' });
    await using run = await inThread(`/opencode fix mend just this ${shot}`, { model: 'openai/gpt-4o' });
    expect(run.outputs).toMatchObject({ outcome: 'published', branch: 'feature' });
    expect(await whatStands(stage.github).file('feature', 'src/calc.js')).toContain('n * 4');
    const [status] = whatStands(stage.github)
      .comments(number)
      .filter(({ body }) => body.includes('"kind":"status"'));
    expect(status?.body).toContain('docs/long.txt');
    expect(status?.body).not.toContain('attached image was');
  });

  it('work with all comments of the review that carries the command', async () => {
    const { seed } = stage.github;
    const review = seed.review({ pull: number, author: 'maintainer', body: '/opencode fix\nBoth of them, please.' });
    const at = { pull: number, path: 'src/calc.js', author: 'maintainer', review: review.id };
    await seed.reviewComment({ ...at, line: 1, body: 'double adds.' });
    await seed.reviewComment({ ...at, line: 2, body: 'triple adds, too.' });
    const event = 'pull_request_review';
    await using run = await stage.run({ event, payload: await stage.github.event(event, { review: review.id }) });
    expect(run.outputs).toMatchObject({ outcome: 'published', branch: 'feature' });
    expect(await whatStands(stage.github).file('feature', 'src/calc.js')).toContain('n * 3');
    stage.model.assertDone();
    expect(stage.github.violations).toEqual([]);
  });
});

describe('five commands in quick succession', () => {
  let stage: Stage;
  let first: ActionResult;
  let runs: readonly ActionResult[] = [];
  beforeAll(async () => {
    stage = await setStage({ script: fiveAtOnce });
    stage.issue.body = `${SMALL_ISSUE.body}\n![what I see](${stage.github.seed.attachment(PICTURE)})\n`;
    first = await stage.label();
    const on = whatStands(stage.github).pulls()[0]?.number ?? 0;
    const words = ['fix triple as well', 'help', 'ask what does it do?', 'approve', 'fix --yolo it'];
    runs = await Promise.all(words.map((said) => stage.comment(`/opencode ${said}`, { on })));
  });
  afterAll(async () => {
    for (const run of [first, ...runs]) await run[Symbol.asyncDispose]();
    await stage[Symbol.asyncDispose]();
  });

  it('have five outcomes, and a reply each', () => {
    stage.model.assertDone();
    expect(stage.github.violations).toEqual([]);
    expect(runs.map(({ outputs }) => outputs['outcome'])).toEqual([
      'published',
      'answered',
      'answered',
      'declined',
      'declined',
    ]);
    const { pulls, comments } = whatStands(stage.github);
    const said = comments(pulls()[0]?.number ?? 0).map(({ body }) => body);
    expect(said).toHaveLength(5);
    const words = ['What it does', 'It multiplies', 'No plan waits', '--yolo', '"kind":"status"'];
    expect(words.map((word) => said.filter((body) => body.includes(word)).length)).toEqual([1, 1, 1, 1, 1]);
  });

  it('are not given again by the replies to them', async () => {
    const { pulls, comments } = whatStands(stage.github);
    const help = comments(pulls()[0]?.number ?? 0).find(({ body }) => body.includes('What it does'));
    const payload = await stage.github.event('issue_comment', { comment: help?.id ?? 0 });
    await using run = await stage.run({ event: 'issue_comment', payload });
    expect(run.log).toContain('Not for Patchwright');
  });

  it('come with the task of then and not with the description that Patchwright wrote of its work', async () => {
    const { pulls, git } = whatStands(stage.github);
    expect(pulls()[0]?.body).toContain('7 of 7 conditions hold');
    const prompt = stage.model.journal.find(({ step }) => step?.includes('session c2') === true)?.prompt;
    expect(prompt).toContain('`triple(3)` is 9');
    // What the next run will be told of the task.
    const kept: unknown = JSON.parse(await git('show', 'refs/patchwright/runs/opencode%2Fissue-1:state.json'));
    const { invocation } = z.object({ invocation: Asked }).parse(JSON.parse(Envelope.parse(kept).state));
    expect(invocation.target).toMatchObject({ kind: 'pull-request', body: { text: stage.issue.body } });
  });

  it('say where the model was not shown an image', () => {
    const { comments } = whatStands(stage.github);
    expect(comments(stage.issue.number)[0]?.body).toContain(
      'The attached image was not shown to `scripted/coder`, which takes no images as far as is known.',
    );
  });
});

describe('a run that is stopped', () => {
  it('is the one at work there, which leaves its work as a draft', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await using stage = await setStage({ script: atWorkUntilStopped(resolve) });
    const { github, issue } = stage;
    const headSha = await whatStands(github).git('rev-parse', 'main');
    const mine = github.seed.workflowRun({ headBranch: 'main', headSha });
    const elsewhere = await atWork(github, github.seed.issue({ title: 'Another' }).number);
    let pid = 0;
    const working = stage.label({ runId: mine.id, onStart: (id) => (pid = id) });
    await promise;
    await using stop = await stage.comment('/opencode stop');
    expect(stop.outputs['outcome']).toBe('answered');
    expect(mine.conclusion).toBe('cancelled');
    expect(elsewhere.conclusion).toBeNull();
    // A runner tells the processes of a cancelled job so.
    process.kill(pid, 'SIGINT');
    await using run = await working;
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'cancelled' });
    const { comments, pulls, file } = whatStands(github);
    expect(pulls()[0]?.pull.draft).toBe(true);
    expect(await file('opencode/issue-1', 'src/calc.js')).toContain('n * 2');
    const said = comments(issue.number).map(({ body }) => body);
    expect(said.filter((body) => body.includes(`Stopped the [run ${mine.id}]`))).toHaveLength(1);
    expect(said.filter((body) => body.includes('"kind":"status"') && body.includes('cancelled'))).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });
});

describe('a command that could not be done', () => {
  it('tells the person so where GitHub refuses it', async () => {
    await using stage = await setStage({ script: silent });
    const { number } = await arrange(stage.github, 'own', true);
    stage.github.fault({ on: 'pulls/update', times: Infinity, answer: { status: 403 } });
    await using run = await stage.comment('/opencode accept', { on: number });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'forge' });
    const [reply, ...more] = whatStands(stage.github).comments(number);
    expect(more).toEqual([]);
    expect(reply?.body).toContain('pull-requests: write');
    expect(reply?.body).toContain('comment `/opencode accept` here once more');
  });

  it('tells the person so where the model gives no answer', async () => {
    await using stage = await setStage({ script: script('no answer', [answerer({ does: [fails(401)] })]) });
    await using run = await stage.comment('/opencode ask what is wrong?');
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'auth' });
    const [reply] = whatStands(stage.github).comments(stage.issue.number);
    expect(reply?.body).toContain('❌ Failed');
    expect(reply?.body).toContain('comment `/opencode ask` here once more');
  });
});
