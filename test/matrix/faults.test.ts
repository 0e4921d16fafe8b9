import { describe } from 'vitest';
import { FAULTS } from '../scenarios/faults.ts';
import { testFaults } from '../scenarios/faults/test-faults.ts';

for (const { title, rows } of FAULTS) {
  describe.concurrent(`${title}, over serve:`, () => testFaults(rows, 'serve'));
}
