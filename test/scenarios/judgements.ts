export const PASS = { summary: 'As the task says.', findings: [], acceptance: [] };
export const SAME = { ...PASS, resolutions: [] };

export function finding(severity: 'critical' | 'high' | 'medium' | 'low', problem: string, path: string | null = null) {
  return {
    severity,
    category: 'behaviour',
    path,
    line: null,
    problem,
    evidence: `Seen by reading: ${problem}`,
    suggestion: '',
    confidence: 'high',
  };
}

export const found = (...findings: readonly ReturnType<typeof finding>[]) => ({ ...PASS, findings });

export const became = (...resolutions: readonly (readonly [id: string, status: string, evidence?: string])[]) => ({
  ...PASS,
  resolutions: resolutions.map(([id, status, evidence = 'Seen by reading.']) => ({ id, status, evidence })),
});
