import { expect, it } from 'vitest';
import { deviations } from './expectations.ts';
import { patience, playFault } from './play.ts';
import type { FaultRow, Transport } from './row.ts';

/** The first row of each way in which one of these ends. */
export function oneOfEachEnding(rows: readonly FaultRow[], transport: Transport): readonly FaultRow[] {
  const endings = new Map<string, FaultRow>();
  for (const row of rows.filter(({ transports }) => transports.includes(transport))) {
    const ending = `${row.ending.outcome} ${row.ending.category ?? ''}`;
    if (!endings.has(ending)) endings.set(ending, row);
  }
  return [...endings.values()];
}

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
