import { expect, test } from 'vitest';
import type { Session, TurnRequest } from '../../src/agent/agent.ts';
import type { MeteredRequest } from '../../src/gateway/messages.ts';
import { createAccounts } from '../../src/ledger/accounts.ts';
import { countTokens } from '../../src/ledger/ledger.ts';
import { createTurns } from '../../src/ledger/turns.ts';
import { quietGateway } from './quiet-gateway.ts';

const TOKENS = { input: 5, output: 4, reasoning: 3, cacheRead: 2, cacheWrite: 1 };

function session(seen: TurnRequest[], cost: number | null = 0.5): Session {
  return {
    id: 'ses_1',
    role: 'coder',
    hasBegun: () => true,
    turn: async (request) => {
      seen.push(request);
      const usage = [{ session: 'ses_1', model: 'a/b', requests: 1, tokens: TOKENS, cost }];
      return { status: 'done', text: '', structured: undefined, recovered: null, usage };
    },
  };
}

const options = (maxTurns: number, deadline: number) => ({
  maxTurns,
  deadline,
  gateway: quietGateway(),
  accounts: createAccounts(),
  onSpent: () => undefined,
});

test('turns beyond the limit are refused unpaid', async () => {
  const seen: TurnRequest[] = [];
  const turns = createTurns(options(1, Date.now() + 60_000));
  expect(
    await turns.take(session(seen), { prompt: 'one', model: 'a/b' }, { phase: 'implement', round: 0 }),
  ).toMatchObject({
    status: 'done',
  });
  expect(turns.left()).toBe(0);
  const refused = await turns.take(session(seen), { prompt: 'two', model: 'a/b' }, { phase: 'fix', round: 1 });
  expect(refused).toMatchObject({ status: 'failed', category: 'budget', usage: [] });
  expect(seen).toHaveLength(1);
});

test('a turn ends with the run, and after the end none begins', async () => {
  const seen: TurnRequest[] = [];
  const deadline = Date.now() + 60_000;
  await createTurns(options(9, deadline)).take(
    session(seen),
    { prompt: 'x', model: 'a/b' },
    { phase: 'implement', round: 0 },
  );
  expect(seen[0]?.deadline).toBe(deadline);
  const late = await createTurns(options(9, Date.now() - 1)).take(
    session(seen),
    { prompt: 'x', model: 'a/b' },
    { phase: 'fix', round: 1 },
  );
  expect(late).toMatchObject({ status: 'failed', category: 'timeout' });
  expect(seen).toHaveLength(1);
});

const request: MeteredRequest = {
  kind: 'request',
  role: 'coder',
  session: 'ses_1',
  root: 'ses_1',
  model: 'a/b',
  status: 200,
  tokens: TOKENS,
  cost: 0.5,
  estimated: false,
  dropped: [],
};

/** A session whose turns make these requests at the gateway. */
function asking(gateway: ReturnType<typeof quietGateway>, requests: readonly MeteredRequest[]): Session {
  const plain = session([]);
  const turn: Session['turn'] = async (given) => {
    for (const one of requests) for (const watcher of gateway.watchers) watcher.onRequest(one);
    return await plain.turn(given);
  };
  return { ...plain, turn };
}

test('what was spent has a row for each phase, role, model and round, and what no session asked for is outside', async () => {
  const gateway = quietGateway();
  const given = { ...options(9, Date.now() + 60_000), gateway };
  const turns = createTurns(given);
  const child = { ...request, session: 'ses_child' };
  const invented = { ...request, session: 'ses_2', root: 'ses_2' };
  await turns.take(asking(gateway, [request]), { prompt: 'x', model: 'a/b' }, { phase: 'implement', round: 0 });
  await turns.take(asking(gateway, [request, child]), { prompt: 'x', model: 'a/b' }, { phase: 'fix', round: 1 });
  const stray = { ...request, session: null, root: null };
  await turns.take(asking(gateway, [stray, invented]), { prompt: 'x', model: 'a/b' }, { phase: 'fix', round: 1 });
  expect(given.accounts.rows().map(({ phase, round, requests, cost }) => [phase, round, requests, cost])).toEqual([
    ['implement', 0, 1, 0.5],
    ['fix', 1, 2, 1],
    ['outside', 1, 2, 1],
  ]);
  expect(countTokens(given.accounts.total().tokens)).toBe(75);
  expect(given.accounts.claimed()?.requests).toBe(3);
});

test('what is unpriced stays unpriced', async () => {
  const gateway = quietGateway();
  const given = { ...options(9, Date.now() + 60_000), gateway };
  const unpriced = { ...request, cost: null };
  const purpose = { phase: 'implement', round: 0 } as const;
  await createTurns(given).take(asking(gateway, [request, unpriced]), { prompt: 'x', model: 'a/b' }, purpose);
  expect(given.accounts.total().cost).toBeNull();
});

test('a turn whose requests will not be answered any more is stopped with the gateway’s reason', async () => {
  const gateway = quietGateway();
  const told = { kind: 'fault' as const, role: 'coder' as const, root: 'ses_1', final: true };
  const stopped: Session = {
    ...session([]),
    turn: ({ stop }) =>
      new Promise((resolve) => {
        stop?.addEventListener('abort', () =>
          resolve({ status: 'failed', category: 'unknown', message: 'Aborted.', text: '', usage: [] }),
        );
        for (const { onFault } of gateway.watchers)
          onFault({ ...told, category: 'budget', message: 'The budget is used up.' });
      }),
  };
  const turns = createTurns({ ...options(9, Date.now() + 60_000), gateway });
  const purpose = { phase: 'implement', round: 0 } as const;
  const turn = await turns.take(stopped, { prompt: 'x', model: 'a/b' }, purpose);
  expect(turn).toMatchObject({ status: 'failed', category: 'budget', message: 'The budget is used up.', final: true });
  const next = await turns.take(session([]), { prompt: 'x', model: 'a/b' }, purpose);
  expect(next).toMatchObject({ status: 'failed', category: 'budget' });
  expect(turns.used()).toBe(1);
});
