import { describe, expect, expectTypeOf, it } from 'vitest';
import { createBudget, type Budget, type Limits, type Reservation } from '../../src/gateway/budget.ts';
import type { Amount } from '../../src/gateway/price.ts';
import { random } from '../support/provider/random.ts';

const PLENTY: Limits = { cost: 1000, tokens: 1e9, requests: 1e6 };
const of = (tokens: number, cost: number | null = 0): Amount => ({ tokens, cost });

function reserved(budget: Budget, worst: Amount): Reservation {
  const held = budget.reserve(worst);
  if (held.kind === 'refused') throw new Error(held.reason);
  return held.reservation;
}

const reasonOf = (budget: Budget, worst: Amount): string | null => {
  const held = budget.reserve(worst);
  return held.kind === 'refused' ? held.reason : null;
};

describe('a budget', () => {
  it('gives out as many requests as it has, and no request back', () => {
    const budget = createBudget({ ...PLENTY, requests: 2 });
    reserved(budget, of(10)).settle(of(0));
    reserved(budget, of(10)).settle(of(0));
    expect(reasonOf(budget, of(10))).toBe('The run’s 2 model requests (`max-requests`) are used up.');
  });

  it('counts what is set aside as spent until it is settled', () => {
    const budget = createBudget({ ...PLENTY, tokens: 1000 });
    const first = reserved(budget, of(600));
    expect(reasonOf(budget, of(600))).toBe(
      'The next model request could take 600 tokens, and 600 of the run’s 1,000 (`max-tokens`) are used or set aside.',
    );
    first.settle(of(400));
    expect(reasonOf(budget, of(600))).toBeNull();
    expect(reasonOf(budget, of(1))).not.toBeNull();
  });

  it('is for money to the last cent, and says so in money', () => {
    const budget = createBudget({ ...PLENTY, cost: 1 });
    for (let count = 0; count < 10; count += 1) reserved(budget, of(1, 0.1)).settle(of(1, 0.1));
    expect(reasonOf(budget, of(1, 0.005))).toBe(
      'The next model request could cost $0.0050, and $1.00 of the run’s $1.00 (`max-cost`) are spent or set aside.',
    );
    expect(reasonOf(budget, of(1, 0))).toBeNull();
  });

  it('lets a model without a known price through on tokens alone', () => {
    const budget = createBudget({ ...PLENTY, cost: 0, tokens: 100 });
    reserved(budget, of(60, null)).settle(of(50, null));
    expect(reasonOf(budget, of(60, null))).toContain('`max-tokens`');
    expect(reasonOf(budget, of(10, 0.01))).toContain('`max-cost`');
  });

  it('gives a reservation for one request, and nobody else can make one', () => {
    const one = reserved(createBudget({ cost: 1, tokens: 1000, requests: 9 }), of(100));
    one.use();
    expect(() => one.use()).toThrow('A reservation is for one request.');
    expectTypeOf<Readonly<{ use: () => void; settle: (used: Amount) => void }>>().not.toExtend<Reservation>();
  });

  it('settles a reservation once', () => {
    const budget = createBudget({ ...PLENTY, tokens: 100 });
    const one = reserved(budget, of(100));
    one.settle(of(50));
    one.settle(of(0));
    expect(reasonOf(budget, of(51))).not.toBeNull();
    expect(reasonOf(budget, of(50))).toBeNull();
  });

  it('remembers what was used beyond what was set aside', () => {
    const budget = createBudget({ ...PLENTY, tokens: 100 });
    reserved(budget, of(10)).settle(of(500));
    expect(reasonOf(budget, of(1))).toContain('500 of the run’s 100');
  });
});

/** Requests of random sizes, some without a price, that begin and end in a random order. */
function play(seed: number): { readonly most: Limits; readonly limits: Limits; readonly refused: number } {
  const next = random(seed);
  const limits: Limits = { cost: next(50) / 10, tokens: next(20_000), requests: next(60) };
  const budget = createBudget(limits);
  const open: { readonly worst: Amount; readonly reservation: Reservation }[] = [];
  // What could have been spent at most: everything used, and the worst of everything under way.
  const now = { cost: 0, tokens: 0, requests: 0 };
  const most = { ...now };
  let refused = 0;
  for (let step = 0; step < 300; step += 1) {
    if (next(2) === 0) {
      const worst = of(next(2000), next(4) === 0 ? null : next(500) / 1000);
      const held = budget.reserve(worst);
      if (held.kind === 'refused') refused += 1;
      else open.push({ worst, reservation: held.reservation });
      if (held.kind === 'reserved') {
        now.cost += worst.cost ?? 0;
        now.tokens += worst.tokens;
        now.requests += 1;
      }
    } else {
      const [one] = open.splice(next(open.length || 1), 1);
      if (one === undefined) continue;
      const { worst, reservation } = one;
      const share = next(1001) / 1000;
      const used = of(Math.floor(worst.tokens * share), worst.cost === null ? null : worst.cost * share);
      reservation.settle(used);
      now.cost += (used.cost ?? 0) - (worst.cost ?? 0);
      now.tokens += used.tokens - worst.tokens;
    }
    most.cost = Math.max(most.cost, now.cost);
    most.tokens = Math.max(most.tokens, now.tokens);
    most.requests = Math.max(most.requests, now.requests);
  }
  return { most, limits, refused };
}

it('whatever begins and ends in whatever order, no limit is passed', () => {
  let refused = 0;
  for (let seed = 1; seed <= 400; seed += 1) {
    const played = play(seed);
    refused += played.refused;
    expect(played.most.cost, `cost, seed ${seed}`).toBeLessThanOrEqual(played.limits.cost + 1e-6);
    expect(played.most.tokens, `tokens, seed ${seed}`).toBeLessThanOrEqual(played.limits.tokens);
    expect(played.most.requests, `requests, seed ${seed}`).toBeLessThanOrEqual(played.limits.requests);
  }
  expect(refused).toBeGreaterThan(1000);
});
