import { expect, test } from 'vitest';
import type { Session, TurnRequest } from '../../src/agent/agent.ts';
import { countTokens, createLedger } from '../../src/ledger/ledger.ts';
import { createTurns } from '../../src/ledger/turns.ts';

const TOKENS = { input: 5, output: 4, reasoning: 3, cacheRead: 2, cacheWrite: 1 };

function session(seen: TurnRequest[], cost: number | null = 0.5): Session {
  return {
    id: 'ses_1',
    role: 'coder',
    turn: async (request) => {
      seen.push(request);
      const usage = [{ session: 'ses_1', model: 'a/b', requests: 1, tokens: TOKENS, cost }];
      return { status: 'done', text: '', structured: undefined, usage };
    },
  };
}

const options = (maxTurns: number, deadline: number) => ({
  maxTurns,
  deadline,
  ledger: createLedger(),
  onTaken: () => undefined,
});

test('turns beyond the limit are refused unpaid', async () => {
  const seen: TurnRequest[] = [];
  const turns = createTurns(options(1, Date.now() + 60_000));
  expect(await turns.take(session(seen), { prompt: 'one' }, { phase: 'implement', round: 0 })).toMatchObject({
    status: 'done',
  });
  expect(turns.left()).toBe(0);
  const refused = await turns.take(session(seen), { prompt: 'two' }, { phase: 'fix', round: 1 });
  expect(refused).toMatchObject({ status: 'failed', category: 'budget', usage: [] });
  expect(seen).toHaveLength(1);
});

test('a turn ends with the run, and after the end none begins', async () => {
  const seen: TurnRequest[] = [];
  const deadline = Date.now() + 60_000;
  await createTurns(options(9, deadline)).take(session(seen), { prompt: 'x' }, { phase: 'implement', round: 0 });
  expect(seen[0]?.deadline).toBe(deadline);
  const late = await createTurns(options(9, Date.now() - 1)).take(
    session(seen),
    { prompt: 'x' },
    { phase: 'fix', round: 1 },
  );
  expect(late).toMatchObject({ status: 'failed', category: 'timeout' });
  expect(seen).toHaveLength(1);
});

test('the ledger has a row for each phase, role, model and round, and unpriced stays unpriced', async () => {
  const given = options(9, Date.now() + 60_000);
  const turns = createTurns(given);
  await turns.take(session([]), { prompt: 'x' }, { phase: 'implement', round: 0 });
  await turns.take(session([]), { prompt: 'x' }, { phase: 'fix', round: 1 });
  await turns.take(session([], null), { prompt: 'x' }, { phase: 'fix', round: 1 });
  expect(given.ledger.rows().map(({ phase, round, requests, cost }) => [phase, round, requests, cost])).toEqual([
    ['implement', 0, 1, 0.5],
    ['fix', 1, 2, null],
  ]);
  expect(given.ledger.total()).toMatchObject({ requests: 3, cost: null });
  expect(countTokens(given.ledger.total().tokens)).toBe(45);
});
