import { describe, expect, it } from 'vitest';
import { google } from '../../../src/gateway/protocol/google.ts';
import type { Body } from '../../../src/gateway/protocol/protocol.ts';
import { reading, sanitised } from './asking.ts';

const tools = [{ functionDeclarations: [{ name: 'read', description: 'd', parameters: { type: 'object' } }] }];
const request = { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }], tools };
const ask = (more: Body): ReturnType<typeof sanitised> => sanitised(google, { ...request, ...more }, { streams: true });
const says = (...parts: readonly unknown[]): Body => ({ contents: [{ role: 'user', parts }] });
const picture = { inlineData: { mimeType: 'image/png', data: 'aa' } };
const byAddress = { fileData: { mimeType: 'image/png', fileUri: 'https://a.example/a.png' } };

describe('a request to generate content', () => {
  it('passes with its tools, options and history', () => {
    const body = {
      ...request,
      contents: [
        { role: 'user', parts: [{ text: 'See https://a.example' }, picture] },
        {
          role: 'model',
          parts: [
            { text: 'Hm.', thought: true, thoughtSignature: 's' },
            { functionCall: { name: 'read', args: { fileUri: 'https://a.example' } }, thoughtSignature: 's' },
          ],
        },
        {
          role: 'user',
          parts: [{ functionResponse: { name: 'read', response: { fileData: 'x' }, parts: [picture] } }],
        },
      ],
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      toolConfig: { functionCallingConfig: { mode: 'ANY' } },
      generationConfig: {
        maxOutputTokens: 50,
        temperature: 1,
        thinkingConfig: { includeThoughts: true, thinkingBudget: 20 },
      },
    };
    expect(ask(body)).toEqual({ kind: 'request', body, maxOutput: 50, streams: true, dropped: [] });
  });

  it('loses what multiplies answers, costs more or keeps data, by name', () => {
    const extra = { cachedContent: 'c', labels: { a: 'b' }, serviceTier: 'priority', store: true, model: 'other' };
    const { body, dropped } = ask({ ...extra, generationConfig: { candidateCount: 4, responseModalities: ['IMAGE'] } });
    for (const name of Object.keys(extra)) expect(body).not.toHaveProperty(name);
    expect(dropped).toEqual([
      ...Object.keys(extra),
      'generationConfig.candidateCount',
      'generationConfig.responseModalities',
    ]);
  });

  it('is bounded, whatever is asked', () => {
    expect(ask({}).body).toMatchObject({ generationConfig: { maxOutputTokens: 100 } });
    expect(ask({ generationConfig: { maxOutputTokens: 9999 } })).toMatchObject({
      body: { generationConfig: { maxOutputTokens: 100 } },
      maxOutput: 100,
    });
    // The other spelling that Google takes.
    expect(ask({ generation_config: { max_output_tokens: 9999 } }).body).not.toHaveProperty('generation_config');
  });

  it.each<[string, Body, string]>([
    ...[
      'googleSearch',
      'googleSearchRetrieval',
      'urlContext',
      'codeExecution',
      'fileSearch',
      'googleMaps',
      'google_search',
    ].map((name): [string, Body, string] => [name, { tools: [...tools, { [name]: {} }] }, `"${name}"`]),
    ['a search beside functions', { tools: [{ ...tools[0], googleSearch: {} }] }, '"googleSearch"'],
    ['a file by address', says(byAddress), '"fileData"'],
    ['a file by address, spelt otherwise', says({ file_data: { file_uri: 'gs://a/b' } }), '"file_data"'],
    [
      'an address where data should be',
      says({ inlineData: { mimeType: 'image/png', data: 'https://a.example' } }),
      'base64',
    ],
    ['code to run', says({ executableCode: { code: '1', language: 'PYTHON' } }), '"executableCode"'],
    ['a file by address in instructions', { systemInstruction: { parts: [byAddress] } }, '"fileData"'],
    [
      'a file by address in a tool’s result',
      says({ functionResponse: { name: 'a', parts: [byAddress] } }),
      '"fileData"',
    ],
    ['two tools of one name', { tools: [...tools, ...tools] }, 'read more than once'],
    ['contents that are no list', { contents: 'Hi' }, 'contents'],
  ])('is refused for %s, with the reason', (_name, more, reason) => {
    expect(ask(more).reason).toContain(reason);
  });
});

describe('generated content', () => {
  const usage = {
    promptTokenCount: 120,
    cachedContentTokenCount: 100,
    candidatesTokenCount: 20,
    thoughtsTokenCount: 10,
  };
  const counted = { input: 20, output: 20, reasoning: 10, cacheRead: 100, cacheWrite: 0 };
  const said = (parts: readonly unknown[], finishReason?: string): Body => ({
    candidates: [{ content: { parts }, finishReason }],
  });

  it('is counted by the last usage and ends with a reason', () => {
    const first = { ...said([{ text: '€' }]), usageMetadata: { ...usage, candidatesTokenCount: 1 } };
    const last = { ...said([{ functionCall: { name: 'a' } }], 'STOP'), usageMetadata: usage };
    expect(reading(google, [first]).complete).toBe(false);
    expect(reading(google, [first, last])).toMatchObject({
      tokens: counted,
      outputBytes: 3 + 12,
      complete: true,
      fault: null,
    });
  });

  it('ends where the prompt was blocked', () => {
    const blocked = { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: { promptTokenCount: 9 } };
    expect(reading(google, [blocked])).toMatchObject({ complete: true, tokens: { input: 9, output: 0 } });
  });

  it('is read as one document and as a list of parts, too', () => {
    const whole = { ...said([{ text: '€' }], 'STOP'), usageMetadata: usage };
    expect(reading(google, [whole])).toMatchObject({ tokens: counted, complete: true });
    expect(reading(google, [[said([{ text: 'a' }]), whole]])).toMatchObject({
      tokens: counted,
      complete: true,
      outputBytes: 4,
    });
  });

  it('tells of an error in its middle', () => {
    expect(reading(google, [{ error: { code: 503, message: 'Gone', status: 'UNAVAILABLE' } }]).fault).toBe('Gone');
  });
});
