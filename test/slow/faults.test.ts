import { describe } from 'vitest';
import { FAULTS } from '../scenarios/faults.ts';
import { oneOfEachEnding, TELLING, testFaults } from '../scenarios/faults/test-faults.ts';

/** Every row over `opencode run`, and over `opencode serve` those that nothing else plays. */
for (const { title, rows } of FAULTS) {
  const played = new Set([...oneOfEachEnding(rows, 'serve'), ...rows.filter(({ name }) => TELLING.includes(name))]);
  describe.concurrent(`${title}, over serve:`, () =>
    testFaults(
      rows.filter((row) => !played.has(row)),
      'serve',
    ));
  describe.concurrent(`${title}, over run:`, () => testFaults(rows, 'run'));
}
