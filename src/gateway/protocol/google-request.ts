import { z } from 'zod';
import { anything, inlineData, onlyKeys, option } from './shape.ts';

const inline = z.object({ mimeType: option, data: inlineData }).optional();

/** A part is what its keys are, so a key that is not known is a kind of content that is not. */
const part = z.strictObject(
  {
    text: z.string().optional(),
    thought: option,
    thoughtSignature: option,
    inlineData: inline,
    functionCall: z.object({ name: z.string(), args: anything, id: option }).optional(),
    functionResponse: z
      .object({
        name: z.string(),
        response: anything,
        id: option,
        parts: z.array(z.strictObject({ inlineData: inline }, onlyKeys('content'))).optional(),
      })
      .optional(),
  },
  onlyKeys('content'),
);

const tool = z.strictObject(
  {
    functionDeclarations: z
      .array(
        z.object({
          name: z.string(),
          description: option,
          parameters: anything,
          parametersJsonSchema: anything,
          response: anything,
        }),
      )
      .optional(),
  },
  onlyKeys('the tool'),
);

/** What may stand in a request to generate content, and nothing else. */
export const googleRequest = z.object({
  contents: z.array(z.object({ role: option, parts: z.array(part) })),
  systemInstruction: z.object({ role: option, parts: z.array(part) }).nullish(),
  tools: z.array(tool).nullish(),
  toolConfig: z.object({ functionCallingConfig: anything }).nullish(),
  safetySettings: anything,
  generationConfig: z
    .object({
      maxOutputTokens: option,
      temperature: option,
      topP: option,
      topK: option,
      seed: option,
      stopSequences: anything,
      frequencyPenalty: option,
      presencePenalty: option,
      responseMimeType: option,
      responseSchema: anything,
      responseJsonSchema: anything,
      thinkingConfig: z.object({ includeThoughts: option, thinkingBudget: option, thinkingLevel: option }).optional(),
    })
    .nullish(),
});
