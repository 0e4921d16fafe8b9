import type { CheckComparison, CheckResult, CheckStatus } from '../../src/check/check.ts';
import type { Finding } from '../../src/finding.ts';
import { createLedger } from '../../src/ledger/ledger.ts';
import type { RunState } from '../../src/report/run.ts';
import type { Condition } from '../../src/review/verified.ts';
import { repoPath } from '../support/repo-path.ts';

type SpentOptions = Readonly<{
  priced?: boolean;
  /** Tokens, reckoned, of a request that no turn made and that OpenCode does not know. */
  outside?: number;
}>;

/** Tokens and money of a coder and a reviewer over two rounds. */
export function spent(
  small: string,
  large: string,
  { priced = true, outside = 0 }: SpentOptions = {},
): Pick<RunState, 'ledger' | 'total' | 'claimed'> {
  const ledger = createLedger();
  const add = (phase: 'implement' | 'review' | 'fix', roundNumber: number, figures: readonly number[]): void => {
    const [requests = 0, input = 0, cacheRead = 0, output = 0, cost = 0] = figures;
    const role = phase === 'review' ? 'reviewer' : 'coder';
    const tokens = { input, output: output - 20, reasoning: 20, cacheRead, cacheWrite: 0 };
    ledger.add({ phase, role, round: roundNumber }, [
      { model: phase === 'review' ? large : small, requests, tokens, cost: priced ? cost : null },
    ]);
  };
  add('implement', 0, [6, 8410, 20_700, 2120, 0.0205]);
  add('review', 0, [1, 5070, 2000, 1000, 0.027]);
  add('fix', 1, [3, 4000, 9100, 1000, 0.0105]);
  add('review', 1, [1, 2500, 2400, 240, 0.026]);
  const claimed = ledger.total();
  const tokens = { input: outside, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 };
  const stray = { model: small, requests: 1, estimated: 1, tokens, cost: priced ? 0.002 : null };
  if (outside > 0) ledger.add({ phase: 'outside', role: 'coder', round: 1 }, [stray]);
  return { ledger: ledger.rows(), total: ledger.total(), claimed };
}

export function check(command: string, before: CheckStatus, after: CheckStatus, seconds: number): CheckComparison {
  const definition = { name: command, command, source: 'package.json scripts' };
  const result = (status: CheckStatus): CheckResult => ({
    check: definition,
    status,
    exitCode: { passed: 0, failed: 1, 'not-run': 127 }[status],
    seconds,
    reason: status === 'not-run' ? 'not run: vitest: not found' : null,
    tail: status === 'failed' ? 'FAIL keeps the time zone\nexpected 02:00\nreceived 01:00\n' : '',
  });
  const changed = after === 'passed' ? 'fixed' : 'broken';
  const effect = before === after ? 'passes' : changed;
  return { check: definition, before: result(before), after: result(after), effect };
}

export function round(
  number: number,
  verdict: 'pass-with-notes' | 'fail' | 'inconclusive',
  openFindings: readonly string[],
  resolvedFindings: readonly string[],
) {
  return {
    number,
    coderSession: 'ses_coder',
    reviewerSession: 'ses_reviewer',
    reviewed: true,
    tree: 'a'.repeat(40),
    filesChanged: 2,
    verdict,
    openFindings,
    resolvedFindings,
    brokenChecks: openFindings.includes('C1') ? ['npm test'] : [],
    pivoted: false,
    seconds: 80 - number * 20,
  } as const;
}

export function daysLost(resolution: Finding['resolution']): Finding {
  return {
    id: 'F1',
    source: 'review',
    severity: 'high',
    category: 'behaviour',
    path: 'src/parse.ts',
    line: 18,
    problem: '`1d12h` loses the days: the pattern stops at the first unit',
    evidence: '`parseDuration("1d12h")` → 43200, expected 129600',
    suggestion: 'Match all units and add them up.',
    confidence: 'high',
    round: 0,
    resolution,
    history: [
      { round: 0, resolution: 'open', evidence: '' },
      { round: 1, resolution, evidence: 'test “adds days to hours” added' },
    ],
  };
}

export function unnamedUnit(): Finding {
  return {
    ...daysLost('open'),
    id: 'F2',
    severity: 'low',
    line: 30,
    problem: 'the message does not name the unit it refused',
    evidence: '`-1d` → “negative”',
    suggestion: '',
    history: [
      { round: 0, resolution: 'open', evidence: '' },
      { round: 1, resolution: 'open', evidence: '' },
    ],
  };
}

export function conditions(failing: Readonly<Partial<Record<Condition['name'], string>>> = {}): readonly Condition[] {
  const evidence: Readonly<Record<Condition['name'], string>> = {
    'change-exists': '2 files, +31 −4',
    'in-scope': 'all of it within `src/**`, `test/**`',
    'check-passed': '3 of 3 checks pass',
    'nothing-broken': 'no check that passed before fails',
    'no-blocking-finding': '2 findings, none of them critical or high and open',
    'check-definitions-untouched': 'package.json and the configuration of the checks are as they were',
    'published-is-checked': 'tree `aaaaaaa`',
  };
  const names: readonly Condition['name'][] = [
    'change-exists',
    'in-scope',
    'check-passed',
    'nothing-broken',
    'no-blocking-finding',
    'check-definitions-untouched',
    'published-is-checked',
  ];
  return names.map((name) => ({ name, holds: failing[name] === undefined, evidence: failing[name] ?? evidence[name] }));
}

export function file(path: string, status: 'added' | 'modified') {
  return {
    status,
    path: repoPath(path),
    mode: '100644',
    previousMode: status === 'added' ? null : '100644',
    blob: 'd'.repeat(40),
    size: 1200,
    sha256: 'e'.repeat(64),
    renamedFrom: null,
  } as const;
}
