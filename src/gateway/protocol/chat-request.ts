import { z } from 'zod';
import { anything, cacheControl, foreignTool, inlineData, inlineUrl, option, unknownType } from './shape.ts';

const part = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('text'), text: z.string(), cache_control: cacheControl }),
    z.object({
      type: z.literal('image_url'),
      image_url: z.union([inlineUrl, z.object({ url: inlineUrl, detail: option })]),
      cache_control: cacheControl,
    }),
    z.object({ type: z.literal('video_url'), video_url: z.object({ url: inlineUrl }), cache_control: cacheControl }),
    z.object({
      type: z.literal('input_audio'),
      input_audio: z.object({ data: inlineData, format: option }),
      cache_control: cacheControl,
    }),
    z.object({
      type: z.literal('file'),
      file: z.object({ filename: option, file_data: inlineUrl }),
      cache_control: cacheControl,
    }),
    z.object({ type: z.literal('document_url'), document_url: inlineUrl, document_name: option }),
    z.object({
      type: z.literal('thinking'),
      thinking: z.array(z.object({ type: z.literal('text'), text: z.string() })),
    }),
    z.object({ type: z.literal('refusal'), refusal: z.string() }),
  ],
  unknownType('content of type'),
);

const toolCall = z.object({
  id: option,
  index: option,
  type: z.literal('function').nullish(),
  function: z.object({ name: z.string(), arguments: z.unknown() }),
  // Gemini behind the protocol puts the signatures of its thoughts here and wants them back.
  extra_content: anything,
});

const message = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(part)]).nullish(),
  name: option,
  tool_calls: z.array(toolCall).nullish(),
  tool_call_id: option,
  refusal: option,
  prefix: option,
  reasoning: option,
  reasoning_content: option,
  reasoning_details: anything,
  cache_control: cacheControl,
});

const tool = z.object({
  type: z.literal('function', foreignTool),
  function: z.object({
    // Moonshot's own functions, its web search among them, have names that begin so.
    name: z
      .string()
      .regex(/^[^$]/u, { error: ({ input }) => `the tool ${String(input).slice(0, 60)} is the provider’s own` }),
    description: option,
    parameters: anything,
    strict: option,
  }),
  cache_control: cacheControl,
});

/** Models that search the web by themselves, whatever tools they are given. Source: the providers' model lists. */
const SEARCHING =
  /:online\b|(?:^|\/)(?:compound(?:-mini|-beta.*)?|sonar(?:-.*)?)$|search-(?:preview|api)|deep-research/u;

const model = z.string().refine((name) => !SEARCHING.test(name), {
  error: ({ input }) => `${String(input).slice(0, 100)} searches the web at the provider`,
});

/** What may stand in a chat completion, and nothing else; where a field takes any value, no value of it reaches further. */
export const chatRequest = z.object({
  model,
  messages: z.array(message),
  tools: z.array(tool).nullish(),
  tool_choice: z
    .union([
      z.string(),
      z.object({ type: z.literal('function', foreignTool), function: z.object({ name: z.string() }) }),
    ])
    .nullish(),
  parallel_tool_calls: option,
  stream: z.boolean().nullish(),
  max_tokens: option,
  max_completion_tokens: option,
  temperature: option,
  top_p: option,
  top_k: option,
  min_p: option,
  frequency_penalty: option,
  presence_penalty: option,
  repetition_penalty: option,
  seed: option,
  random_seed: option,
  stop: anything,
  response_format: anything,
  reasoning_effort: option,
  reasoning: z
    .object({ effort: option, max_tokens: z.number().optional(), enabled: option, exclude: option })
    .nullish(),
  reasoning_format: option,
  include_reasoning: option,
  thinking: z.object({ type: option, budget_tokens: z.number().optional(), clear_thinking: option }).nullish(),
  enable_thinking: option,
  thinking_budget: z.number().nullish(),
  chat_template_args: z.object({ enable_thinking: option, thinking: option }).nullish(),
  chat_template_kwargs: z.object({ enable_thinking: option, thinking: option }).nullish(),
  prompt_mode: option,
  safe_prompt: option,
  verbosity: option,
  prompt_cache_key: option,
  user: option,
});

export type ChatRequest = z.infer<typeof chatRequest>;
