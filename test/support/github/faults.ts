export type FaultRule = {
  /** `"POST /repos/{owner}/{repo}/git/commits"`, the operation id `"git/create-commit"`, or `"*"` for any call. */
  readonly on: string;
  /** The matching call that goes wrong first, counted from the moment the rule is set; 1 when left out. */
  readonly at?: number;
  /** How many matching calls in a row go wrong; 1 when left out, `Infinity` for all of them. */
  readonly times?: number;
  readonly answer: FaultAnswer;
  /** Lets the call have its effect first, so that the caller sees an error although the change took place. */
  readonly afterEffect?: boolean;
};

/** An error answer, a call that is never answered, or a connection that drops. */
export type FaultAnswer =
  | 'hang'
  | 'drop'
  | {
      readonly status: 401 | 403 | 404 | 408 | 409 | 410 | 422 | 429 | 500 | 502 | 503 | 504;
      readonly message?: string;
      readonly retryAfter?: number;
      readonly headers?: Readonly<Record<string, string>>;
    };

export type Faults = {
  readonly add: (rule: FaultRule) => void;
  readonly next: (called: { readonly route: string; readonly operationId: string }) => FaultRule | undefined;
};

/** Counts calls against the rules and says which of them goes wrong. */
export function createFaults(): Faults {
  const rules: { readonly rule: FaultRule; seen: number }[] = [];
  return {
    add: (rule) => rules.push({ rule, seen: 0 }),
    next: ({ route, operationId }) => {
      const matching = rules.filter(({ rule: { on } }) => on === '*' || on === route || on === operationId);
      for (const entry of matching) entry.seen += 1;
      return matching.find(({ rule: { at = 1, times = 1 }, seen }) => seen >= at && seen < at + times)?.rule;
    },
  };
}

export function faultMessage(status: number): string {
  const messages: Readonly<Record<number, string>> = {
    401: 'Bad credentials',
    403: 'Resource not accessible by integration',
    404: 'Not Found',
    409: 'Conflict',
    422: 'Validation Failed',
    429: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  };
  return messages[status] ?? 'Server Error';
}
