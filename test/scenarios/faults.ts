import { AGENT_FAULTS } from './faults/agent.ts';
import { ANSWER_FAULTS } from './faults/answer.ts';
import { CONNECTION_FAULTS } from './faults/connection.ts';
import { LIMITS } from './faults/limits.ts';
import { FALLBACKS } from './faults/models.ts';
import { PROVIDER_FAULTS } from './faults/provider.ts';
import type { FaultRow } from './faults/row.ts';

export type FaultGroup = Readonly<{ title: string; rows: readonly FaultRow[] }>;

/** What can go wrong around a model, and what a run makes of it: the tests play it, and docs/faults.md is made of it. */
export const FAULTS: readonly FaultGroup[] = [
  { title: 'The provider answers with an error', rows: PROVIDER_FAULTS },
  { title: 'The answer does not come, or not to its end', rows: CONNECTION_FAULTS },
  { title: 'The answer is of no use', rows: ANSWER_FAULTS },
  { title: 'OpenCode or a command does not go on', rows: AGENT_FAULTS },
  { title: 'There is another model', rows: FALLBACKS },
  { title: 'A limit is reached', rows: LIMITS },
];
