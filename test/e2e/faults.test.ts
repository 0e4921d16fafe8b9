import { describe, expect, it } from 'vitest';
import { FAULTS } from '../scenarios/faults.ts';
import { ALSO_OVER_RUN, TELLING, testFaults } from '../scenarios/faults/test-faults.ts';

const rows = FAULTS.flatMap((group) => group.rows);
const named = (names: readonly string[]) => rows.filter((row) => names.includes(row.name));

describe.concurrent('a fault ends as its row says, over serve:', () => testFaults(named(TELLING), 'serve'));
describe.concurrent('a fault ends as its row says, over run:', () => testFaults(named(ALSO_OVER_RUN), 'run'));

it('rows are named once each, and those that are played here exist', () => {
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  expect(named(TELLING)).toHaveLength(TELLING.length);
  expect(named(ALSO_OVER_RUN)).toHaveLength(ALSO_OVER_RUN.length);
});
