import { describe, expect, it, test } from 'vitest';
import type { Check, CheckResult } from '../../../src/check/check.ts';
import { compareChecks } from '../../../src/check/compare.ts';
import { tickPlan, verifiedItems } from '../../../src/pipeline/loop/tick-plan.ts';
import type { Acceptance } from '../../../src/review/review.ts';
import { untickItems } from '../../../src/task/document/tick-items.ts';
import { prepared, put } from '../../workspace/repository.ts';
import { invocationOn } from '../kept.ts';

const TASK = {
  requiredChanges: ['Parse days', 'Print days', 'Say so'],
  checklist: ['Parse days', 'Print days', 'Say so'],
};
const said = (item: string, status: Acceptance['status'] = 'verified'): Acceptance => ({ item, status, evidence: '' });

describe('what the reviewer verified', () => {
  it('goes by the words where they are those of a required change, in whatever order', () => {
    const answers = [said('print days.'), said('Parse days', 'not-verified'), said('Say so', 'not-verified')];
    expect(verifiedItems(TASK, answers)).toEqual(['Print days']);
  });

  it('goes by the place where the words are nobody\u2019s', () => {
    const answers = [said('1', 'not-verified'), said('Days are printed'), said('Say so', 'not-verifiable')];
    expect(verifiedItems(TASK, answers)).toEqual(['Print days']);
    expect(verifiedItems(TASK, [said('1'), said('Days are printed')])).toEqual([]);
  });

  it('is not what another answer leaves in doubt', () => {
    const answers = [said('Print days', 'not-verified'), said('Days are printed'), said('Say so')];
    expect(verifiedItems(TASK, answers)).toEqual(['Say so']);
  });
});

describe('opening boxes again', () => {
  const before = '# P\n## 1. A\n- [ ] one\n- [x] two\n- [ ] same\n- [ ] same\n## 2. B\n- [ ] one\n';

  it('takes back what was ticked since and is not to be kept, and no other byte', () => {
    const crlf = before.replaceAll('\n', '\r\n');
    const ticked = crlf.replaceAll('[ ]', '[X]');
    const { text, unticked } = untickItems(ticked, '1. A', { before: crlf, keep: ['same'] });
    expect(unticked).toEqual(['one', 'same']);
    expect(text).toBe(
      '# P|## 1. A|- [ ] one|- [x] two|- [X] same|- [ ] same|## 2. B|- [X] one|'.replaceAll('|', '\r\n'),
    );
  });

  it('changes nothing where nothing was ticked', () => {
    expect(untickItems(before, '1. A', { before, keep: [] })).toEqual({ text: before, unticked: [] });
  });
});

const CHECK: Check = { name: 'test', command: 'true', source: 'test' };
const result = (status: CheckResult['status']): CheckResult => ({
  check: CHECK,
  status,
  exitCode: 0,
  seconds: 0,
  reason: null,
  tail: '',
});
const PLAN = '- [x] Old\n- [ ] Parse days\n- [ ] Print days\n- [ ] Say so\n';

/** The plan file after a run whose coder left it so, and what was told. */
async function tickedPlan(given: {
  coder: string;
  acceptance: readonly Acceptance[];
  verdict?: 'fail';
  after?: 'failed';
}) {
  await using workspace = await prepared({ 'plan.md': PLAN, 'src.txt': 'old\n' });
  await put(workspace.clone, { 'plan.md': given.coder, 'src.txt': 'new\n' });
  const change = await workspace.extract();
  const before = [result('passed')];
  const last = {
    verdict: given.verdict ?? ('pass' as const),
    checks: compareChecks(before, [result('passed')]),
    change,
    tree: change.tree,
  };
  const target = { kind: 'repository', name: 'days' } as const;
  const options = { plan: { file: 'plan.md', feature: null } };
  const told: string[] = [];
  const tell = (text: string) => void told.push(text);
  const judged = await tickPlan(last, {
    site: {
      workspace,
      origin: workspace.marked().tree,
      unfinished: false,
      settings: { scope: [], protectedPaths: null },
      task: TASK,
      runChecks: async () => [result(given.after ?? 'passed')],
    },
    story: {
      begin: () => ({ note: () => undefined, done: tell, failed: tell }),
      note: tell,
      update: () => undefined,
      state: () => ({ invocation: { ...invocationOn(target), options }, acceptance: given.acceptance }),
    },
    before,
  });
  const text = (await workspace.readFile(judged.tree, 'plan.md'))?.toString() ?? '';
  return { text, told: told.join('\n'), isSame: judged === last };
}

test('a box that the coder ticked and nobody verified is open again, and a verified one is ticked', async () => {
  const { text, told } = await tickedPlan({
    coder: PLAN.replace('[ ] Print', '[x] Print').replace('[ ] Say', '[x] Say'),
    acceptance: [said('Parse days'), said('Print days', 'not-verified'), said('Say so')],
  });
  expect(text).toBe('- [x] Old\n- [x] Parse days\n- [ ] Print days\n- [x] Say so\n');
  expect(told).toContain('ticked 1 of 3 in plan.md, opened 1 that the coder had ticked');
  expect(told).toContain('In plan.md the coder had ticked 1 that nobody verified, open again now.');
});

test('work that does not pass leaves no box that the coder ticked', async () => {
  const coder = PLAN.replace('[ ] Print', '[x] Print');
  const { text } = await tickedPlan({ coder, acceptance: [said('Print days')], verdict: 'fail' });
  expect(text).toBe(PLAN);
});

test('where nothing is to be ticked or opened the judgement stays as it is', async () => {
  expect(await tickedPlan({ coder: PLAN, acceptance: [said('Old', 'not-verified')] })).toMatchObject({ isSame: true });
});

test('boxes with which a check fails stay as the coder left them', async () => {
  const { isSame, told } = await tickedPlan({ coder: PLAN, acceptance: [said('Parse days')], after: 'failed' });
  expect(isSame).toBe(true);
  expect(told).toContain('are as the coder left them');
});
