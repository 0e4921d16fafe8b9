import { expect, it } from 'vitest';
import { deviations } from './expectations.ts';
import { patience, playFault } from './play.ts';
import type { FaultRow, Transport } from './row.ts';

/** Rows that `npm test` plays over serve, one of most kinds, and of those what it plays over run as well. */
export const TELLING = ['401', '500-once', 'deaf-command', 'max-cost'];
export const ALSO_OVER_RUN = ['401'];

/** The first row of each way in which one of these ends, without those that `npm test` plays. */
export function oneOfEachEnding(rows: readonly FaultRow[], transport: Transport): readonly FaultRow[] {
  const applying = rows.filter(({ transports }) => transports.includes(transport));
  const endings = new Map(applying.toReversed().map((row) => [endingOf(row), row] as const));
  const played = new Set(applying.filter(({ name }) => TELLING.includes(name)).map(endingOf));
  return applying.filter((row) => endings.get(endingOf(row)) === row && !played.has(endingOf(row)));
}

const endingOf = ({ ending }: FaultRow): string => `${ending.outcome} ${ending.category ?? ''}`;

/** A test for each row that applies to the transport, the longest first, so that none is left alone at the end. */
export function testFaults(rows: readonly FaultRow[], transport: Transport): void {
  const some = rows.filter(({ transports }) => transports.includes(transport));
  for (const row of some.toSorted((one, other) => other.seconds - one.seconds)) {
    it(
      row.name,
      async () => {
        const seen = await playFault(row, transport);
        expect(deviations(row, seen), `${row.name} over ${transport}\n${seen.log}`).toEqual([]);
      },
      patience(row) + 60_000,
    );
  }
}
