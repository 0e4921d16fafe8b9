import type { Finding } from '../../../src/finding.ts';

export function finding(id: string, rest: Partial<Finding> = {}): Finding {
  return {
    id,
    source: 'review',
    severity: 'high',
    category: 'behaviour',
    path: 'src/a.ts',
    line: 2,
    problem: `Problem ${id}.`,
    evidence: 'f(1) gives 2, 1 is expected.',
    suggestion: '',
    confidence: 'high',
    round: 0,
    resolution: 'open',
    history: [],
    ...rest,
  };
}
