import { describe } from 'vitest';
import { FAULTS } from '../scenarios/faults.ts';
import { oneOfEachEnding, testFaults } from '../scenarios/faults/test-faults.ts';

/** With what `npm test` plays one fault of a kind for each way in which it may end; all rows, over both transports, are in `test/slow/`. */
for (const { title, rows } of FAULTS) {
  describe.concurrent(`${title}, over serve:`, () => testFaults(oneOfEachEnding(rows, 'serve'), 'serve'));
}
