import { describe, expect, it } from 'vitest';
import { mediaIn } from '../../src/gateway/media.ts';
import { pictureBytes } from '../../src/gateway/picture-bytes.ts';
import { answer } from '../support/provider/answers.ts';
import { startBehind } from '../support/provider/behind.ts';

const DATA = 'A'.repeat(900_000);
const ADDRESS = `data:image/png;base64,${DATA}`;
const inlineData = { mimeType: 'image/png', data: DATA };
const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: DATA } };

const chat = (part: unknown) => ({ messages: [{ role: 'user', content: [{ type: 'text', text: 'Look.' }, part] }] });

describe('the content of a picture is not text', () => {
  it.each([
    ['chat completions', chat({ type: 'image_url', image_url: { url: ADDRESS } })],
    ['chat completions, by bare address', chat({ type: 'image_url', image_url: ADDRESS })],
    ['responses', { input: [{ role: 'user', content: [{ type: 'input_image', image_url: ADDRESS }] }] }],
    ['a tool’s result in responses', { input: [{ output: [{ type: 'input_image', image_url: ADDRESS }] }] }],
    ['Anthropic', chat(image)],
    ['a tool’s result at Anthropic', chat({ type: 'tool_result', tool_use_id: 'x', content: [image] })],
    ['Google', { contents: [{ parts: [{ inlineData }] }] }],
    ['a tool’s result at Google', { contents: [{ parts: [{ functionResponse: { parts: [{ inlineData }] } }] }] }],
  ])('in %s', (_, body) => {
    expect(pictureBytes(body)).toBeGreaterThanOrEqual(DATA.length);
    expect(pictureBytes(body)).toBeLessThan(JSON.stringify(body).length);
    expect(mediaIn(JSON.stringify(body)).pictures).toBe(1);
  });
});

describe('what only looks like a picture is text', () => {
  it.each([
    ['a text', chat({ type: 'text', text: ADDRESS })],
    ['a text with a picture beside it', chat({ type: 'text', text: 'x', image_url: { url: ADDRESS } })],
    ['a plain message', { messages: [{ role: 'user', content: ADDRESS }] }],
    ['the arguments of a call', { messages: [{ tool_calls: [{ function: { name: 'x', arguments: ADDRESS } }] }] }],
    ['a tool', { tools: [{ type: 'image_url', image_url: { url: ADDRESS } }] }],
    ['a document', chat({ type: 'image', source: { type: 'base64', media_type: 'application/pdf', data: DATA } })],
    ['another address', chat({ type: 'image_url', image_url: { url: `data:text/plain,${DATA}` } })],
    ['the instructions', { instructions: ADDRESS, system: [{ type: 'image_url', image_url: ADDRESS }] }],
    ['no object', [ADDRESS]],
  ])('in %s', (_, body) => {
    expect(pictureBytes(body)).toBe(0);
  });
});

describe('a request with a large picture', () => {
  const ask = { max_tokens: 100, model: 'model' };

  it('takes the tokens of a picture from the budget, and one with as long a text those of the text', async () => {
    await using behind = await startBehind({
      limits: { cost: 1e6, tokens: 100_000, requests: 9 },
      play: (response) => answer(response, 'A letter.', { input: 900, output: 2 }),
    });
    const shown = await behind.ask({ body: { ...ask, ...chat({ type: 'image_url', image_url: { url: ADDRESS } }) } });
    expect(shown.status).toBe(200);
    const read = await behind.ask({ body: { ...ask, ...chat({ type: 'text', text: DATA }) } });
    expect(read.status).toBe(402);
  });

  it('by address is refused', async () => {
    await using behind = await startBehind();
    const url = 'https://a.example/a.png';
    const asked = await behind.ask({ body: { ...ask, ...chat({ type: 'image_url', image_url: { url } }) } });
    expect(asked.status).toBe(403);
    expect(behind.provider.received).toEqual([]);
  });
});
