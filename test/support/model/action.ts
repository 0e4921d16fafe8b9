import type { Usage } from './usage.ts';

/** What the model does with one request; `meanwhile` takes none and runs before the next one is answered. */
export type Action =
  | Act
  | Forever
  | { readonly kind: 'meanwhile'; readonly run: (moment: Moment) => void | Promise<void> };

/** One answer to one request. */
export type Act = Said | Fault;

/** The same over and over: the turn never ends by itself. Counted from 1. */
export type Forever = { readonly kind: 'forever'; readonly next: (count: number) => Act };

/** A whole answer, with usage. */
export type Said = { readonly usage: Partial<Usage>; readonly manner?: Manner } & (
  | { readonly kind: 'calls'; readonly calls: readonly ToolCall[]; readonly saying: string }
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'answers'; readonly value: unknown }
  | { readonly kind: 'finishes'; readonly text: string; readonly reason: string }
  | { readonly kind: 'garbles'; readonly text: string; readonly garbage: string }
);

/** An answer that is none, or is not whole. */
export type Fault = { readonly manner?: Manner } & (
  | {
      readonly kind: 'fails';
      readonly status: number;
      readonly body: unknown;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'hangs-up' }
  | { readonly kind: 'ends-at-once' }
  | { readonly kind: 'breaks-off'; readonly text: string }
  | { readonly kind: 'stalls'; readonly text: string }
);

/** How an answer is sent, where it is not sent at once and as a whole. */
export type Manner = {
  /** Milliseconds before the first byte. */
  readonly delay?: number;
  /** The text in so many pieces, with as many milliseconds between them. */
  readonly pieces?: { readonly count: number; readonly every: number };
  readonly usage?: 'missing';
  /** The answer is whole and its connection stays open. */
  readonly end?: 'open';
};

export type ToolCall = { readonly tool: string; readonly input: Readonly<Record<string, unknown>> };

/** What a `meanwhile` learns about the turn that it interrupts. */
export type Moment = {
  readonly session: string;
  readonly directory: string | undefined;
  readonly lastToolResult: string | undefined;
};

type Calls = Extract<Said, { kind: 'calls' }>;
type Says = Extract<Said, { kind: 'says' }>;
type Answers = Extract<Said, { kind: 'answers' }>;

/** A call of any tool; relative paths in known path arguments become paths in the work tree. */
export function call(tool: string, input: Readonly<Record<string, unknown>>): Calls {
  return { kind: 'calls', calls: [{ tool, input }], saying: '', usage: {} };
}

/** Replaces a text that occurs once in a file; OpenCode fails the call when it does not. */
export const edit = (filePath: string, oldString: string, newString: string) =>
  call('edit', { filePath, oldString, newString });

export const write = (filePath: string, content: string) => call('write', { filePath, content });
export const read = (filePath: string) => call('read', { filePath });
export const bash = (command: string) => call('bash', { command });
export const grep = (pattern: string, include?: string) =>
  call('grep', { pattern, ...(include === undefined ? {} : { include }) });

/** Opens a child session, which a `child` step of the script then covers. */
export const task = (prompt: string, subagent: string = 'general') =>
  call('task', { description: prompt.slice(0, 40), prompt, subagent_type: subagent });

/** Several tool calls in one response, which OpenCode runs side by side. */
export function together(...actions: readonly Calls[]): Calls {
  return {
    kind: 'calls',
    calls: actions.flatMap((action) => action.calls),
    saying: actions.map((action) => action.saying).join(''),
    usage: {},
  };
}

/** The closing words that end a turn. On a turn that wants structure they are garbage on purpose. */
export const say = (text: string): Says => ({ kind: 'says', text, usage: {} });

/** A structured answer: through the tool `StructuredOutput` where it is offered, else as JSON text. */
export const answer = (value: unknown): Answers => ({ kind: 'answers', value, usage: {} });

/** An HTTP error, with `retry-after` in seconds or as a date where given. */
export function fails(
  status: number,
  options: {
    readonly body?: unknown;
    readonly retryAfter?: number | string;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Fault {
  const body = options.body ?? {
    error: { message: `scripted ${status}`, type: 'scripted_fault', code: null, param: null },
  };
  const retry = options.retryAfter === undefined ? {} : { 'retry-after': String(options.retryAfter) };
  return { kind: 'fails', status, body, headers: { ...retry, ...options.headers } };
}

/** The error of a provider whose model cannot take in so much; OpenCode has the conversation summarised and goes on. */
export const overflows = (): Fault =>
  refuses('context_length_exceeded', "This model's maximum context length is 200000 tokens.");

/** The error of a provider that will not read the prompt. */
export const filters = (): Fault => refuses('content_filter', 'The prompt was filtered by the content policy.');

/** The connection is closed before any byte of an answer. */
export const hangsUp = (): Fault => ({ kind: 'hangs-up' });

/** A stream that is over at once: no choice, no usage. */
export const endsAtOnce = (): Fault => ({ kind: 'ends-at-once' });

/** A stream that begins with a text and is cut before its end. */
export const breaksOff = (text: string = 'I will now'): Fault => ({ kind: 'breaks-off', text });

/** A stream that begins with a text and then is silent until the client goes away. */
export const stalls = (text: string = 'Let me think'): Fault => ({ kind: 'stalls', text });

/** A text that ends for another reason than a model's own: `length`, `content_filter`, or one that nobody knows. */
export const finishes = (reason: string, text: string = ''): Said => ({ kind: 'finishes', text, reason, usage: {} });

/** An answer with something unreadable in its middle, after which it goes on to its end. */
export const garbles = (text: string = 'I will now', garbage: string = 'data: {"choices":[{"delta":\n\n'): Said => ({
  kind: 'garbles',
  text,
  garbage,
  usage: {},
});

/** The same answers in turn, or what a function makes of the count, until the client gives up. Nothing comes after it. */
export function forever(what: Act | readonly [Act, ...Act[]] | ((count: number) => Act)): Forever {
  if (typeof what === 'function') return { kind: 'forever', next: what };
  if (!('kind' in what)) return { kind: 'forever', next: (count) => what[(count - 1) % what.length] ?? what[0] };
  return { kind: 'forever', next: () => what };
}

/** Runs between two requests of a turn, e.g. to push a commit while the agent works. */
export const meanwhile = (run: (moment: Moment) => void | Promise<void>): Action => ({ kind: 'meanwhile', run });

/** The same action with the usage that its response reports. */
export function using<T extends Said>(usage: Partial<Usage>, action: T): T {
  return { ...action, usage };
}

/** The same answer, so many milliseconds late. */
export function after<T extends Act>(milliseconds: number, action: T): T {
  return { ...action, manner: { ...action.manner, delay: milliseconds } };
}

/** The same answer with its text in pieces, so many milliseconds apart. */
export function inPieces<T extends Said>(count: number, every: number, action: T): T {
  return { ...action, manner: { ...action.manner, pieces: { count, every } } };
}

/** The same answer from a provider that reports no usage. */
export function withoutUsage<T extends Said>(action: T): T {
  return { ...action, manner: { ...action.manner, usage: 'missing' } };
}

/** The same answer, whole, on a connection that is then never closed. */
export function leftOpen<T extends Said>(action: T): T {
  return { ...action, manner: { ...action.manner, end: 'open' } };
}

function refuses(code: string, message: string): Fault {
  return fails(400, { body: { error: { message, type: 'invalid_request_error', code, param: 'messages' } } });
}
