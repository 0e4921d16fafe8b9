/** Why a run could not do its job. Each category has one remedy text, in `report/`. */
export const FAILURE_CATEGORIES = [
  'timeout',
  'stalled',
  'usage-limit',
  'auth',
  'model-not-found',
  'context-overflow',
  'content-filter',
  'stream-lost',
  'runtime-missing',
  'runtime-crashed',
  'bad-output',
  'bad-input',
  'budget',
  'cancelled',
  'forge',
  'unknown',
] as const;

export type FailureCategory = (typeof FAILURE_CATEGORIES)[number];

/**
 * The one error class: `message` says what happened, `hint` what to do about it.
 * Bad input names the input and the value in the message and the remedy in the hint.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCategory;
  readonly hint: string;

  constructor(code: FailureCategory, message: string, options: { hint: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
}

/** Any thrown value as a Failure; what is not one yet becomes `unknown`. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new Failure('unknown', message, {
    hint: 'The log of the run has the details; label or comment again to retry.',
    cause: error,
  });
}
