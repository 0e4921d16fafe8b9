/** Tokens of one response in OpenCode's terms: `input` without the cached ones, `output` without reasoning. */
export type Usage = {
  readonly input: number;
  readonly cacheRead: number;
  readonly output: number;
  readonly reasoning: number;
};

export type UsageTotals = Usage & {
  /** Requests that were answered with this usage; a fault reports none and counts none. */
  readonly requests: number;
};

/** The usage that a script states, over one computed from sizes: four characters are a token. */
export function usageOf(
  sizes: { readonly requestChars: number; readonly cachedChars: number; readonly replyChars: number },
  stated: Partial<Usage> = {},
): Usage {
  const whole = tokens(sizes.requestChars);
  // Providers cache whole blocks of a prefix, never the odd rest.
  const cacheRead = Math.floor(tokens(sizes.cachedChars) / 128) * 128;
  return {
    input: stated.input ?? whole - cacheRead,
    cacheRead: stated.cacheRead ?? (stated.input === undefined ? cacheRead : 0),
    output: stated.output ?? tokens(sizes.replyChars),
    reasoning: stated.reasoning ?? 0,
  };
}

/** The usage as chat completions report it, where the totals include cached and reasoning tokens. */
export function chatUsage(usage: Usage): Readonly<Record<string, unknown>> {
  return {
    prompt_tokens: usage.input + usage.cacheRead,
    prompt_tokens_details: { cached_tokens: usage.cacheRead },
    completion_tokens: usage.output + usage.reasoning,
    completion_tokens_details: { reasoning_tokens: usage.reasoning },
    total_tokens: sum(usage),
  };
}

/** The usage as the responses protocol reports it. */
export function responsesUsage(usage: Usage): Readonly<Record<string, unknown>> {
  return {
    input_tokens: usage.input + usage.cacheRead,
    input_tokens_details: { cached_tokens: usage.cacheRead },
    output_tokens: usage.output + usage.reasoning,
    output_tokens_details: { reasoning_tokens: usage.reasoning },
    total_tokens: sum(usage),
  };
}

export function totalUsage(usages: readonly Usage[]): UsageTotals {
  const total = (pick: (usage: Usage) => number) => usages.reduce((sum, usage) => sum + pick(usage), 0);
  return {
    requests: usages.length,
    input: total((usage) => usage.input),
    cacheRead: total((usage) => usage.cacheRead),
    output: total((usage) => usage.output),
    reasoning: total((usage) => usage.reasoning),
  };
}

function tokens(chars: number): number {
  return Math.ceil(chars / 4);
}

function sum(usage: Usage): number {
  return usage.input + usage.cacheRead + usage.output + usage.reasoning;
}
