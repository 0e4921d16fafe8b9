import { expect, test } from 'vitest';
import { forgeOf } from '../../forge/forge.ts';
import { arrange, atWork } from '../../scenarios/command-places.ts';
import { does, OWN_RUN, start } from './said.ts';

test.each(['issue', 'closed-issue', 'person', 'fork', 'inline'] as const)(
  'on %s, stop cancels the run at work',
  async (place) => {
    await using github = await start();
    const arranged = await arrange(github, place, false);
    const run = await atWork(github, arranged.number);
    const other = await atWork(github, github.seed.issue({}).number);
    const { kind, reply } = await does(github, arranged, '/opencode stop');
    expect(kind).toBe('answered');
    expect(reply).toContain(
      `Stopped the [run ${run.id}](${github.serverUrl}/octo-org/hello-world/actions/runs/${run.id})`,
    );
    expect([run.conclusion, other.conclusion]).toEqual(['cancelled', null]);
    expect(github.violations).toEqual([]);
  },
);

test('the run of an issue is found from the pull request that is its, and the other way round', async () => {
  await using github = await start();
  const issue = await arrange(github, 'issue', true);
  const pull = { number: issue.pull?.number ?? 0, pull: issue.pull, inline: false };
  const onIssue = await atWork(github, issue.number);
  await does(github, pull, '/opencode stop');
  expect(onIssue.conclusion).toBe('cancelled');
  const onPull = await atWork(github, pull.number);
  await does(github, issue, '/opencode stop');
  expect(onPull.conclusion).toBe('cancelled');
});

test('what somebody else wrote names no run to cancel', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'issue', false);
  const run = await atWork(github, arranged.number, { author: 'stranger' });
  expect((await does(github, arranged, '/opencode stop')).reply).toContain('nothing to stop');
  expect(run.conclusion).toBeNull();
});

test('a run never cancels itself', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'issue', false);
  await atWork(github, arranged.number, { runId: OWN_RUN });
  expect((await does(github, arranged, '/opencode stop')).reply).toContain('nothing to stop');
  expect(github.journal.some(({ operationId }) => operationId === 'actions/cancel-workflow-run')).toBe(false);
});

test('a run that was killed and left its comment at work is over', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'issue', false);
  const run = await atWork(github, arranged.number);
  Object.assign(run, { status: 'completed', conclusion: 'failure' });
  expect((await does(github, arranged, '/opencode stop')).reply).toContain('nothing to stop');
});

test('a token that may not cancel is told with the permission that it lacks', async () => {
  const permissions = { contents: 'write', issues: 'write', pull_requests: 'write', actions: 'read' } as const;
  await using github = await start({
    tokens: { ghs_loopback: { login: 'github-actions[bot]', type: 'Bot', permissions } },
  });
  const arranged = await arrange(github, 'issue', false);
  const run = await atWork(github, arranged.number);
  const { kind, reply } = await does(github, arranged, '/opencode stop', { forge: forgeOf(github) });
  expect(kind).toBe('declined');
  expect(reply).toMatch(/Resource not accessible.*`permissions: actions: write`/);
  expect(run.conclusion).toBeNull();
});
