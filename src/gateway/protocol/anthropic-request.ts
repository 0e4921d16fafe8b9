import { z } from 'zod';
import { anything, cacheControl, foreignTool, inlineData, option, unknownType } from './shape.ts';

const shared = { cache_control: cacheControl } as const;

const text = z.object({ type: z.literal('text'), text: z.string(), ...shared });

const image = z.object({
  type: z.literal('image'),
  source: z.object({
    type: z.literal('base64', unknownType('an image from')),
    media_type: option,
    data: inlineData,
  }),
  ...shared,
});

const source = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('base64'), media_type: option, data: inlineData }),
    z.object({ type: z.literal('text'), media_type: option, data: z.string() }),
    z.object({
      type: z.literal('content'),
      content: z.union([z.string(), z.array(z.discriminatedUnion('type', [text, image]))]),
    }),
  ],
  unknownType('a document from'),
);

const document = z.object({
  type: z.literal('document'),
  source,
  title: option,
  context: option,
  citations: anything,
  ...shared,
});

const seen = [text, image, document] as const;
const UNKNOWN = unknownType('content of type');

const block = z.discriminatedUnion(
  'type',
  [
    ...seen,
    z.object({ type: z.literal('tool_use'), id: z.string(), name: z.string(), input: z.unknown(), ...shared }),
    z.object({
      type: z.literal('tool_result'),
      tool_use_id: z.string(),
      content: z.union([z.string(), z.array(z.discriminatedUnion('type', seen, UNKNOWN))]).nullish(),
      is_error: option,
      ...shared,
    }),
    z.object({ type: z.literal('thinking'), thinking: z.string(), signature: option }),
    z.object({ type: z.literal('redacted_thinking'), data: option }),
  ],
  UNKNOWN,
);

const tool = z.object({
  type: z.literal('custom', foreignTool).nullish(),
  name: z.string(),
  description: option,
  input_schema: anything,
  input_examples: anything,
  strict: option,
  eager_input_streaming: option,
  ...shared,
});

/** What may stand in a request for a message, and nothing else. */
export const anthropicRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.union([z.string(), z.array(block)]) })),
  system: z.union([z.string(), z.array(text)]).nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: z.object({ type: z.string(), name: option, disable_parallel_tool_use: option }).nullish(),
  stream: z.boolean().nullish(),
  max_tokens: option,
  temperature: option,
  top_p: option,
  top_k: option,
  stop_sequences: anything,
  thinking: z.object({ type: option, budget_tokens: z.number().optional(), display: option }).nullish(),
  output_config: z.object({ effort: option, format: anything }).nullish(),
  output_format: anything,
  ...shared,
});

export type AnthropicRequest = z.infer<typeof anthropicRequest>;
