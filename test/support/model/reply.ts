import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { Said, ToolCall } from './action.ts';
import type { ModelRequest } from './request.ts';

/** What the model says in one response, before it is put in the words of a protocol. */
export type Reply = { readonly text: string; readonly calls: readonly ToolCall[] };

/** The tool through which OpenCode asks for a structured answer. */
const STRUCTURED_OUTPUT = 'StructuredOutput';

/** Arguments in which a script may write a path relative to the work tree. */
const PATH_ARGUMENTS: Readonly<Record<string, string>> = {
  edit: 'filePath',
  write: 'filePath',
  read: 'filePath',
  glob: 'path',
  grep: 'path',
  bash: 'workdir',
};

/** The response that an action gives to this request. */
export function replyTo(request: ModelRequest, action: Said): Reply {
  switch (action.kind) {
    case 'says':
    case 'finishes':
    case 'garbles':
      return { text: action.text, calls: [] };
    case 'calls':
      return { text: action.saying, calls: action.calls.map((call) => inWorkTree(call, request.directory)) };
    case 'answers':
      return request.tools.includes(STRUCTURED_OUTPUT)
        ? {
            text: '',
            calls: [{ tool: STRUCTURED_OUTPUT, input: z.record(z.string(), z.unknown()).parse(action.value) }],
          }
        : { text: JSON.stringify(action.value, null, 2), calls: [] };
  }
}

function inWorkTree(call: ToolCall, directory: string | undefined): ToolCall {
  const name = PATH_ARGUMENTS[call.tool];
  const path = name === undefined ? undefined : call.input[name];
  if (name === undefined || typeof path !== 'string' || isAbsolute(path) || directory === undefined) return call;
  return { tool: call.tool, input: { ...call.input, [name]: join(directory, path) } };
}

/** A reply as one text, for journals and for its size. */
export function replyText(reply: Reply): string {
  return [reply.text, ...reply.calls.map((call) => `${call.tool} ${JSON.stringify(call.input)}`)]
    .filter(Boolean)
    .join('\n');
}
