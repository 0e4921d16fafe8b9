import { z } from 'zod';
import { cacheControl, foreignTool, inlineData, inlineUrl, unknownType } from './shape.ts';

const anything = z.unknown().optional();

const part = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('text'), text: z.string(), cache_control: cacheControl }),
    z.object({
      type: z.literal('image_url'),
      image_url: z.union([inlineUrl, z.object({ url: inlineUrl, detail: anything })]),
      cache_control: cacheControl,
    }),
    z.object({ type: z.literal('video_url'), video_url: z.object({ url: inlineUrl }), cache_control: cacheControl }),
    z.object({
      type: z.literal('input_audio'),
      input_audio: z.object({ data: inlineData, format: anything }),
      cache_control: cacheControl,
    }),
    z.object({
      type: z.literal('file'),
      file: z.object({ filename: anything, file_data: inlineUrl }),
      cache_control: cacheControl,
    }),
    z.object({ type: z.literal('document_url'), document_url: inlineUrl, document_name: anything }),
    z.object({
      type: z.literal('thinking'),
      thinking: z.array(z.object({ type: z.literal('text'), text: z.string() })),
    }),
    z.object({ type: z.literal('refusal'), refusal: z.string() }),
  ],
  unknownType('content of type'),
);

const toolCall = z.object({
  id: anything,
  index: anything,
  type: z.literal('function').nullish(),
  function: z.object({ name: z.string(), arguments: z.unknown() }),
  // Gemini behind the protocol puts the signatures of its thoughts here and wants them back.
  extra_content: anything,
});

const message = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(part)]).nullish(),
  name: anything,
  tool_calls: z.array(toolCall).nullish(),
  tool_call_id: anything,
  refusal: anything,
  prefix: anything,
  reasoning: anything,
  reasoning_content: anything,
  reasoning_details: anything,
  cache_control: cacheControl,
});

const tool = z.object({
  type: z.literal('function', foreignTool),
  function: z.object({
    // Moonshot's own functions, its web search among them, have names that begin so.
    name: z.string().regex(/^[^$]/u, { error: ({ input }) => `the tool ${String(input)} is the provider’s own` }),
    description: anything,
    parameters: anything,
    strict: anything,
  }),
  cache_control: cacheControl,
});

/** Models that search the web by themselves, whatever tools they are given. Source: the providers' model lists. */
const SEARCHING =
  /:online\b|(?:^|\/)(?:compound(?:-mini|-beta.*)?|sonar(?:-.*)?)$|search-(?:preview|api)|deep-research/u;

const model = z.string().refine((name) => !SEARCHING.test(name), {
  error: ({ input }) => `${String(input)} searches the web at the provider`,
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
  parallel_tool_calls: anything,
  stream: z.boolean().nullish(),
  max_tokens: anything,
  max_completion_tokens: anything,
  temperature: anything,
  top_p: anything,
  top_k: anything,
  min_p: anything,
  frequency_penalty: anything,
  presence_penalty: anything,
  repetition_penalty: anything,
  seed: anything,
  random_seed: anything,
  stop: anything,
  response_format: anything,
  reasoning_effort: anything,
  reasoning: z
    .object({ effort: anything, max_tokens: z.number().optional(), enabled: anything, exclude: anything })
    .nullish(),
  reasoning_format: anything,
  include_reasoning: anything,
  thinking: z.object({ type: anything, budget_tokens: z.number().optional(), clear_thinking: anything }).nullish(),
  enable_thinking: anything,
  thinking_budget: z.number().nullish(),
  chat_template_args: z.object({ enable_thinking: anything, thinking: anything }).nullish(),
  chat_template_kwargs: z.object({ enable_thinking: anything, thinking: anything }).nullish(),
  prompt_mode: anything,
  safe_prompt: anything,
  verbosity: anything,
  prompt_cache_key: anything,
  user: anything,
});

export type ChatRequest = z.infer<typeof chatRequest>;
