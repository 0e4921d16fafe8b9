import { z } from 'zod';

export type Protocol = 'chat' | 'responses';

export type Message = {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly text: string;
  /** The tools an assistant message calls. */
  readonly calls: readonly { readonly tool: string; readonly arguments: string }[];
};

/** One model request, the same whichever protocol it came in. */
export type ModelRequest = {
  readonly protocol: Protocol;
  readonly model: string;
  readonly stream: boolean;
  readonly session: string | undefined;
  /** From the `# Role: …` line that begins the conversation's first user message. */
  readonly role: string | undefined;
  /** From the environment block of OpenCode's system prompt. */
  readonly directory: string | undefined;
  readonly messages: readonly Message[];
  readonly system: string;
  /** The newest user message. */
  readonly prompt: string;
  /** What came back from the tools that the model called last. */
  readonly toolResults: readonly string[];
  readonly tools: readonly string[];
};

const PROTOCOLS: Readonly<Record<string, Protocol>> = { '/v1/chat/completions': 'chat', '/v1/responses': 'responses' };

/** Reads an HTTP request as a model request, or says why it is none. */
export function readRequest(
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): { readonly request: ModelRequest; readonly problem?: string } {
  const protocol = PROTOCOLS[path];
  const session = headers['x-session-id'];
  const unreadable = readable({ model: '', stream: false, messages: [], tools: [] }, protocol ?? 'chat', session);
  if (protocol === undefined)
    return { request: unreadable, problem: `a request to ${path}, which is no route of the model` };
  try {
    return { request: readable(protocol === 'chat' ? parseChat(body) : parseResponses(body), protocol, session) };
  } catch (error) {
    return { request: unreadable, problem: `a request to ${path} that cannot be read: ${String(error)}` };
  }
}

/** Every text of some messages, one below the other, tool calls included. */
export function textOf(messages: readonly Message[]): string {
  return messages
    .flatMap((message) => [message.text, ...message.calls.map((call) => `${call.tool} ${call.arguments}`)])
    .filter((text) => text !== '')
    .join('\n');
}

type Parsed = Pick<ModelRequest, 'model' | 'stream' | 'messages' | 'tools'>;

function readable(parsed: Parsed, protocol: Protocol, session: string | undefined): ModelRequest {
  const { messages } = parsed;
  const system = textOf(messages.filter((message) => message.role === 'system'));
  const firstPrompt = messages.find((message) => message.role === 'user')?.text ?? '';
  return {
    ...parsed,
    protocol,
    session,
    role: /^# Role: ([a-z-]+)[ \t]*(?:\r?\n|$)/u.exec(firstPrompt)?.[1],
    directory: /^\s*Working directory: (.+?)\s*$/mu.exec(system)?.[1],
    system,
    prompt: messages.findLast((message) => message.role === 'user')?.text ?? '',
    toolResults: messages
      .slice(messages.findLastIndex((message) => message.role !== 'tool') + 1)
      .map(({ text }) => text),
  };
}

const role = z.enum(['system', 'developer', 'user', 'assistant', 'tool']);
/** A part without text may be an image, which stands in the text by its address. */
const contentPart = z.looseObject({
  text: z.string().optional(),
  image_url: z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]).optional(),
});

const content = z
  .union([z.string(), z.null(), z.array(contentPart)])
  .optional()
  .transform((value) =>
    Array.isArray(value) ? value.map((part) => part.text ?? part.image_url ?? '').join('\n') : (value ?? ''),
  );

const chatRequest = z.looseObject({
  model: z.string(),
  stream: z.boolean().default(false),
  messages: z.array(
    z.looseObject({
      role,
      content,
      tool_calls: z
        .array(z.looseObject({ function: z.object({ name: z.string(), arguments: z.string() }) }))
        .default([]),
    }),
  ),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).default([]),
});

function parseChat(body: string): Parsed {
  const request = chatRequest.parse(JSON.parse(body));
  return {
    model: request.model,
    stream: request.stream,
    messages: request.messages.map((message) => ({
      role: message.role === 'developer' ? 'system' : message.role,
      text: message.content,
      calls: message.tool_calls.map((call) => ({ tool: call.function.name, arguments: call.function.arguments })),
    })),
    tools: request.tools.map((tool) => tool.function.name),
  };
}

const responsesItem = z.union([
  z.object({ type: z.literal('function_call'), name: z.string(), arguments: z.string() }),
  z.object({ type: z.literal('function_call_output'), output: content }),
  z.object({ type: z.literal('message').default('message'), role, content }),
  z.object({ type: z.enum(['reasoning', 'item_reference']) }),
]);

const responsesRequest = z.looseObject({
  model: z.string(),
  stream: z.boolean().default(false),
  instructions: z.string().optional(),
  input: z.array(responsesItem),
  tools: z.array(z.looseObject({ name: z.string().optional(), type: z.string() })).default([]),
});

function parseResponses(body: string): Parsed {
  const request = responsesRequest.parse(JSON.parse(body));
  const instructions = request.instructions === undefined ? [] : [message('system', request.instructions)];
  return {
    model: request.model,
    stream: request.stream,
    messages: [...instructions, ...request.input.flatMap(responsesMessage)],
    tools: request.tools.map((tool) => tool.name ?? tool.type),
  };
}

function responsesMessage(item: z.infer<typeof responsesItem>): readonly Message[] {
  switch (item.type) {
    case 'message':
      return [message(item.role === 'developer' ? 'system' : item.role, item.content)];
    case 'function_call':
      return [{ ...message('assistant', ''), calls: [{ tool: item.name, arguments: item.arguments }] }];
    case 'function_call_output':
      return [message('tool', item.output)];
    case 'reasoning':
    case 'item_reference':
      return [];
  }
}

function message(role: Message['role'], text: string): Message {
  return { role, text, calls: [] };
}
