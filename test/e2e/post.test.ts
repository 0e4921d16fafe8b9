import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TWO_STEPS } from '../scenarios/plans.ts';
import { HALF, passAtOnce } from '../scenarios/small.ts';
import type { ActionResult } from '../support/action/run-action.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { bash, meanwhile, say, write } from '../support/model/action.ts';
import { contains } from '../support/model/expectation.ts';
import { coder, planner, script } from '../support/model/script.ts';

/** Processes that carry the run's mark or have its directory on their command line. */
async function processesOf({ state }: ActionResult): Promise<readonly string[]> {
  const { home = '?', mark = '?' } = state;
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const read = (file: string): Promise<string> => readFile(`/proc/${pid}/${file}`, 'latin1').catch(() => '');
    const command = (await read('cmdline')).replaceAll('\0', ' ');
    if ((await read('environ')).includes(mark) || command.includes(home)) found.push(command);
  }
  return found;
}

type Hanging = {
  readonly on: string;
  readonly afterEffect?: boolean;
  /** Counts from this call on. */ readonly since?: string;
};

/** Runs the Action on the labelled issue and kills it alone when a call of GitHub's API hangs. */
async function killedAt(stage: Stage, { since, ...rule }: Hanging): Promise<ActionResult> {
  let action = 0;
  const run = stage.label({ onStart: (pid) => (action = pid) });
  const { journal, fault } = stage.github;
  let over = false;
  void run.finally(() => (over = true));
  const came = async (what: (call: (typeof journal)[number]) => boolean): Promise<void> => {
    await expect.poll(() => over || journal.some(what), { timeout: 90_000 }).toBe(true);
    if (over) throw new Error(`The run ended before:\n${(await run).log}`);
  };
  if (since !== undefined) await came(({ operationId }) => operationId === since);
  fault({ ...rule, answer: 'hang' });
  await came(({ faulted }) => faulted);
  process.kill(action, 'SIGKILL');
  return await run;
}

const labels = ({ github, issue }: Stage) => github.state.issues.get(issue.number)?.labels ?? [];

describe('a run whose process is killed', () => {
  it.each(['bubblewrap', 'user'])(
    'in sandbox %s is ended by the post step: no process, the work as a draft, a right comment',
    async (sandbox) => {
      let action = 0;
      await using stage = await setStage({
        script: script('killed', [
          coder({
            does: [
              HALF,
              bash('mkdir -p .github/workflows && echo "on: push" > .github/workflows/mine.yml'),
              bash('(setsid sleep 281 > /dev/null 2>&1 &); (env -i setsid sleep 282 > /dev/null 2>&1 &)'),
              meanwhile(() => void process.kill(action, 'SIGKILL')),
              bash('sleep 283'),
              say('Never said.'),
            ],
          }),
        ]),
      });
      await using run = await stage.label({ inputs: { sandbox }, onStart: (pid) => (action = pid) });
      const { pulls, file, changed, comments } = whatStands(stage.github);
      // What bubblewrap holds ends with the run; what another user runs is there until somebody ends it.
      expect(sandbox === 'bubblewrap' || (await processesOf(run)).length > 0).toBe(true);
      expect(comments(stage.issue.number)[0]?.body).toContain('Working on it');

      const post = await run.post();
      expect(post.exitCode).toBe(0);
      expect(await processesOf(run)).toEqual([]);
      expect(await file('opencode/issue-1', 'src/calc.js')).toContain('n * 2');
      expect(await changed('opencode/issue-1')).toEqual(['M\tsrc/calc.js']);
      expect(pulls().map(({ pull }) => pull.draft)).toEqual([true]);
      expect(pulls()[0]?.body).toContain('killed before the run could end');
      const [comment, ...others] = comments(stage.issue.number);
      expect(others).toEqual([]);
      expect(comment?.body).toContain('The job was cancelled or killed before the run could end.');
      expect(comment?.body).toContain(`The work is in draft #${pulls()[0]?.number}.`);
      expect(comment?.body).not.toContain('Working on it');
      expect(comment?.body).toContain('.github/workflows/mine.yml');
      expect(labels(stage)).toEqual([]);
      expect(await readdir(run.state['home'] ?? '')).toEqual(['record']);
      expect(await readdir(join(run.state['home'] ?? '', 'record'))).toContain('change.patch');
      expect(post.log).toContain('cancelled');
      expect(stage.github.violations).toEqual([]);
    },
  );

  it('in the middle of two steps loses the work of neither', async () => {
    let action = 0;
    await using stage = await setStage({
      script: script('killed in two steps', [
        planner({ answers: TWO_STEPS }),
        coder({
          session: 'S1',
          prompt: contains('Make src/one.js.'),
          does: [write('src/one.js', 'export const one = 1;\n'), bash('sleep 120'), say('Never said.')],
        }),
        coder({
          session: 'S2',
          prompt: contains('Make src/two.js.'),
          does: [
            write('src/two.js', 'export const two = 2;\n'),
            meanwhile(async () => {
              const isAsleep = () => stage.model.journal.filter(({ step }) => step?.includes('session S1')).length > 1;
              await expect.poll(isAsleep, { timeout: 60_000 }).toBe(true);
              // What is known of the run is written down once a second.
              await new Promise((resolve) => setTimeout(resolve, 8000));
              process.kill(action, 'SIGKILL');
            }),
            bash('sleep 120'),
            say('Never said.'),
          ],
        }),
      ]),
    });
    await using run = await stage.label({ inputs: { plan: 'always' }, onStart: (pid) => (action = pid) });
    expect((await run.post()).exitCode).toBe(0);
    const { changed, pulls } = whatStands(stage.github);
    expect(await changed('opencode/issue-1')).toEqual(['A\tsrc/one.js', 'A\tsrc/two.js']);
    expect(pulls().map(({ pull }) => pull.draft)).toEqual([true]);
    expect(await processesOf(run)).toEqual([]);
  });

  it('before there was any work is told as ended, and nothing is published', async () => {
    await using stage = await setStage({ script: passAtOnce('never begun') });
    await using run = await killedAt(stage, { on: 'pulls/list' });
    expect((await run.post()).exitCode).toBe(0);
    const { pulls, branches, comments } = whatStands(stage.github);
    expect(pulls()).toEqual([]);
    expect(await branches()).toEqual(['main']);
    expect(comments(stage.issue.number).map(({ body }) => body)).toEqual([
      expect.stringContaining('Nothing was started, so no work is lost.'),
    ]);
    expect(labels(stage)).toEqual([]);
    expect(await processesOf(run)).toEqual([]);
  });

  it('before it had shown itself leaves no trace', async () => {
    await using stage = await setStage({ script: passAtOnce('never seen') });
    await using run = await killedAt(stage, { on: 'issues/create-comment' });
    const calls = stage.github.journal.length;
    expect((await run.post()).exitCode).toBe(0);
    const asked = stage.github.journal.slice(calls).map(({ route }) => route);
    expect(asked.filter((route) => !route.startsWith('GET ') && route !== 'POST /graphql')).toEqual([]);
    expect(whatStands(stage.github).comments(stage.issue.number)).toEqual([]);
  });

  it.each([
    { on: 'git/create-ref', afterEffect: true, since: 'git/update-ref' },
    { on: 'issues/update-comment', since: 'pulls/create' },
  ])('while it publishes, at $on, is ended with one branch, one pull request, one comment', async (at) => {
    await using stage = await setStage({ script: passAtOnce('almost there') });
    await using run = await killedAt(stage, at);
    expect((await run.post()).exitCode).toBe(0);
    const { pulls, branches, comments, file } = whatStands(stage.github);
    expect(await branches()).toEqual(['main', 'opencode/issue-1']);
    expect(await file('opencode/issue-1', 'src/calc.js')).toContain('n * 3');
    expect(pulls().map(({ pull }) => pull.draft)).toEqual([true]);
    expect(comments(stage.issue.number).map(({ body }) => body)).toEqual([
      expect.stringContaining('killed before the run could end'),
    ]);
    expect(stage.github.violations).toEqual([]);
  });
});

describe('the post step', () => {
  it('does nothing after an event that was not for the bot', async () => {
    await using stage = await setStage({ script: passAtOnce('not asked') });
    const payload = await stage.github.event('issues', {
      issue: stage.issue.number,
      label: 'bug',
      sender: 'maintainer',
    });
    await using run = await stage.run({ event: 'issues', payload });
    expect(run.log).toContain('Not for Patchwright');
    const calls = stage.github.journal.length;
    expect(await run.post()).toEqual({ exitCode: 0, log: '' });
    expect(stage.github.journal).toHaveLength(calls);
  });
});

describe('a run that a runner cancels', () => {
  it('with SIGINT, and then with SIGTERM, goes on ending, and leaves the post step nothing to do', async () => {
    let action = 0;
    await using stage = await setStage({
      script: script('cancelled', [
        coder({
          does: [HALF, meanwhile(() => void process.kill(action, 'SIGINT')), bash('sleep 283'), say('Never said.')],
        }),
      ]),
    });
    await using run = await stage.label({
      onStart: (pid) => (action = pid),
      onLine: (line) => {
        if (line.includes('Publish')) process.kill(action, 'SIGTERM');
      },
    });
    const { pulls, comments, file } = whatStands(stage.github);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'cancelled' });
    expect(await file('opencode/issue-1', 'src/calc.js')).toContain('n * 2');
    expect(pulls().map(({ pull }) => pull.draft)).toEqual([true]);
    expect(comments(stage.issue.number)).toHaveLength(1);
    expect(await processesOf(run)).toEqual([]);
    const calls = stage.github.journal.length;
    expect(await run.post()).toEqual({ exitCode: 0, log: '' });
    expect(stage.github.journal).toHaveLength(calls);
  });
});
