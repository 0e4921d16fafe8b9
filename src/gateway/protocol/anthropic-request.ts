import { z } from 'zod';
import { cacheControl, foreignTool, inlineData, unknownType } from './shape.ts';

const anything = z.unknown().optional();
const shared = { cache_control: cacheControl } as const;

const text = z.object({ type: z.literal('text'), text: z.string(), ...shared });

const image = z.object({
  type: z.literal('image'),
  source: z.object({
    type: z.literal('base64', unknownType('an image from')),
    media_type: anything,
    data: inlineData,
  }),
  ...shared,
});

const source = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('base64'), media_type: anything, data: inlineData }),
    z.object({ type: z.literal('text'), media_type: anything, data: z.string() }),
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
  title: anything,
  context: anything,
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
      is_error: anything,
      ...shared,
    }),
    z.object({ type: z.literal('thinking'), thinking: z.string(), signature: anything }),
    z.object({ type: z.literal('redacted_thinking'), data: anything }),
  ],
  UNKNOWN,
);

const tool = z.object({
  type: z.literal('custom', foreignTool).nullish(),
  name: z.string(),
  description: anything,
  input_schema: anything,
  input_examples: anything,
  strict: anything,
  eager_input_streaming: anything,
  ...shared,
});

/** What may stand in a request for a message, and nothing else. */
export const anthropicRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.union([z.string(), z.array(block)]) })),
  system: z.union([z.string(), z.array(text)]).nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: z.object({ type: z.string(), name: anything, disable_parallel_tool_use: anything }).nullish(),
  stream: z.boolean().nullish(),
  max_tokens: anything,
  temperature: anything,
  top_p: anything,
  top_k: anything,
  stop_sequences: anything,
  thinking: z.object({ type: anything, budget_tokens: z.number().optional(), display: anything }).nullish(),
  output_config: z.object({ effort: anything, format: anything }).nullish(),
  output_format: anything,
  ...shared,
});

export type AnthropicRequest = z.infer<typeof anthropicRequest>;
