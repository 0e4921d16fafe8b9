/** Malformed text; `input` is the text. */
export class DurationError extends Error {
  constructor(message, input) {
    super(`${message}: ${JSON.stringify(input)}`);
    this.name = 'DurationError';
    this.input = input;
  }
}
