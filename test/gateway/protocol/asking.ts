import type { Body, Protocol, Reading } from '../../../src/gateway/protocol/protocol.ts';

type Asked = Readonly<{
  body: Body;
  maxOutput: number;
  streams: boolean;
  dropped: readonly string[];
  /** Why it was refused. */
  reason: string;
}>;

/** What becomes of a request with at most 100 tokens of answer. */
export function sanitised(
  protocol: Protocol,
  body: Body,
  options: Partial<Readonly<{ maxOutput: number; streams: boolean }>> = {},
): Partial<Asked> {
  return protocol.sanitise(body, { maxOutput: 100, streams: false, ...options });
}

/** What a reader makes of an answer in these parts. */
export function reading(protocol: Protocol, parts: readonly unknown[]): Reading {
  const reader = protocol.createReader();
  for (const part of parts) reader.read(typeof part === 'string' ? part : JSON.stringify(part));
  return reader.result();
}
