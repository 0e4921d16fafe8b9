import { createLedger } from '../../src/ledger/ledger.ts';
import type { RunState } from '../../src/report/run.ts';

export const AT = Date.UTC(2026, 0, 2, 3, 4, 5);
const said = { author: 'octocat', at: '2026-01-02T03:04:05Z' };

const LABELLED: RunState['invocation'] = {
  command: 'fix',
  instruction: null,
  options: {},
  target: {
    kind: 'issue',
    number: 42,
    title: { text: 'Days are not read', from: { what: 'issue title', ...said } },
    body: { text: '`2d` gives NaN.', from: { what: 'issue body', ...said } },
    url: 'https://github.test/acme/durations/issues/42',
  },
  actor: { login: 'octocat', id: 1, kind: 'person' },
  rerunBy: null,
  commentId: null,
  inline: false,
  thread: [],
  event: { name: 'issues', action: 'labeled', at: said.at },
};

/** An issue that was labelled, before anything is known. */
export function started(): RunState {
  return {
    invocation: LABELLED,
    outcome: null,
    toldBy: 'this-job',
    round: 0,
    maxFixRounds: 3,
    steps: [],
    startedAt: AT,
    now: AT + 3000,
    runUrl: 'https://github.test/acme/durations/actions/runs/7',
    phrase: '/opencode',
    label: 'opencode',
    agent: null,
    title: 'Days are not read',
    summary: '',
    reason: null,
    question: null,
    taskFile: null,
    setup: null,
    checks: [],
    rounds: [],
    findings: [],
    acceptance: [],
    advice: [],
    plan: null,
    stepReports: [],
    verdict: null,
    verification: null,
    change: null,
    heldBack: [],
    scope: [],
    ledger: [],
    total: createLedger().total(),
    claimed: createLedger().total(),
    judgeModel: null,
    estimate: null,
    budget: null,
    spending: null,
    endedBy: null,
    confinement: '',
    blocked: [],
    publication: null,
    offered: null,
    patch: null,
    failure: null,
    notes: [],
  };
}
