import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Check, CheckComparison, CheckResult } from '../../../src/check/check.ts';
import { compareChecks } from '../../../src/check/compare.ts';
import { verifyClean } from '../../../src/pipeline/loop/clean-checkout.ts';
import { createChecks } from '../../../src/pipeline/site/project-checks.ts';
import { unconfined } from '../../sandbox/unconfined.ts';
import { prepared, programs, put, type Content } from '../../workspace/repository.ts';

const PROJECT = {
  'src.txt': 'old\n',
  '.gitignore': 'installed\nleft\n',
  'setup.sh': 'mkdir -p installed; echo tool > installed/tool\n',
};
const CHECK: Check = { name: 'test', command: 'sh ./check.sh', source: 'test' };

/** What is told of the run, kept for the assertions. */
function listener() {
  const told: string[] = [];
  const updates: object[] = [];
  const step = {
    note: () => undefined,
    done: (text: string) => void told.push(text),
    failed: (text: string) => void told.push(text),
  };
  return {
    told,
    updates,
    begin: () => step,
    update: (change: object) => void updates.push(change),
    note: (sentence: string) => void told.push(sentence),
  };
}

/** A run whose coder wrote `work`; resolves to what the last round and then the clean checkout came to. */
async function verified(given: {
  check: string;
  work: Readonly<Record<string, Content>>;
  setup?: string;
  checks?: readonly Check[];
  given?: boolean;
  atHome?: Readonly<Record<string, string>>;
}) {
  await using workspace = await prepared({ ...PROJECT, 'check.sh': given.check });
  const story = listener();
  const runs = createChecks(
    {
      checks: given.checks ?? [CHECK],
      setup: { commands: [given.setup ?? 'sh ./setup.sh'], source: 'test' },
      workspace,
      installed: false,
      deadline: Date.now() + 60_000,
    },
    {
      deps: {
        sandboxes: unconfined,
        confinedEnvironment: (home) => ({ PATH: process.env['PATH'] ?? '', HOME: home }),
        now: Date.now,
        run: {
          id: 1,
          attempt: 1,
          url: null,
          repositoryUrl: '',
          workspace: workspace.checkout,
          root: join(workspace.scratch, 'run-root'),
          record: workspace.scratch,
        },
        programs,
      },
      story,
    },
  );
  await runs.setUp();
  const baseline = await workspace.markBaseline();
  const onProgress = () => undefined;
  const before = await runs.run({ tree: baseline, files: [], onProgress });
  await put(workspace.clone, given.work);
  await put(join(workspace.scratch, 'run-root/agents/checks-kept'), given.atHome ?? {});
  const change = await workspace.extract();
  const checks = compareChecks(before, await runs.run({ tree: change.tree, files: change.files, onProgress }));
  const last = { round: 0, change, checks, review: { reviewed: true }, findings: [], verdict: 'pass' as const };
  const site = { runChecksClean: given.given === false ? null : runs.runClean };
  const judged = await verifyClean(last, { site, story, before });
  return { last, judged, story, status: statusOf(judged) };
}

function statusOf({ checks }: Readonly<{ checks: readonly CheckComparison[] }>): CheckResult['status'] | undefined {
  return checks[0]?.after.status;
}

test('a change that works in a clean checkout stays as it was judged', async () => {
  const { last, judged, story } = await verified({ check: 'cat installed/tool', work: { 'src.txt': 'new\n' } });
  expect(judged).toBe(last);
  expect(story.told).toEqual(['Clean checkout: setup and checks come to the same results']);
});

test('what stood in the directory and git ignores does not count: the clean results take the place of the others', async () => {
  const { last, judged, story, status } = await verified({
    // Only the first setup leaves the file that the check wants.
    setup: 'sh ./setup.sh; [ "$(cat src.txt)" = new ] || touch left',
    check: 'test -f left',
    work: { 'src.txt': 'new\n' },
  });
  expect(statusOf(last)).toBe('passed');
  expect(status).toBe('failed');
  expect(judged.verdict).toBe('fail');
  expect(judged.findings).toMatchObject([{ id: 'C1', source: 'check', severity: 'high' }]);
  expect(story.told.join(' ')).toContain('the check “test” failed, which passed before');
  expect(story.updates.at(-1)).toMatchObject({ verdict: 'fail', checks: judged.checks });
});

test('the home directory of the clean checkout has nothing of an earlier one', async () => {
  const { last, status } = await verified({
    check: 'test "$(cat src.txt)" = old || test -f "$HOME/cache"',
    work: { 'src.txt': 'new\n' },
    atHome: { cache: 'x' },
  });
  expect([statusOf(last), status]).toEqual(['passed', 'failed']);
});

test('files that setup makes and git does not ignore are there for every check, and the git directory too', async () => {
  const { judged } = await verified({
    checks: [CHECK, { ...CHECK, name: 'again' }],
    setup: 'sh ./setup.sh; echo 1 > generated.txt',
    check: 'cat generated.txt && git rev-parse HEAD',
    work: { 'src.txt': 'new\n' },
  });
  expect(judged.checks.map(({ after }) => after.status)).toEqual(['passed', 'passed']);
});

test('a setup that fails in the clean checkout is told', async () => {
  const { story } = await verified({
    setup: '[ "$(cat src.txt)" = old ] && sh ./setup.sh',
    check: 'cat installed/tool',
    work: { 'src.txt': 'new\n' },
  });
  expect(story.told.join(' ')).toMatch(/Setup failed in the clean checkout: .* ended with exit code 1/);
  expect(story.told.join(' ')).toContain('the check “test” failed');
});

test('nothing is run again where nobody gave a setup', async () => {
  const { last, judged, story } = await verified({ check: 'true', work: { 'src.txt': 'new\n' }, given: false });
  expect(judged).toBe(last);
  expect(story.told).toEqual([]);
});
