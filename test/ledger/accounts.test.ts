import { expect, test } from 'vitest';
import type { MeteredRequest } from '../../src/gateway/messages.ts';
import { createAccounts } from '../../src/ledger/accounts.ts';

const request = (root: string | null, session: string | null, input: number): MeteredRequest => ({
  kind: 'request',
  role: 'reviewer',
  session,
  root,
  model: 'a/b',
  status: 200,
  tokens: { input, output: 1, reasoning: 0, cacheRead: 0, cacheWrite: 0 },
  cost: null,
  estimated: false,
  dropped: [],
});

test('the tokens of a session are those of its family, nobody else’s, and none where it never asked', () => {
  const accounts = createAccounts();
  accounts.meter(request('ses_a', 'ses_a', 10));
  accounts.meter(request('ses_a', 'ses_child', 5));
  accounts.meter(request('ses_b', 'ses_b', 7));
  accounts.meter(request(null, null, 100));
  expect(['ses_a', 'ses_b', 'ses_c'].map(accounts.tokensOf)).toEqual([17, 8, 0]);
});

test('of a session whose own id is not known nothing can be told', () => {
  expect(createAccounts().tokensOf('run-1')).toBeNull();
});
