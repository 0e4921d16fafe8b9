import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import type { Answer } from '../../src/review/answer.ts';
import { mergeFindings } from '../../src/review/findings.ts';
import { withNumbersOf } from '../../src/review/numbers.ts';
import { computeVerdict } from '../../src/review/verdict.ts';

const found = (problem: string, severity: Finding['severity'] = 'high'): Answer['findings'][number] => ({
  severity,
  category: 'behaviour',
  path: 'src/a.ts',
  line: 1,
  problem,
  evidence: 'f(1) gives 2, 1 is expected',
  suggestion: '',
  confidence: 'high',
});
const answer = (findings: Answer['findings'], resolutions: Answer['resolutions'] = []): Answer => ({
  summary: '',
  findings,
  acceptance: [],
  resolutions,
});

const at = (round: number) => ({ round, prefix: '' });

describe('findings', () => {
  const first = mergeFindings([], answer([found('one'), found('two', 'low')]), at(0));

  it('get ids in order and keep them', () => {
    const second = mergeFindings(
      first,
      answer([found('three')], [{ id: 'F1', status: 'resolved', evidence: 'test' }]),
      at(1),
    );
    expect(second.map(({ id, resolution, round }) => [id, resolution, round])).toEqual([
      ['F1', 'resolved', 0],
      ['F2', 'open', 0],
      ['F3', 'open', 1],
    ]);
  });

  it('stay open when the reviewer says nothing about them', () => {
    expect(mergeFindings(first, answer([]), at(1)).map(({ resolution }) => resolution)).toEqual(['open', 'open']);
  });

  it('are not taken twice when the reviewer repeats one', () => {
    expect(mergeFindings(first, answer([found('One.')]), at(1))).toHaveLength(2);
  });

  it('are as grave as they were found to be last, with what was found of them', () => {
    const again = { ...found('Two.', 'critical'), line: 90, evidence: 'f(2) deletes the data' };
    const [, second, ...more] = mergeFindings(first, answer([again]), at(1));
    expect(more).toEqual([]);
    expect(second).toMatchObject({ id: 'F2', severity: 'critical', line: 90 });
    expect(second?.evidence).toBe('f(1) gives 2, 1 is expected\n\nf(2) deletes the data');
    expect(mergeFindings(first, answer([found('one', 'low')]), at(1))[0]?.severity).toBe('high');
  });

  it('are others where they are about other values', () => {
    const [known] = mergeFindings([], answer([found('`div(1, 0)` returns 1')]), at(0));
    const both = mergeFindings(known === undefined ? [] : [known], answer([found('`div(0, 7)` returns 9')]), at(1));
    expect(both.map(({ id }) => id)).toEqual(['F1', 'F2']);
  });

  it('never get a number that another one had', () => {
    const numbers = withNumbersOf({ F: 4 }, [
      ...first,
      ...mergeFindings([], answer([found('x')]), { round: 0, prefix: 'S2.' }),
    ]);
    expect(numbers).toEqual({ F: 4, 'S2.F': 1 });
    const [fresh] = mergeFindings([], answer([found('y')]), { ...at(0), numbers });
    expect(fresh?.id).toBe('F5');
  });

  it('cannot be resolved under an id that does not exist, nor opened again by one', () => {
    const second = mergeFindings(first, answer([], [{ id: 'F9', status: 'resolved', evidence: 'x' }]), at(1));
    expect(second.every(({ resolution }) => resolution === 'open')).toBe(true);
  });
});

describe('findings of a step', () => {
  it('have its id before theirs and go on counting after those of others', () => {
    const [mine] = mergeFindings([], answer([found('one')]), { round: 0, prefix: 'S2.' });
    expect(mine?.id).toBe('S2.F1');
    const whole = mergeFindings(mine === undefined ? [] : [mine], answer([found('two')]), at(0));
    expect(whole.map(({ id }) => id)).toEqual(['S2.F1', 'F1']);
  });
});

describe('the verdict', () => {
  const findings = (severity: Finding['severity'], resolution: Finding['resolution'] = 'open') =>
    mergeFindings([], answer([found('x', severity)]), at(0)).map((finding) => ({ ...finding, resolution }));
  const none = { reviewed: true, findings: [], checks: [] };

  it.each([
    ['critical', 'fail'],
    ['high', 'fail'],
    ['medium', 'pass-with-notes'],
    ['low', 'pass-with-notes'],
  ] as const)('of an open %s finding is %s', (severity, verdict) => {
    expect(computeVerdict({ ...none, findings: findings(severity) })).toBe(verdict);
  });

  it.each(['partially-resolved', 'not-addressed'] as const)('still counts a %s one', (resolution) => {
    expect(computeVerdict({ ...none, findings: findings('high', resolution) })).toBe('fail');
  });

  it.each(['resolved', 'disputed'] as const)('does not count a %s one', (resolution) => {
    expect(computeVerdict({ ...none, findings: findings('high', resolution) })).toBe('pass');
  });

  it('is pass without findings, and inconclusive without a review', () => {
    expect(computeVerdict(none)).toBe('pass');
    expect(computeVerdict({ ...none, reviewed: false })).toBe('inconclusive');
    expect(computeVerdict({ ...none, reviewed: false, findings: findings('low') })).toBe('inconclusive');
  });

  it('is fail for a check that broke, reviewed or not', () => {
    const result = { check: { name: 't', command: 't', source: 's' }, exitCode: 1, seconds: 1, reason: null, tail: '' };
    const broken = {
      check: result.check,
      before: { ...result, status: 'passed' as const },
      after: { ...result, status: 'failed' as const },
      effect: 'broken' as const,
    };
    expect(computeVerdict({ ...none, checks: [broken] })).toBe('fail');
    expect(computeVerdict({ ...none, reviewed: false, checks: [broken] })).toBe('fail');
  });
});
