import { expect, test } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { advise } from '../../src/review/advise.ts';
import type { Answer } from '../../src/review/answer.ts';
import { mergeFindings } from '../../src/review/findings.ts';

const found = (problem: string, severity: Finding['severity']): Answer['findings'][number] => ({
  severity,
  category: 'behaviour',
  path: 'src/a.ts',
  line: 1,
  problem,
  evidence: 'f(1) gives 2, 1 is expected',
  suggestion: '',
  confidence: 'high',
});
const answer = (...findings: Answer['findings']): Answer => ({
  summary: 'Read.',
  findings,
  acceptance: [],
  resolutions: [],
});

const KNOWN = mergeFindings([], answer(found('It is slow.', 'medium'), found('It is wrong.', 'high')), {
  round: 0,
  prefix: '',
});

async function adviceOf(...findings: Answer['findings']) {
  return await advise({
    conversation: {
      role: 'advisor',
      session: () => 'fresh',
      take: async () => ({
        status: 'done',
        text: '',
        structured: answer(...findings),
        recovered: null,
        usage: [],
      }),
    },
    round: 1,
    task: '# Task',
    boundary: 'quote',
    instructions: '',
    diff: '',
    findings: KNOWN,
    numbers: { A: 3 },
    digest: async () => 'same',
    onActivity: () => undefined,
  });
}

test('what the advisor finds is new where nobody has found it, under a number that none has had', async () => {
  const { findings } = await adviceOf(found('It is slow.', 'medium'), found('It leaks.', 'low'));
  expect(findings.map(({ id, problem }) => [id, problem])).toEqual([['A4', 'It leaks.']]);
});

test('what the advisor holds to be graver than the reviewer did is not passed over', async () => {
  const { findings } = await adviceOf(found('It is slow.', 'critical'), found('It is wrong.', 'medium'));
  expect(findings.map(({ problem, severity }) => [problem, severity])).toEqual([['It is slow.', 'critical']]);
});
