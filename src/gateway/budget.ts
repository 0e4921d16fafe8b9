import type { Amount } from './price.ts';

export type Limits = Readonly<{
  /** US dollars. */
  cost: number;
  tokens: number;
  requests: number;
}>;

/** The right to forward one request, once. Only a budget makes one: what looks like it is not of this type. */
export type Reservation = Held;

class Held {
  #isUsed = false;
  readonly #settle: (used: Amount) => void;

  constructor(settle: (used: Amount) => void) {
    this.#settle = settle;
  }

  /** Called by whoever forwards. Throws the second time. */
  use(): void {
    if (this.#isUsed) throw new TypeError('A reservation is for one request.');
    this.#isUsed = true;
  }

  /** Sets free what was not used of it; the first time counts. */
  settle(used: Amount): void {
    this.#settle(used);
  }
}

export type Budget = Readonly<{
  /** Sets the worst case of a request aside, or says why it may not be made. */
  reserve: (
    worst: Amount,
  ) => Readonly<{ kind: 'reserved'; reservation: Reservation }> | Readonly<{ kind: 'refused'; reason: string }>;
}>;

/** Sums of dollars carry rounding errors far below a thousandth of a cent. */
const ROUNDING = 1e-9;

/**
 * Money, tokens and requests of a whole run. What is set aside counts as spent until it is settled, so that requests at the
 * same time cannot overshoot together. A request of unknown price is bounded by tokens and requests alone.
 */
export function createBudget(limits: Limits): Budget {
  const held = { cost: 0, tokens: 0, requests: 0 };
  const hold = (amount: Amount, sign: 1 | -1): void => {
    held.cost += sign * (amount.cost ?? 0);
    held.tokens += sign * amount.tokens;
  };
  return {
    reserve(worst) {
      const reason = exceeded(limits, held, worst);
      if (reason !== null) return { kind: 'refused', reason };
      hold(worst, 1);
      held.requests += 1;
      let open = true;
      const settle = (used: Amount): void => {
        if (!open) return;
        open = false;
        hold(worst, -1);
        hold(used, 1);
      };
      return { kind: 'reserved', reservation: new Held(settle) };
    },
  };
}

function exceeded(limits: Limits, held: Limits, worst: Amount): string | null {
  if (held.requests + 1 > limits.requests)
    return `The run’s ${whole(limits.requests)} model requests (\`max-requests\`) are used up.`;
  if (held.tokens + worst.tokens > limits.tokens)
    return `The next model request could take ${whole(worst.tokens)} tokens, and ${whole(held.tokens)} of the run’s ${whole(limits.tokens)} (\`max-tokens\`) are used or set aside.`;
  if (worst.cost !== null && held.cost + worst.cost > limits.cost + ROUNDING)
    return `The next model request could cost ${dollars(worst.cost)}, and ${dollars(held.cost)} of the run’s ${dollars(limits.cost)} (\`max-cost\`) are spent or set aside.`;
  return null;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function dollars(value: number): string {
  return `$${value.toFixed(value > 0 && value < 0.01 ? 4 : 2)}`;
}
