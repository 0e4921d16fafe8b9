import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/agent/agent.ts';
import { createConversation } from '../../src/agent/conversation.ts';
import type { Finding } from '../../src/finding.ts';
import { createAccounts } from '../../src/ledger/accounts.ts';
import { createTurns } from '../../src/ledger/turns.ts';
import { reviewChange } from '../../src/review/review-change.ts';
import { fix, implement, type Coder } from '../../src/work/attempt.ts';
import { quietGateway } from '../ledger/quiet-gateway.ts';

const PASS = { summary: 'Fine.', findings: [], acceptance: [], resolutions: [] };

/** A session that keeps its prompts and finds nothing. */
function listening(role: 'coder' | 'reviewer') {
  const prompts: string[] = [];
  const session: Session = {
    id: `ses_${role}`,
    role,
    hasBegun: () => true,
    turn: async ({ prompt }) => {
      prompts.push(prompt);
      return { status: 'done', text: 'Done.', structured: PASS, recovered: null, usage: [] };
    },
  };
  const turns = createTurns({
    maxTurns: 99,
    deadline: Date.now() + 60_000,
    gateway: quietGateway(),
    accounts: createAccounts(),
    onSpent: () => undefined,
  });
  const conversation = createConversation({
    role,
    turns,
    models: ['a/b'],
    open: () => Promise.resolve(session),
    onMended: () => undefined,
  });
  return { prompts, conversation, onActivity: () => undefined };
}

const finding: Finding = {
  id: 'F1',
  source: 'review',
  severity: 'high',
  category: 'behaviour',
  path: 'src/a.ts',
  line: 3,
  problem: 'Off by one.',
  evidence: 'f(1) gives 2, 1 is expected.',
  suggestion: 'Subtract one.',
  confidence: 'high',
  round: 0,
  resolution: 'open',
  history: [],
};

const TASK = '# The title of the task\n\n## Context\n…\n';

async function implementPrompt(boundary: string): Promise<string> {
  const coder: Coder & { prompts: string[] } = listening('coder');
  await implement(coder, { task: TASK, boundary, instructions: 'Use tabs.', repository: '' });
  return coder.prompts.join('');
}

const look = (isFirst: boolean, boundary: string, on = listening('reviewer')) =>
  reviewChange({
    ...on,
    round: isFirst ? 0 : 1,
    isFirst,
    task: TASK,
    boundary,
    instructions: '',
    checks: '- test: passed',
    diff: 'diff --git a/x b/x',
    findings: isFirst ? [] : [finding],
    digest: async () => 'same',
  }).then((review) => ({ review, prompt: on.prompts.join('') }));

/** Where two texts begin to differ. */
function commonPart(one: string, other: string): string {
  let end = 0;
  while (end < one.length && one[end] === other[end]) end += 1;
  return one.slice(0, end);
}

describe('the coder’s prompts', () => {
  it('begin with what never changes: nothing of a run stands before its task', async () => {
    const same = commonPart(await implementPrompt('quote-aaaa'), await implementPrompt('quote-bbbb'));
    expect(same).toContain('Use tabs.');
    expect(same).toContain('# Task');
  });

  it('close with what is to be left behind', async () => {
    const prompt = await implementPrompt('quote-a');
    expect(prompt.indexOf('# What to leave behind')).toBeGreaterThan(prompt.indexOf(TASK));
    expect(prompt).not.toMatch(/\{\{|\}\}/);
  });

  it('say in a fix round only what is new, and ask for another approach once told to', async () => {
    const coder = listening('coder');
    await fix(coder, { round: 1, findings: [finding], tried: null });
    await fix(coder, { round: 2, findings: [finding], tried: ['round 0: this', 'round 1: that'] });
    const [first = '', second = ''] = coder.prompts;
    expect(first).toContain('F1 (high, behaviour) at src/a.ts:3');
    expect(first).not.toContain('The title of the task');
    expect(first).not.toContain('Another approach');
    expect(second).toContain('- round 1: that');
  });
});

describe('the reviewer’s prompts', () => {
  it('begin with what never changes and close with the form of the answer', async () => {
    const [one, other] = [await look(true, 'quote-aaaa'), await look(true, 'quote-bbbb')];
    expect(commonPart(one.prompt, other.prompt)).toContain('# Task');
    expect(one.prompt.indexOf('# What to give')).toBeGreaterThan(one.prompt.indexOf('diff --git'));
  });

  it('repeat neither the task nor the rules at a second look', async () => {
    const { prompt } = await look(false, 'quote-a');
    expect(prompt).toContain('F1 (Off by one.)');
    expect(prompt).not.toContain('The title of the task');
    expect(prompt).not.toContain('Severities');
  });

  it('void the answer of a reviewer that changed what it looks at', async () => {
    let digests = 0;
    const review = await reviewChange({
      ...listening('reviewer'),
      round: 0,
      isFirst: true,
      task: TASK,
      boundary: 'quote-a',
      instructions: '',
      checks: '',
      diff: '',
      findings: [],
      digest: async () => `digest ${(digests += 1)}`,
    });
    expect(review).toMatchObject({ reviewed: false, voidBecause: 'The reviewer changed the files that it looked at.' });
  });
});
