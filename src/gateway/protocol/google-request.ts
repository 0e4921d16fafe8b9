import { z } from 'zod';
import { inlineData, onlyKeys } from './shape.ts';

const anything = z.unknown().optional();
const inline = z.object({ mimeType: anything, data: inlineData }).optional();

/** A part is what its keys are, so a key that is not known is a kind of content that is not. */
const part = z.strictObject(
  {
    text: z.string().optional(),
    thought: anything,
    thoughtSignature: anything,
    inlineData: inline,
    functionCall: z.object({ name: z.string(), args: anything, id: anything }).optional(),
    functionResponse: z
      .object({
        name: z.string(),
        response: anything,
        id: anything,
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
          description: anything,
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
  contents: z.array(z.object({ role: anything, parts: z.array(part) })),
  systemInstruction: z.object({ role: anything, parts: z.array(part) }).nullish(),
  tools: z.array(tool).nullish(),
  toolConfig: z.object({ functionCallingConfig: anything }).nullish(),
  safetySettings: anything,
  generationConfig: z
    .object({
      maxOutputTokens: anything,
      temperature: anything,
      topP: anything,
      topK: anything,
      seed: anything,
      stopSequences: anything,
      frequencyPenalty: anything,
      presencePenalty: anything,
      responseMimeType: anything,
      responseSchema: anything,
      responseJsonSchema: anything,
      thinkingConfig: z
        .object({ includeThoughts: anything, thinkingBudget: anything, thinkingLevel: anything })
        .optional(),
    })
    .nullish(),
});
