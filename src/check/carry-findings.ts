import { isOpen, type Finding } from '../finding.ts';

/** Findings of checks: those of earlier rounds keep their round, and are resolved when the check passes again. */
export function carryFindings(earlier: readonly Finding[], now: readonly Finding[], round: number): readonly Finding[] {
  const known = earlier.filter(({ source }) => source === 'check');
  const still = now.map((finding) => ({
    ...finding,
    round: known.find(({ id }) => id === finding.id)?.round ?? round,
  }));
  // What a step left broken is told of the whole under the whole's own id for as long as it is broken.
  const gone = known.filter(({ id }) => !now.some((finding) => checkOf(finding.id) === checkOf(id)));
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

/** `C1` of `S2.C1`: the check is the same in every step. */
function checkOf(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
