import { describe } from 'vitest';
import { FAULTS } from '../scenarios/faults.ts';
import { oneOfEachEnding, testFaults } from '../scenarios/faults/test-faults.ts';

/** Every row over `opencode run`, and over `opencode serve` those that `test/matrix/` leaves out. */
for (const { title, rows } of FAULTS) {
  const played = new Set(oneOfEachEnding(rows, 'serve'));
  describe.concurrent(`${title}, over serve:`, () =>
    testFaults(
      rows.filter((row) => !played.has(row)),
      'serve',
    ));
  describe.concurrent(`${title}, over run:`, () => testFaults(rows, 'run'));
}
