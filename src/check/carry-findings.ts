import { isOpen, type Finding } from '../finding.ts';

/** Findings of checks: those of earlier rounds keep their round, and are resolved when the check passes again. */
export function carryFindings(earlier: readonly Finding[], now: readonly Finding[], round: number): readonly Finding[] {
  const known = earlier.filter(({ source }) => source === 'check');
  const still = now.map((finding) => ({
    ...finding,
    round: known.find(({ id }) => id === finding.id)?.round ?? round,
  }));
  const gone = known.filter(({ id }) => !now.some((finding) => finding.id === id));
  const evidence = 'The check passes again.';
  return [
    ...still,
    ...gone.map((finding): Finding => {
      if (!isOpen(finding)) return finding;
      return {
        ...finding,
        resolution: 'resolved',
        history: [...finding.history, { round, resolution: 'resolved', evidence }],
      };
    }),
  ];
}
