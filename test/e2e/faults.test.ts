import { describe, expect, it } from 'vitest';
import { FAULTS } from '../scenarios/faults.ts';
import { testFaults } from '../scenarios/faults/test-faults.ts';

/** Rows that the second transport plays here; `npm run test:slow` plays them all. */
const ALSO_OVER_RUN = ['401', '500-once', 'stalls', 'deaf-command', 'killed-once'];

const rows = FAULTS.flatMap((group) => group.rows);
const also = rows.filter((row) => ALSO_OVER_RUN.includes(row.name));

describe.concurrent('a fault ends as its row says, over serve:', () => testFaults(rows, 'serve'));
describe.concurrent('a fault ends as its row says, over run:', () => testFaults(also, 'run'));

it('rows are named once each, and those for the second transport exist', () => {
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  expect(also).toHaveLength(ALSO_OVER_RUN.length);
});
