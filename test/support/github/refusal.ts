import { expect } from 'vitest';

/** What a client's error looks like when GitHub answers with this status, and with this in its message. */
export function refusal(status: number, text = ''): unknown {
  const message: unknown = expect.stringContaining(text);
  return expect.objectContaining({ status, message });
}
