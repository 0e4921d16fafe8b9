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

const OPENING = {
  task: TASK,
  boundary: 'quote-a',
  instructions: '',
  repository: '',
  part: '',
  plan: '',
  leads: '',
  story: '',
  images: [],
};

async function implementPrompt(boundary: string): Promise<string> {
  const coder: Coder & { prompts: string[] } = listening('coder');
  await implement(coder, { ...OPENING, boundary, instructions: 'Use tabs.' });
  return coder.prompts.join('');
}

async function look(isFirst: boolean, boundary: string) {
  const on = listening('reviewer');
  if (!isFirst) await lookOnce(on, { boundary, round: 0 });
  const review = await lookOnce(on, { boundary, round: isFirst ? 0 : 1 });
  return { review, prompt: on.prompts.at(-1) ?? '' };
}

const lookOnce = (
  on: ReturnType<typeof listening>,
  { boundary, round }: Readonly<{ boundary: string; round: number }>,
) =>
  reviewChange({
    ...on,
    round,
    task: TASK,
    boundary,
    prefix: '',
    news: async () => 'diff --git a/new b/new',
    instructions: '',
    checks: '- test: passed',
    diff: async () => 'diff --git a/x b/x',
    findings: round === 0 ? [] : [finding],
    digest: async () => 'same',
  });

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
    await implement(coder, OPENING);
    await fix(coder, { round: 1, findings: [finding], tried: null, opening: OPENING });
    await fix(coder, { round: 2, findings: [finding], tried: ['round 0: this', 'round 1: that'], opening: OPENING });
    const [, first = '', second = ''] = coder.prompts;
    expect(first).toContain('F1 (high, behaviour) at src/a.ts:3');
    expect(first).not.toContain('The title of the task');
    expect(first).not.toContain('Another approach');
    expect(second).toContain('- round 1: that');
  });
});

describe('a coder’s session that goes on with the work of another', () => {
  it('is told the task, what was done, and what is to be mended, in one prompt', async () => {
    const coder = listening('coder');
    const opening = { ...OPENING, story: 'Run 1 added the parser.' };
    await fix(coder, { round: 2, findings: [finding], tried: null, opening });
    const [prompt = ''] = coder.prompts;
    expect(prompt).toContain('The title of the task');
    expect(prompt.indexOf('Run 1 added the parser.')).toBeGreaterThan(prompt.indexOf('The title of the task'));
    expect(prompt.indexOf('F1 (high, behaviour)')).toBeGreaterThan(prompt.indexOf('Run 1 added the parser.'));
    expect(prompt).not.toMatch(/\{\{|\}\}/);
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
      prefix: '',
      news: async () => '',
      task: TASK,
      boundary: 'quote-a',
      instructions: '',
      checks: '',
      diff: async () => '',
      findings: [],
      digest: async () => `digest ${(digests += 1)}`,
    });
    expect(review).toMatchObject({ reviewed: false, voidBecause: 'The reviewer changed the files that it looked at.' });
  });
});
