/** An answer of GitHub's that refuses the call. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    more: { errors?: readonly unknown[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }
}

export const notFound = (message = 'Not Found'): Refusal => new Refusal(404, message);

/** 422 in its two forms: a plain message, or "Validation Failed" with a list of errors. */
export const unprocessable = (message: string, errors?: readonly unknown[]): Refusal =>
  new Refusal(422, message, errors ? { errors } : {});

/** 422 as GitHub words it for a rule that no single field breaks. */
export const customFailure = (resource: string, message: string): Refusal =>
  unprocessable('Validation Failed', [{ resource, code: 'custom', message }]);

export const invalidField = (resource: string, field: string): Refusal =>
  unprocessable('Validation Failed', [{ resource, field, code: 'invalid' }]);
