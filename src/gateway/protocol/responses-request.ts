import { z } from 'zod';
import { foreignTool, inlineData, inlineUrl, unknownType } from './shape.ts';

const anything = z.unknown().optional();

const part = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('input_text'), text: z.string() }),
    z.object({ type: z.literal('output_text'), text: z.string() }),
    z.object({ type: z.literal('refusal'), refusal: z.string() }),
    z.object({ type: z.literal('input_image'), image_url: inlineUrl, detail: anything }),
    z.object({ type: z.literal('input_file'), file_data: inlineUrl, filename: anything }),
    z.object({ type: z.literal('input_audio'), input_audio: z.object({ data: inlineData, format: anything }) }),
  ],
  unknownType('content of type'),
);

const content = z.union([z.string(), z.array(part)]);
const text = z.object({ type: z.string(), text: z.string() });

const item = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('message').optional(), role: z.string(), content, id: anything, phase: anything }),
    z.object({
      type: z.literal('function_call'),
      call_id: z.string(),
      name: z.string(),
      arguments: z.string(),
      id: anything,
      status: anything,
    }),
    z.object({ type: z.literal('function_call_output'), call_id: z.string(), output: content, id: anything }),
    z.object({
      type: z.literal('reasoning'),
      summary: z.array(text),
      content: z.array(text).nullish(),
      encrypted_content: anything,
      id: anything,
    }),
  ],
  unknownType('an item of type'),
);

const tool = z.object({
  type: z.literal('function', foreignTool),
  name: z.string(),
  description: anything,
  parameters: anything,
  strict: anything,
});

const ENCRYPTED = 'reasoning.encrypted_content';

/** What may stand in a request for a response, and nothing else. Answers are not kept, so reasoning comes back encrypted. */
export const responsesRequest = z.object({
  model: z.string(),
  input: z.union([z.string(), z.array(item)]),
  instructions: anything,
  tools: z.array(tool).nullish(),
  tool_choice: z
    .union([z.string(), z.object({ type: z.literal('function', foreignTool), name: z.string() })])
    .nullish(),
  parallel_tool_calls: anything,
  stream: z.boolean().nullish(),
  max_output_tokens: anything,
  temperature: anything,
  top_p: anything,
  text: z.object({ format: anything, verbosity: anything }).nullish(),
  reasoning: z.object({ effort: anything, summary: anything }).nullish(),
  include: z
    .array(z.string())
    .transform((names) => names.filter((name) => name === ENCRYPTED))
    .nullish(),
  prompt_cache_key: anything,
  truncation: anything,
  user: anything,
});
