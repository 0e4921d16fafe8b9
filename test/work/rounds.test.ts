import { describe, expect, it } from 'vitest';
import { untilSettled, type Judged } from '../../src/work/rounds.ts';

type Say = Partial<Judged>;

/** Plays judgements in order and keeps what the fixer was told. */
async function play(judgements: readonly Say[], bounds: { maxFixRounds?: number; turnsLeft?: number } = {}) {
  const fixes: { round: number; tried: readonly string[] | null }[] = [];
  const end = await untilSettled<Judged>({
    maxFixRounds: bounds.maxFixRounds ?? 6,
    turnsLeft: () => bounds.turnsLeft ?? 100,
    judge: async (round) => ({
      settled: false,
      fingerprints: [],
      tree: `tree ${round}`,
      tried: `try ${round}`,
      ...judgements[round],
    }),
    fix: async (round, _judged, tried) => void fixes.push({ round, tried }),
  });
  return { ...end, fixes };
}

describe('rounds', () => {
  it('end at once when the first attempt is settled', async () => {
    const { rounds, endedBy, fixes } = await play([{ settled: true }]);
    expect({ rounds, endedBy, fixes }).toEqual({ rounds: 0, endedBy: null, fixes: [] });
  });

  it('end when a fix settles it', async () => {
    const { rounds, endedBy } = await play([{ fingerprints: ['a'] }, { settled: true }]);
    expect({ rounds, endedBy }).toEqual({ rounds: 1, endedBy: null });
  });

  it('are bounded by max-fix-rounds', async () => {
    const different = [
      { fingerprints: ['a'] },
      { fingerprints: ['b'] },
      { fingerprints: ['c'] },
      { fingerprints: ['d'] },
    ];
    const { rounds, endedBy } = await play(different, { maxFixRounds: 2 });
    expect({ rounds, endedBy }).toEqual({ rounds: 2, endedBy: '`max-fix-rounds` (2)' });
  });

  it('make no fix at all with max-fix-rounds 0', async () => {
    const { rounds, fixes } = await play([{ fingerprints: ['a'] }], { maxFixRounds: 0 });
    expect({ rounds, fixes }).toEqual({ rounds: 0, fixes: [] });
  });

  it('ask for another approach after the second equal failure and stop at the third', async () => {
    const same = [{ fingerprints: ['a'] }, { fingerprints: ['a', 'b'] }, { fingerprints: ['a'] }, { settled: true }];
    const { rounds, endedBy, fixes } = await play(same);
    expect(fixes.map(({ tried }) => tried)).toEqual([null, ['try 0', 'try 1']]);
    expect({ rounds, endedBy }).toEqual({ rounds: 2, endedBy: 'the same failure came back 3 times' });
  });

  it('count a failure that comes and goes', async () => {
    const coming = ['a', 'b', 'a', 'c', 'a', 'd'].map((name) => ({ fingerprints: [name] }));
    const { rounds, endedBy, fixes } = await play(coming, { maxFixRounds: 6 });
    expect({ rounds, endedBy }).toEqual({ rounds: 4, endedBy: 'the same failure came back 3 times' });
    expect(fixes.filter(({ tried }) => tried !== null)).toHaveLength(1);
  });

  it('stop when two failures come back in turn', async () => {
    const swinging = ['a', 'b', 'a', 'b', 'a', 'b'].map((name) => ({ fingerprints: [name] }));
    const { rounds, endedBy } = await play(swinging, { maxFixRounds: 6 });
    expect({ rounds, endedBy }).toEqual({ rounds: 3, endedBy: 'two failures kept coming back in turn' });
  });

  it('count a round that changed nothing as the same failure, whatever it is called now', async () => {
    const unchanged = ['a', 'b', 'c', 'd'].map((name) => ({ fingerprints: [name], tree: 'same' }));
    const { rounds, endedBy } = await play(unchanged);
    expect({ rounds, endedBy }).toEqual({ rounds: 2, endedBy: 'the same failure came back 3 times' });
  });

  it('end when too few turns are left for a fix and its review', async () => {
    const { rounds, endedBy } = await play([{ fingerprints: ['a'] }], { turnsLeft: 1 });
    expect({ rounds, endedBy }).toEqual({ rounds: 0, endedBy: '`max-turns`' });
  });
});
