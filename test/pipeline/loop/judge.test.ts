import { expect, test } from 'vitest';
import type { Conversation } from '../../../src/agent/conversation.ts';
import type { CheckResult } from '../../../src/check/check.ts';
import { readInputs } from '../../../src/config/inputs.ts';
import { boundOf } from '../../../src/pipeline/loop/advice.ts';
import type { Assignment } from '../../../src/pipeline/loop/assignment.ts';
import { createJudge } from '../../../src/pipeline/loop/judge.ts';
import type { JudgeSite } from '../../../src/pipeline/loop/look.ts';
import { createStory } from '../../../src/pipeline/told/story.ts';
import { createRedactor } from '../../../src/text/redact.ts';
import { untilSettled } from '../../../src/work/rounds.ts';
import type { Change } from '../../../src/workspace/change.ts';
import { pullTarget } from '../../publish/world.ts';
import { reviewers, type Reply } from '../../review/batches/reviewers.ts';
import { repoPath } from '../../support/repo-path.ts';
import { invocationOn } from '../kept.ts';

const found = (problem: string) => ({
  severity: 'high' as const,
  category: 'behaviour',
  path: 'src/words.js',
  line: 1,
  problem,
  evidence: 'Seen.',
  suggestion: '',
  confidence: 'high' as const,
});
const TWO: Reply = { findings: [found('The words are not sorted.'), found('There is no word for a hundred.')] };
const became = (...those: readonly (readonly [id: string, status: 'resolved' | 'disputed' | 'not-addressed'])[]) => ({
  resolutions: those.map(([id, status]) => ({ id, status, evidence: `${id} is ${status}.` })),
});
const HOLDS = became(['F1', 'not-addressed'], ['F2', 'not-addressed']);

const changeOf = (tree: string): Change => ({
  base: 'base',
  baselineTree: 'base',
  tree,
  treeOnBase: tree,
  files: [
    {
      status: 'added',
      path: repoPath('src/words.js'),
      mode: '100644',
      previousMode: null,
      blob: 'b'.repeat(40),
      size: 1,
      sha256: '0'.repeat(64),
      renamedFrom: null,
    },
  ],
  added: 1,
  removed: 0,
  leftOut: [],
});

const NOBODY: Conversation = {
  role: 'coder',
  session: () => 'ses_coder',
  take: async () => ({ status: 'failed', category: 'unknown', message: '', text: '', usage: [] }),
};

/** Rounds in which the coder leaves these trees, each in its turn, and the reviewer says this. */
function judging(trees: readonly string[], replies: readonly Reply[], checks: readonly CheckResult[] = []) {
  const said = [...replies];
  const those = reviewers(() => said.shift() ?? 'Nobody asked for more.');
  const left = [...trees];
  const now = { tree: left.shift() ?? '' };
  const story = createStory(invocationOn(pullTarget(1)), {
    inputs: readInputs({}),
    run: { id: 1, attempt: 1, url: null, repositoryUrl: '', workspace: '', root: '', record: '' },
    now: () => 0,
    log: () => undefined,
    redact: createRedactor([]),
    ownSecrets: () => [],
  });
  const site: JudgeSite = {
    boundary: 'quote-a',
    settings: { instructions: { reviewer: '' } },
    earlier: { runs: [], findings: [], numbers: {}, hint: null },
    journal: { find: () => null, add: async () => undefined },
    workspace: {
      diff: async () => 'diff --git a/src/words.js b/src/words.js',
      changes: async () => [],
      marked: () => ({ tree: 'base', leftOut: [] }),
    },
    runChecks: async () => checks,
    unfinished: false,
  };
  const assignment: Assignment = {
    step: '',
    title: 'Words',
    places: {
      clone: '/clone',
      snapshot: '/snapshot',
      bring: async () => undefined,
      withhold: async () => undefined,
      extract: async () => changeOf(now.tree),
      digest: async () => 'same',
      materialise: async () => undefined,
    },
    origin: 'base',
    taskFile: '# Task',
    coder: NOBODY,
    reviewer: those.conversation('Review'),
    findings: [],
    recheck: async (findings) => findings,
    begin: story.begin,
    show: story.update,
    onJudged: () => undefined,
  };
  const { judge } = createJudge({
    story,
    site,
    assignment,
    sweep: async () => undefined,
    before: checks.map((check) => ({ ...check, status: 'passed', exitCode: 0 })),
  });
  const rounds = (maxFixRounds = 6) =>
    untilSettled({
      maxFixRounds,
      turnsLeft: () => 100,
      judge,
      fix: async () => void (now.tree = left.shift() ?? now.tree),
    });
  return { rounds, prompts: those.prompts, story };
}

test('findings that a coder disputes without a change are weighed again, and end the rounds where they do not hold', async () => {
  const { rounds, prompts } = judging(['one', 'one'], [TWO, became(['F1', 'disputed'], ['F2', 'disputed'])]);
  const end = await rounds();
  expect(end).toMatchObject({ rounds: 1, endedBy: null, last: { verdict: 'pass', round: 1 } });
  expect(end.last.findings.map(({ id, resolution }) => [id, resolution])).toEqual([
    ['F1', 'disputed'],
    ['F2', 'disputed'],
  ]);
  expect(prompts[1]).toContain('# Nothing was changed: round 1');
  expect(prompts[1]).toContain('F1 (The words are not sorted.)');
  expect(prompts[1]).not.toContain('diff --git');
});

test('each finding is weighed once, and a round that changes nothing is an equal one still', async () => {
  const { rounds, prompts } = judging(['one'], [TWO, HOLDS]);
  const end = await rounds();
  expect(end).toMatchObject({ rounds: 2, endedBy: 'the same failure came back 3 times', last: { verdict: 'fail' } });
  expect(prompts).toHaveLength(2);
});

test('what is new since is weighed when nothing is done about it, and what was weighed is not', async () => {
  const first: Reply = {
    findings: [{ ...found('The words are not sorted.'), severity: 'medium' }, found('None is there.')],
  };
  const { resolutions } = became(['F1', 'not-addressed'], ['F2', 'resolved']);
  const third: Reply = { findings: [found('A word is there twice.')], resolutions };
  const last = became(['F3', 'disputed'], ['F1', 'disputed']);
  const { rounds, prompts } = judging(['one', 'one', 'two', 'two'], [first, HOLDS, third, last]);
  const end = await rounds();
  expect(prompts).toHaveLength(4);
  expect(prompts[3]).toContain('F3 (A word is there twice.)');
  expect(prompts[3]).not.toContain('F1 (');
  expect(end.last.findings.map(({ resolution }) => resolution)).toEqual(['not-addressed', 'resolved', 'disputed']);
  expect(end).toMatchObject({ endedBy: null, last: { verdict: 'pass-with-notes' } });
});

test('nothing is resolved by leaving it: a finding that does not hold was wrong', async () => {
  const { rounds } = judging(['one'], [TWO, became(['F1', 'resolved'], ['F2', 'not-addressed'])]);
  const { last } = await rounds();
  expect(last.findings.map(({ resolution }) => resolution)).toEqual(['disputed', 'not-addressed']);
  expect(last.verdict).toBe('fail');
});

test('where nothing can be read of the second look, the first one stands', async () => {
  const { rounds } = judging(['one'], [TWO, 'Hm.', 'Hm.']);
  const { last } = await rounds(1);
  expect(last).toMatchObject({ verdict: 'fail', review: { reviewed: true } });
  expect(last.findings.map(({ resolution }) => resolution)).toEqual(['open', 'open']);
});

test('about a check that fails nobody is asked, and no weighing makes it pass', async () => {
  const check = { name: 'test', command: 'npm test', source: 'given' };
  const failing: CheckResult = {
    check,
    status: 'failed',
    exitCode: 1,
    seconds: 1,
    reason: null,
    tail: 'not ok',
  };
  const { rounds, prompts } = judging(['one'], [{}], [failing]);
  expect((await rounds(1)).last).toMatchObject({ verdict: 'fail' });
  expect(prompts).toHaveLength(1);
  const both = judging(['one'], [TWO, became(['F1', 'disputed'], ['F2', 'disputed'])], [failing]);
  const { last } = await both.rounds(1);
  expect(last.verdict).toBe('fail');
  expect(last.findings.map(({ id, resolution }) => [id, resolution])).toEqual([
    ['F1', 'disputed'],
    ['F2', 'disputed'],
    ['C1', 'open'],
  ]);
});

test('an advisory that left nothing to rely on is not told as a bound that was reached', () => {
  expect(boundOf({ verdict: 'fail' })).toBe('the one fix after the advisory');
  expect(boundOf({ verdict: 'inconclusive' })).toBeNull();
  expect(boundOf({ verdict: 'pass' })).toBeNull();
});
