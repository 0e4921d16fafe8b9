import type { Finding } from '../../src/finding.ts';
import { redactRun, type RedactedRun } from '../../src/report/redacted-run.ts';
import type { RunState } from '../../src/report/run.ts';
import { createRedactor, type Redactor } from '../../src/text/redact.ts';
import { check, conditions, daysLost, file, round, spent, unnamedUnit } from './parts.ts';
import { AT, started } from './started.ts';

/** A run as it is handed to a rendering. */
export function shown(state: RunState, redact: Redactor = createRedactor([])): RedactedRun {
  return redactRun(state, redact);
}

/** The same in the middle of its first fix. */
export function fixing(): RunState {
  return {
    ...started(),
    ...spent('provider/small', 'provider/large'),
    now: AT + 128_000,
    round: 1,
    steps: [
      { text: 'Task: 2 files in scope, 3 checks found (package.json scripts)', state: 'done' },
      { text: 'Before: `npm test` fails, 2 of 3 checks pass', state: 'done' },
      { text: 'First attempt: 2 files, +24 −4', state: 'done' },
      { text: 'Checks: 3 of 3 pass', state: 'done' },
      { text: 'Review: 1 high, 1 low', state: 'done' },
      { text: 'Fix 1 · editing `src/parse.ts`', state: 'doing' },
      { text: 'Review again', state: 'todo' },
      { text: 'Publish', state: 'todo' },
    ],
  };
}

/** Verified after one fix round and published. */
export function verified(): RunState {
  const findings = [daysLost('resolved'), unnamedUnit()];
  return {
    ...fixing(),
    outcome: 'published',
    now: AT + 192_000,
    steps: fixing().steps.map((step) => ({ text: step.text.replace(/ · .*/, ''), state: 'done' })),
    agent: 'opencode 1.18.33 over serve',
    title: 'Read days in durations',
    summary:
      '`parseDuration` reads days: `2d` is 172,800 s, alone and combined (`1d12h`).\nNegative days are refused like other negative units.',
    taskFile:
      '# Days are not read\n\n## Context\n[quote-1f begins: issue body by octocat]\n`2d` gives NaN.\n[quote-1f ends]\n',
    setup: { commands: ['npm ci'], source: 'package-lock.json' },
    checks: [
      check('npm test', 'failed', 'passed', 8),
      check('npm run lint', 'passed', 'passed', 3),
      check('npm run build', 'passed', 'passed', 5),
    ],
    rounds: [round(0, 'fail', ['F1', 'F2'], []), round(1, 'pass-with-notes', ['F2'], ['F1'])],
    findings,
    acceptance: [
      { item: '`2d` gives 172800', status: 'verified', evidence: 'test “reads days”, new, passes' },
      { item: 'combined units add up', status: 'verified', evidence: 'test “adds days to hours”, new, passes' },
      { item: 'README mentions days', status: 'not-verifiable', evidence: 'present, `README.md:41`' },
    ],
    verdict: 'pass-with-notes',
    verification: { verified: true, tree: 'a'.repeat(40), conditions: conditions() },
    change: {
      base: '1234567890abcdef1234567890abcdef12345678',
      baselineTree: 'b'.repeat(40),
      tree: 'a'.repeat(40),
      files: [file('src/parse.ts', 'modified'), file('test/parse.test.ts', 'modified')],
      added: 31,
      removed: 4,
      leftOut: [],
      treeOnBase: 'a'.repeat(40),
    },
    scope: ['src/**', 'test/**'],
    confinement: 'Not confined: the agent, `setup` and the checks ran as the runner’s own user (`sandbox: none`).',
    publication: {
      branch: 'opencode/issue-42',
      commit: 'c'.repeat(40),
      pullRequest: { number: 57, url: 'https://github.test/acme/durations/pull/57', draft: false, own: true },
      asChecked: true,
      aside: null,
      compareUrl: null,
      notes: [],
      spending: null,
    },
    estimate: { model: 'provider/large', cost: 0.19 },
  };
}

/** The same after two earlier runs on the branch, with a request outside any turn that OpenCode knows nothing of. */
export function again(): RunState {
  const run = verified();
  const known = [
    { run: 7, at: AT + 192_000, ended: 'verified', tokens: 60_540, cost: 0.086, unpriced: false, estimated: 1 },
    { run: 6, at: AT - 3_600_000, ended: 'no-changes', tokens: 9000, cost: 0.01, unpriced: false, estimated: 0 },
    { run: 5, at: AT - 86_400_000, ended: 'needs-human', tokens: 120_000, cost: 0.2, unpriced: false, estimated: 0 },
  ] as const;
  return {
    ...run,
    ...spent('provider/small', 'provider/large', { outside: 2000 }),
    budget: { cost: 5, tokens: 2_000_000, requests: 500 },
    spending: { branch: 'opencode/issue-42', known: { runs: known, older: null, whole: true } },
  };
}

/** Nothing grave was found, but no check could be run. */
export function reviewedOnly(): RunState {
  const run = verified();
  return draft({
    ...run,
    checks: [{ ...check('npm test', 'not-run', 'not-run', 0), effect: 'not-run' }],
    verification: {
      verified: false,
      tree: run.change?.tree ?? '',
      conditions: conditions({ 'check-passed': '`npm test` could not be run: vitest: not found' }),
    },
  });
}

/** The rounds were used up with a finding open and a check broken. */
export function stopped(): RunState {
  const broken: Finding = {
    ...daysLost('open'),
    id: 'C1',
    source: 'check',
    category: 'check',
    path: null,
    line: null,
    problem: '`npm test` passed before and fails now',
    evidence: 'FAIL keeps the time zone\nexpected 02:00\nreceived 01:00',
    suggestion: '',
  };
  const base = verified();
  return draft({
    ...base,
    outcome: 'needs-human',
    checks: [check('npm test', 'passed', 'failed', 9), check('npm run lint', 'passed', 'passed', 3)],
    rounds: [0, 1, 2, 3].map((number) => ({ ...round(number, 'fail', ['F1', 'C1'], []), pivoted: number === 2 })),
    findings: [
      {
        ...daysLost('not-addressed'),
        history: [1, 2, 3].map((number) => ({ round: number, resolution: 'not-addressed', evidence: 'still `12h`' })),
      },
      broken,
    ],
    verdict: 'fail',
    verification: {
      verified: false,
      tree: base.change?.tree ?? '',
      conditions: conditions({ 'nothing-broken': '`npm test` fails', 'no-blocking-finding': 'F1, C1' }),
    },
    heldBack: [
      {
        path: '.github/workflows/ci.yml',
        rule: 'protected-path',
        content: null,
        reason: 'workflows run with the repository’s secrets',
      },
    ],
    endedBy: '`max-fix-rounds` (3)',
    notes: [
      'CI does not start on this pull request: it was opened with the workflow’s own token. Close and open it again to start CI.',
    ],
  });
}

/** The reviewer's answers could not be used. */
export function inconclusive(): RunState {
  const run = verified();
  return draft({
    ...run,
    outcome: 'needs-human',
    reason: 'The reviewer’s answer was not valid, not even after a request to repair it',
    rounds: [round(0, 'inconclusive', [], [])],
    findings: [],
    acceptance: [],
    verdict: 'inconclusive',
    verification: { verified: false, tree: '', conditions: conditions({ 'no-blocking-finding': 'not reviewed' }) },
  });
}

export function noChanges(): RunState {
  return {
    ...fixing(),
    outcome: 'no-changes',
    steps: fixing().steps.slice(0, 2),
    summary: 'Days are read already since `1.4.0`; `2d` gives 172800 here.',
    reason: null,
  };
}

export function declined(): RunState {
  return {
    ...started(),
    outcome: 'declined',
    reason: 'The pull request comes from a fork, and pushing to forks is not possible yet.',
  };
}

/** The model's provider hung up in the middle of the work, which is kept as a patch. */
export function failed(): RunState {
  const run = verified();
  return {
    ...run,
    outcome: 'failed',
    steps: [...run.steps.slice(0, 3), { text: 'Checks', state: 'failed' }],
    rounds: [],
    findings: [],
    acceptance: [],
    checks: [],
    verdict: null,
    verification: null,
    publication: null,
    patch: 'patchwright/change.patch',
    failure: { category: 'usage-limit', message: 'The provider answered 429: quota exceeded', hint: '' },
  };
}

/** The same as verified, on a pull request that a person opened. */
export function onPersonsPullRequest(state: RunState = verified()): RunState {
  const { target } = state.invocation;
  if (target.kind !== 'issue' || !state.publication?.pullRequest) return state;
  const url = 'https://github.test/acme/durations/pull/57';
  return {
    ...state,
    invocation: {
      ...state.invocation,
      target: { ...target, kind: 'pull-request', number: 57, url, snapshot: null },
      commentId: 9,
      event: { name: 'issue_comment', action: 'created', at: null },
    },
    publication: {
      ...state.publication,
      branch: 'read-days',
      pullRequest: { ...state.publication.pullRequest, own: false },
    },
  };
}

function draft(state: RunState): RunState {
  const { publication } = state;
  if (!publication?.pullRequest) return state;
  return { ...state, publication: { ...publication, pullRequest: { ...publication.pullRequest, draft: true } } };
}
