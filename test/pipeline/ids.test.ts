import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/failure.ts';
import type { Finding } from '../../src/finding.ts';
import { missing } from '../../src/pipeline/loop/steps.ts';
import { findingsOf } from '../../src/pipeline/loop/work.ts';
import { mergeFindings } from '../../src/review/findings.ts';
import { NO_NUMBERS, withNumbersOf } from '../../src/review/numbers.ts';
import { reviewChange } from '../../src/review/review-change.ts';
import { OPEN } from './kept.ts';

const named = (id: string, source: Finding['source'] = 'review'): Finding => ({ ...OPEN, id, source });
const EARLIER = [named('F2'), named('S2.F3'), named('S20.F9'), named('U2', 'step')];
const STEP = { id: 'S2', title: 'Two', files: [], read: [], action: 'Do it.', success: 'done', depends: [] };
const FOUND = {
  severity: 'high',
  category: 'behaviour',
  path: 'src/two.txt',
  line: 1,
  problem: 'Two is three.',
  evidence: 'It says so.',
  suggestion: '',
  confidence: 'high',
} as const;
const ANSWER = { summary: 'Read.', findings: [FOUND], acceptance: [], resolutions: [] };

describe('a finding of a later run on a branch', () => {
  it('gets a number after those of the same step in earlier runs, which its reviewer does not see', async () => {
    const prompts: string[] = [];
    const review = await reviewChange({
      conversation: {
        role: 'reviewer',
        session: () => '',
        take: async ({ prompt }) => {
          prompts.push(prompt);
          return { status: 'done', text: '', structured: ANSWER, recovered: null, usage: [] };
        },
      },
      round: 0,
      prefix: 'S2.',
      numbers: withNumbersOf(NO_NUMBERS, EARLIER),
      task: '# Task',
      boundary: 'quote',
      instructions: '',
      checks: '',
      diff: async () => '',
      news: async () => '',
      findings: [],
      digest: async () => 'same',
      onActivity: () => undefined,
    });
    expect(review.findings.map(({ id }) => id)).toEqual(['S2.F4']);
    expect(prompts.join('')).not.toContain('S2.F3');
  });

  it('gets the first number in a step that has none yet', () => {
    const [found] = mergeFindings([], ANSWER, { round: 0, prefix: 'S1.', numbers: withNumbersOf(NO_NUMBERS, EARLIER) });
    expect(found?.id).toBe('S1.F1');
  });

  it('for a step that was not done is not the one of an earlier run', () => {
    const end = { kind: 'failed', failure: new Failure('unknown', 'It broke.', { hint: '' }), result: null } as const;
    expect(missing(STEP, end, 0)?.id).toBe('U2');
    expect(missing(STEP, end, 2)?.id).toBe('U4');
  });

  it('takes the place of none that is open', () => {
    const findings = [named('F2'), named('M1', 'merge')];
    const all = findingsOf({ earlier: { runs: [], findings: EARLIER, numbers: {}, hint: null } }, { findings });
    expect(all).toEqual([...EARLIER, ...findings]);
  });
});
