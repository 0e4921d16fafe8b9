import type { Finding } from '../../src/finding.ts';
import type { Entry } from '../../src/pipeline/kept/saved-entry.ts';
import { closeState, type SavedState } from '../../src/pipeline/kept/saved-state.ts';
import { stateOfBranch, writeState } from '../../src/publish/state-store.ts';
import type { Invocation, Target } from '../../src/trigger/trigger.ts';
import { forgeOf } from '../forge/forge.ts';
import { issueTarget } from '../publish/world.ts';
import type { LoopbackGitHub } from '../support/github/github.ts';
import { stateOf } from '../support/text.ts';

export const SECRET = 'made of the model keys';
export const BRANCH = 'opencode/issue-1';
const TREE = 'a'.repeat(40);
export const FORK = 'b'.repeat(40);
export const HEAD = 'd'.repeat(40);

export const OPEN: Finding = {
  id: 'F1',
  source: 'review',
  severity: 'high',
  category: 'behaviour',
  path: 'src/one.txt',
  line: 1,
  problem: 'One is two.',
  evidence: 'It says so.',
  suggestion: '',
  confidence: 'high',
  round: 0,
  resolution: 'open',
  history: [],
};

export const WORK: Extract<Entry, { kind: 'work' }> = {
  kind: 'work',
  step: '',
  round: 0,
  tree: TREE,
  held: [],
  words: 'Done.',
};
export const PLAN: Extract<Entry, { kind: 'plan' }> = {
  kind: 'plan',
  step: '',
  round: 0,
  plan: { goal: 'One', assumptions: [], steps: [], risks: [], questions: [] },
};
export const REVIEW: Extract<Entry, { kind: 'review' }> = {
  kind: 'review',
  step: '',
  round: 0,
  tree: TREE,
  review: {
    session: 'ses_1',
    reviewed: true,
    voidBecause: null,
    summary: 'Fine.',
    findings: [],
    acceptance: [],
    recovered: null,
  },
};

export function invocationOn(target: Target, change: Partial<Invocation> = {}): Invocation {
  return {
    command: 'fix',
    instruction: null,
    options: {},
    target,
    actor: { login: 'mona', id: 1, kind: 'person' },
    rerunBy: null,
    commentId: null,
    inline: false,
    thread: [],
    event: { name: 'issues', action: 'labeled', at: '2026-01-01T00:00:00Z' },
    ...change,
  };
}

/** The state of a run on the issue's branch that was cut off, with these differences. */
export function stateOn(github: LoopbackGitHub, change: Partial<SavedState> = {}): SavedState {
  return {
    version: 1,
    repository: `${github.owner}/${github.repo}`,
    branch: BRANCH,
    run: { id: 7, attempt: 1 },
    ended: null,
    invocation: invocationOn(issueTarget(github, { number: 1 })),
    fork: FORK,
    head: HEAD,
    task: 'c'.repeat(64),
    journal: [WORK, REVIEW],
    before: [],
    numbers: {},
    findings: [OPEN],
    earlier: [{ run: 6, outcome: 'needs-human', hint: '', tried: [], summary: '' }],
    spent: [{ run: 7, at: 5, ended: 'failed', tokens: 9, cost: 0.5, unpriced: false, estimated: 0 }],
    ...change,
  };
}

/** Writes the text of a state, or any other, where that of a branch is looked for. */
export async function keep(github: LoopbackGitHub, text: string, branch = BRANCH): Promise<string | null> {
  const forge = forgeOf(github);
  const name = stateOfBranch(branch);
  return await writeState(forge, name, { from: await forge.refTarget(name), text: stateOf(text), trees: [] });
}

export const signed = (state: SavedState): string => closeState(state, SECRET);
