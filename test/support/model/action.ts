import type { Usage } from './usage.ts';

/** What the model does with one request; `meanwhile` takes none and runs before the next one is answered. */
export type Action =
  | {
      readonly kind: 'calls';
      readonly calls: readonly ToolCall[];
      readonly saying: string;
      readonly usage: Partial<Usage>;
    }
  | { readonly kind: 'says'; readonly text: string; readonly usage: Partial<Usage> }
  | { readonly kind: 'answers'; readonly value: unknown; readonly usage: Partial<Usage> }
  | Fault
  | { readonly kind: 'meanwhile'; readonly run: (moment: Moment) => void | Promise<void> };

export type Fault =
  | { readonly kind: 'fails'; readonly status: number; readonly body: unknown; readonly retryAfter: number | undefined }
  | { readonly kind: 'breaks-off'; readonly text: string }
  | { readonly kind: 'stalls'; readonly text: string };

export type ToolCall = { readonly tool: string; readonly input: Readonly<Record<string, unknown>> };

/** What a `meanwhile` learns about the turn that it interrupts. */
export type Moment = {
  readonly session: string;
  readonly directory: string | undefined;
  readonly lastToolResult: string | undefined;
};

type Calls = Extract<Action, { kind: 'calls' }>;
type Says = Extract<Action, { kind: 'says' }>;
type Answers = Extract<Action, { kind: 'answers' }>;

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

/** An HTTP error, with `retry-after` in seconds where given. */
export function fails(status: number, options: { readonly body?: unknown; readonly retryAfter?: number } = {}): Action {
  const body = options.body ?? {
    error: { message: `scripted ${status}`, type: 'scripted_fault', code: null, param: null },
  };
  return { kind: 'fails', status, body, retryAfter: options.retryAfter };
}

/** A stream that begins with a text and is cut before its end. */
export const breaksOff = (text: string = 'I will now'): Action => ({ kind: 'breaks-off', text });

/** A stream that begins with a text and then is silent until the client goes away. */
export const stalls = (text: string = 'Let me think'): Action => ({ kind: 'stalls', text });

/** Runs between two requests of a turn, e.g. to push a commit while the agent works. */
export const meanwhile = (run: (moment: Moment) => void | Promise<void>): Action => ({ kind: 'meanwhile', run });

/** The same action with the usage that its response reports. */
export function using<T extends Extract<Action, { usage: unknown }>>(usage: Partial<Usage>, action: T): T {
  return { ...action, usage };
}
