import type { Tokens } from '../../agent/agent.ts';

/** A request body as it came, parsed. */
export type Body = Readonly<Record<string, unknown>>;

/** What of a request may go on to the provider. */
export type Sanitised =
  | Readonly<{
      kind: 'request';
      body: Body;
      /** Tokens of the answer that the body asks for at most. */
      maxOutput: number;
      /** The answer comes as server-sent events. */
      streams: boolean;
      /** Names of the fields that were left out. */
      dropped: readonly string[];
    }>
  | Readonly<{ kind: 'refused'; reason: string }>;

/** What an answer says of itself. */
export type Reading = Readonly<{
  /** Null when the answer does not say. */
  tokens: Tokens | null;
  /** UTF-8 bytes of text, reasoning and tool arguments that came, for an estimate where nothing is said. */
  outputBytes: number;
  /** The provider marked the end of the answer; false for one that broke off. */
  complete: boolean;
  /** The model said that it is done; the provider may have more to say of it, or leave it at that. */
  finished: boolean;
  /** Nothing more can come, whether or not the connection is closed. */
  closed: boolean;
  /** An error that came in the middle of the answer, or a part that is not what the protocol allows. */
  fault: string | null;
}>;

/** Reads an answer while it passes. Never throws, whatever comes. */
export type AnswerReader = Readonly<{
  /** One server-sent event's data, or the whole document of an answer that is not streamed. */
  read: (data: string) => void;
  result: () => Reading;
}>;

/** How one family of providers is spoken to. */
export type Protocol = Readonly<{
  /**
   * Leaves in a request what the agent needs and nothing that makes the provider reach the network, keep the answer, run
   * longer or charge more than the model's price. `maxOutput` clamps the length of the answer, in tokens.
   */
  sanitise: (body: Body, options: Readonly<{ maxOutput: number; streams: boolean }>) => Sanitised;
  createReader: () => AnswerReader;
  /** An error in the provider's own shape. */
  refusal: (status: number, message: string) => unknown;
}>;
