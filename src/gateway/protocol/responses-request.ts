import { z } from 'zod';
import { anything, foreignTool, inlineData, inlineUrl, option, unknownType } from './shape.ts';

const part = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('input_text'), text: z.string() }),
    z.object({ type: z.literal('output_text'), text: z.string() }),
    z.object({ type: z.literal('refusal'), refusal: z.string() }),
    z.object({ type: z.literal('input_image'), image_url: inlineUrl, detail: option }),
    z.object({ type: z.literal('input_file'), file_data: inlineUrl, filename: option }),
    z.object({ type: z.literal('input_audio'), input_audio: z.object({ data: inlineData, format: option }) }),
  ],
  unknownType('content of type'),
);

const content = z.union([z.string(), z.array(part)]);
const text = z.object({ type: z.string(), text: z.string() });

const item = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('message').optional(), role: z.string(), content, id: option, phase: option }),
    z.object({
      type: z.literal('function_call'),
      call_id: z.string(),
      name: z.string(),
      arguments: z.string(),
      id: option,
      status: option,
    }),
    z.object({ type: z.literal('function_call_output'), call_id: z.string(), output: content, id: option }),
    z.object({
      type: z.literal('reasoning'),
      summary: z.array(text),
      content: z.array(text).nullish(),
      encrypted_content: option,
      id: option,
    }),
  ],
  unknownType('an item of type'),
);

const tool = z.object({
  type: z.literal('function', foreignTool),
  name: z.string(),
  description: option,
  parameters: anything,
  strict: option,
});

const ENCRYPTED = 'reasoning.encrypted_content';

/** What may stand in a request for a response, and nothing else. Answers are not kept, so reasoning comes back encrypted. */
export const responsesRequest = z.object({
  model: z.string(),
  input: z.union([z.string(), z.array(item)]),
  instructions: option,
  tools: z.array(tool).nullish(),
  tool_choice: z
    .union([z.string(), z.object({ type: z.literal('function', foreignTool), name: z.string() })])
    .nullish(),
  parallel_tool_calls: option,
  stream: z.boolean().nullish(),
  max_output_tokens: option,
  temperature: option,
  top_p: option,
  text: z.object({ format: anything, verbosity: option }).nullish(),
  reasoning: z.object({ effort: option, summary: option }).nullish(),
  include: z
    .array(z.string())
    .transform((names) => names.filter((name) => name === ENCRYPTED))
    .nullish(),
  prompt_cache_key: option,
  truncation: option,
  user: option,
});
