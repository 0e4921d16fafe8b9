import { describe, expect, it } from 'vitest';
import type { Limits } from '../../src/gateway/budget.ts';
import { answer, answerAtOnce, done, refuse, said, stream } from '../support/provider/answers.ts';
import { modelNamed, PROMPT, startBehind, type Behind } from '../support/provider/behind.ts';
import { saying } from '../support/saying.ts';

const PLENTY: Limits = { cost: 1e6, tokens: 1e12, requests: 1e6 };
/** What every request of these tests asks for. */
const BODY = { ...PROMPT, max_tokens: 1000 };
/** Of such a request, as it goes to the provider. */
const SENT = JSON.stringify({ ...BODY, stream_options: { include_usage: true } }).length;
/** At worst each byte is a token of input and the answer as long as it may be, at 2.50 and 10 dollars for a million. */
const WORST = { tokens: SENT + 1000, cost: (SENT * 2.5 + 1000 * 10) / 1e6 };

/** Fifty at once; how many were answered, and how many refused. */
async function fiftyAtOnce(behind: Behind): Promise<Readonly<Record<number, number>>> {
  const answers = await Promise.all(Array.from({ length: 50 }, () => behind.ask({ body: BODY })));
  await Promise.all(answers.map((one) => one.text()));
  await behind.settled();
  return Object.fromEntries(
    [200, 402].map((status) => [status, answers.filter((one) => one.status === status).length]),
  );
}

describe('of fifty clients at once', () => {
  it('exactly as many reach the provider as there are requests left', async () => {
    await using behind = await startBehind({
      limits: { ...PLENTY, requests: 7 },
      play: (response) => answer(response, 'Yes.', { input: 5, output: 2 }),
    });
    expect(await fiftyAtOnce(behind)).toEqual({ 200: 7, 402: 43 });
    expect(behind.provider.received).toHaveLength(7);
    expect(await fiftyAtOnce(behind)).toEqual({ 200: 0, 402: 50 });
    expect(behind.provider.received).toHaveLength(7);
    expect(behind.requests).toHaveLength(7);
  });

  it('no more reach the provider than the tokens left are enough for, however long their answers become', async () => {
    await using behind = await startBehind({
      limits: { ...PLENTY, tokens: WORST.tokens * 4 + 17 },
      play: (response) => answer(response, 'Long.', { input: SENT, output: 1000 }),
    });
    expect(await fiftyAtOnce(behind)).toEqual({ 200: 4, 402: 46 });
    expect(behind.provider.received).toHaveLength(4);
    expect(behind.provider.received[0]?.body).toHaveLength(SENT);
  });

  it('no more reach the provider than the money left is enough for', async () => {
    await using behind = await startBehind({
      limits: { ...PLENTY, cost: WORST.cost * 5 },
      play: (response) => answer(response, 'Long.', { input: SENT, output: 1000 }),
    });
    expect(await fiftyAtOnce(behind)).toEqual({ 200: 5, 402: 45 });
    expect(behind.provider.received).toHaveLength(5);
  });
});

describe('a refusal for want of budget', () => {
  it('has the provider’s own shape, says which limit, and is told as final', async () => {
    await using behind = await startBehind({ limits: { ...PLENTY, cost: 0.001 } });
    const response = await behind.ask({ body: BODY, headers: { 'x-session-id': 'ses_1' } });
    expect(response.status).toBe(402);
    expect(await response.json()).toEqual({
      error: {
        message: saying('`max-cost`'),
        type: 'invalid_request_error',
        param: null,
        code: null,
      },
    });
    await behind.settled();
    expect(behind.faults).toEqual([
      {
        category: 'budget',
        message:
          'The next model request could cost $0.01, and $0.00 of the run’s $0.0010 (`max-cost`) are spent or set aside.',
        final: true,
        role: 'coder',
        root: 'ses_1',
        kind: 'fault',
      },
    ]);
    expect(behind.provider.received).toEqual([]);
    expect(behind.requests).toEqual([]);
  });
});

describe('what is set aside', () => {
  it('is given back as far as it was not used', async () => {
    await using behind = await startBehind({
      limits: { ...PLENTY, tokens: WORST.tokens + 20 },
      play: (response) => answer(response, 'Short.', { input: 3, output: 2 }),
    });
    for (let count = 0; count < 5; count += 1) await (await behind.ask({ body: BODY })).text();
    // Twenty-five tokens are spent now, five more than fit beside the worst case.
    expect((await behind.ask({ body: BODY })).status).toBe(402);
    expect(behind.provider.received).toHaveLength(5);
  });

  it('is given back when the provider refuses, and when it cannot be reached', async () => {
    await using behind = await startBehind({
      limits: { ...PLENTY, tokens: WORST.tokens + 10 },
      play: (response) => refuse(response, 401),
    });
    for (let count = 0; count < 3; count += 1) expect((await behind.ask({ body: BODY })).status).toBe(401);
    await behind.settled();
    expect(behind.requests.map(({ tokens, cost, estimated }) => ({ ...tokens, cost, estimated }))).toEqual(
      Array.from({ length: 3 }, () => ({
        input: 0,
        output: 0,
        reasoning: 0,
        cacheRead: 0,
        cacheWrite: 0,
        cost: 0,
        estimated: false,
      })),
    );
  });

  it('is the worst case of the body that is sent, not of what the agent asked for', async () => {
    await using behind = await startBehind({
      limits: { ...PLENTY, tokens: 40_000 },
      models: [modelNamed('own/model', { maxOutput: 500 })],
      play: (response) => answerAtOnce(response, 'Short.', { input: 3, output: 2 }),
    });
    const response = await behind.ask({ body: { ...PROMPT, stream: false, max_tokens: 10_000_000 } });
    expect(response.status).toBe(200);
    expect(JSON.parse(behind.provider.received[0]?.body ?? '')).toMatchObject({ max_tokens: 500 });
  });
});

describe('a request', () => {
  it('whose usage is missing counts by its bytes and is marked', async () => {
    await using behind = await startBehind({
      limits: { ...PLENTY, tokens: WORST.tokens + 100 },
      play: (response) => answer(response, 'x'.repeat(80), null),
    });
    await (await behind.ask({ body: BODY })).text();
    await behind.settled();
    const tokens = { input: Math.ceil(SENT / 4), output: 20, reasoning: 0, cacheRead: 0, cacheWrite: 0 };
    const cost = (tokens.input * 2 + 20 * 10) / 1e6;
    expect(behind.requests).toMatchObject([{ tokens, cost, estimated: true, status: 200 }]);
    await (await behind.ask({ body: BODY })).text();
    await behind.settled();
    expect((await behind.ask({ body: BODY })).status).toBe(tokens.input + 20 > 50 ? 402 : 200);
  });

  it('that broke off counts for what it had said, and for the answer that had come', async () => {
    await using behind = await startBehind({
      play: (response) => {
        const usage = { prompt_tokens: 70, completion_tokens: 1 };
        const beginning = `data: ${JSON.stringify({ choices: [], usage })}\n\n${said('x'.repeat(400))}`;
        stream(response).write(beginning, () => response.destroy());
      },
    });
    await expect(behind.ask({ body: BODY }).then((response) => response.text())).rejects.toThrow('terminated');
    await behind.settled();
    expect(behind.requests).toMatchObject([{ tokens: { input: 70, output: 100 }, estimated: true }]);
  });

  it('of a model without a price costs nothing that is known, and is bounded by tokens', async () => {
    await using behind = await startBehind({
      limits: { ...PLENTY, cost: 0, tokens: WORST.tokens * 2 },
      models: [modelNamed('own/model', { price: null })],
      play: (response) => answer(response, 'Yes.', { input: SENT, output: 1000 }),
    });
    expect(await fiftyAtOnce(behind)).toEqual({ 200: 2, 402: 48 });
    expect(behind.requests).toMatchObject([{ cost: null }, { cost: null }]);
    expect(behind.faults[0]?.message).toContain('`max-tokens`');
  });

  it('that is tried again counts twice', async () => {
    await using behind = await startBehind({
      limits: { ...PLENTY, requests: 3 },
      play: (response, _, count) =>
        count === 1
          ? refuse(response, 503, { headers: { 'retry-after-ms': '1' } })
          : answer(response, 'Yes.', { input: 5, output: 2 }),
    });
    expect(await (await behind.ask({ body: BODY })).text()).toContain('Yes.');
    expect((await behind.ask({ body: BODY })).status).toBe(200);
    expect((await behind.ask({ body: BODY })).status).toBe(402);
    await behind.settled();
    expect(behind.provider.received).toHaveLength(3);
    expect(behind.requests.map(({ status }) => status)).toEqual([503, 200, 200]);
  });

  it('is not tried again without a request left for it', async () => {
    await using behind = await startBehind({
      limits: { ...PLENTY, requests: 1 },
      play: (response) => refuse(response, 503, { headers: { 'retry-after-ms': '1' } }),
    });
    expect((await behind.ask({ body: BODY })).status).toBe(402);
    await behind.settled();
    expect(behind.provider.received).toHaveLength(1);
    expect(behind.faults).toMatchObject([{ category: 'budget', final: true }]);
  });

  it('belongs to the role, session and family that made it', async () => {
    await using behind = await startBehind({ play: (response) => answer(response, 'Yes.', { input: 5, output: 2 }) });
    await behind.ask({ headers: { 'x-session-id': 'ses_top' } });
    await behind.ask({ headers: { 'x-session-id': 'ses_child', 'x-parent-session-id': 'ses_top' } });
    await behind.ask({ role: 'reviewer', headers: { 'x-session-id': 'ses_child' } });
    await behind.ask({});
    await behind.settled();
    expect(behind.requests.map(({ role, session, root }) => [role, session, root])).toEqual([
      ['coder', 'ses_top', 'ses_top'],
      ['coder', 'ses_child', 'ses_top'],
      ['reviewer', 'ses_child', 'ses_child'],
      ['coder', null, null],
    ]);
    expect(behind.requests[0]).toEqual({
      kind: 'request',
      role: 'coder',
      session: 'ses_top',
      root: 'ses_top',
      model: 'own/model',
      status: 200,
      tokens: { input: 5, output: 2, reasoning: 0, cacheRead: 0, cacheWrite: 0 },
      cost: 0.00003,
      estimated: false,
      dropped: [],
    });
  });
});

it('what was used beyond the worst case is not lost', async () => {
  await using behind = await startBehind({
    limits: { ...PLENTY, tokens: WORST.tokens * 3 },
    play: (response) => stream(response).end(said('Dear.') + done({ input: WORST.tokens * 2, output: 1 })),
  });
  await (await behind.ask({ body: BODY })).text();
  expect((await behind.ask({ body: BODY })).status).toBe(402);
});
