import type { Role } from '../agent/agent.ts';
import type { Family } from './families.ts';
import type { Media } from './media.ts';
import type { AllowedModel } from './messages.ts';
import type { Protocol } from './protocol/protocol.ts';

/** A request that keeps the rules, ready to be forwarded. */
export type Asked = Readonly<{
  role: Role;
  family: Family;
  model: AllowedModel;
  protocol: Protocol;
  url: string;
  /** With the real credential. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  /** Bytes of the body that may be read as text. */
  textBytes: number;
  media: Media;
  maxOutput: number;
  dropped: readonly string[];
}>;
