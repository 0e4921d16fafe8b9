import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answer, answerAtOnce, done, said, stream } from '../support/provider/answers.ts';
import { PROMPT, startBehind, type Behind } from '../support/provider/behind.ts';
import { askUnread, sendBytes } from '../support/provider/wire.ts';

const MEGABYTE = 1024 * 1024;
const USAGE = { input: 5, output: 2 };

let behind: Behind;

beforeAll(async () => void (behind = await startBehind()));
afterEach(() => behind.settled());
afterAll(() => behind[Symbol.asyncDispose]());

async function bodyOf(asked: Promise<Response>): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { body } = await asked;
  if (body === null) throw new Error('The answer has no body.');
  return body;
}

async function readerOf(asked: Promise<Response>): Promise<ReadableStreamDefaultReader<string>> {
  return (await bodyOf(asked)).pipeThrough(new TextDecoderStream()).getReader();
}

function requestOf(body: string, connection: 'keep-alive' | 'close'): string {
  const { placeholder } = behind.gateway.access('coder');
  const headers = [
    `authorization: Bearer ${placeholder}`,
    `connection: ${connection}`,
    `content-length: ${body.length}`,
  ];
  return ['POST /own/chat/completions HTTP/1.1', 'host: gateway', ...headers, '', body].join('\r\n');
}

/** Writes so many megabytes as fast as they are taken; `sent` says how many were. */
async function pour(response: ServerResponse, megabytes: number, sent: (count: number) => void): Promise<void> {
  const piece = said('x'.repeat(MEGABYTE));
  stream(response);
  for (let count = 1; count <= megabytes; count += 1) {
    if (!response.write(piece)) await once(response, 'drain');
    sent(count);
  }
  response.end(done(USAGE));
}

describe('an answer', () => {
  it('arrives piece by piece while the provider still holds the rest', async () => {
    const rest = Promise.withResolvers<void>();
    behind.play(async (response) => {
      stream(response).write(said('first'));
      await rest.promise;
      response.end(said('second') + done(USAGE));
    });
    const reader = await readerOf(behind.ask());
    expect((await reader.read()).value).toBe(said('first'));
    rest.resolve();
    expect((await reader.read()).value).toContain('second');
  });

  it('has its head while the provider still holds the first byte', async () => {
    const rest = Promise.withResolvers<void>();
    behind.play(async (response) => {
      stream(response);
      await rest.promise;
      response.end(done(USAGE));
    });
    const response = await behind.ask();
    rest.resolve();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await response.text()).toBe(done(USAGE));
  });

  it('waits at the provider while nobody reads it, and arrives whole', async () => {
    // More than the buffers of three connections can grow to on a busy machine.
    const pieces = 128;
    let sent = 0;
    behind.play((response) => pour(response, pieces, (count) => (sent = count)));
    const unread = await askUnread(behind);
    for (let before = -1; before !== sent; await sleep(200)) before = sent;
    expect(sent).toBeLessThan(pieces);
    let read = 0;
    for await (const piece of unread) read += Buffer.from(piece).byteLength;
    expect(read).toBe(pieces * said('x'.repeat(MEGABYTE)).length + done(USAGE).length);
  });

  it('may be cut anywhere, in the middle of a letter too', async () => {
    const content = 'Grüße, 世界, 🦊👩‍👩‍👧';
    const [before = '', after = ''] = said(content).split(content);
    const pieces = [
      Buffer.from(before),
      ...[...Buffer.from(content)].map((byte) => Buffer.of(byte)),
      Buffer.from(after),
    ];
    let read = Promise.withResolvers<void>();
    behind.play(async (response) => {
      stream(response);
      for (const piece of pieces) {
        response.write(piece);
        // Pieces that nobody has read yet would travel together.
        await read.promise;
        read = Promise.withResolvers();
      }
      response.end(done(null));
    });
    const arrived: Uint8Array[] = [];
    for await (const piece of await bodyOf(behind.ask())) {
      arrived.push(piece);
      read.resolve();
    }
    expect(arrived.slice(0, pieces.length).map(String)).toEqual(pieces.map((piece) => String(new Uint8Array(piece))));
    expect(Buffer.concat(arrived).toString()).toBe(said(content) + done(null));
    await behind.settled();
    // Nobody counted, so the bytes were; a letter torn in two would have more.
    expect(behind.requests[0]?.tokens.output).toBe(Math.ceil(Buffer.byteLength(content) / 4));
  });

  it('that is not streamed comes through and is counted', async () => {
    behind.play((response) => answerAtOnce(response, 'Done.', USAGE));
    const response = await behind.ask({ body: { ...PROMPT, stream: false } });
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({ choices: [{ message: { content: 'Done.' } }] });
    await behind.settled();
    expect(behind.requests).toMatchObject([
      { role: 'coder', model: 'own/model', status: 200, tokens: { input: 5, output: 2 }, estimated: false },
    ]);
    expect(behind.faults).toEqual([]);
  });

  it('is counted as a stream whatever its content calls itself', async () => {
    behind.play((response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).end(said('Hello.') + done(USAGE));
    });
    expect(await (await behind.ask()).text()).toBe(said('Hello.') + done(USAGE));
    await behind.settled();
    expect(behind.requests).toMatchObject([{ tokens: USAGE, estimated: false }]);
    expect(behind.faults).toEqual([]);
  });

  it('of twenty megabytes in one event comes through whole and is counted', async () => {
    const content = 'é'.repeat(10 * MEGABYTE);
    behind.play((response) => answer(response, content, USAGE));
    expect(await (await behind.ask()).text()).toBe(said(content) + done(USAGE));
    await behind.settled();
    expect(behind.requests).toMatchObject([{ tokens: USAGE, estimated: false }]);
  });
});

describe('a request', () => {
  it('of twenty megabytes reaches the provider as it is', async () => {
    const content = 'é'.repeat(10 * MEGABYTE);
    behind.play((response) => answer(response, 'Long.', USAGE));
    const response = await behind.ask({ body: { ...PROMPT, messages: [{ role: 'user', content }] } });
    expect(response.status).toBe(200);
    expect(behind.provider.received[0]?.body.includes(content)).toBe(true);
  });

  it('that is larger than any provider takes is refused in words, and the next one on its connection answered', async () => {
    behind.play((response) => answer(response, 'Next.', USAGE));
    const body = JSON.stringify({ ...PROMPT, messages: [{ role: 'user', content: 'x'.repeat(41 * MEGABYTE) }] });
    const said = await sendBytes(behind, requestOf(body, 'keep-alive') + requestOf(JSON.stringify(PROMPT), 'close'));
    expect([...said.matchAll(/HTTP\/1\.1 (\d+)/gu)].map(([, status]) => status)).toEqual(['400', '200']);
    expect(said).toContain('larger than 40 MB');
    expect(behind.provider.received).toHaveLength(1);
  });

  it.each(['before the answer', 'in the middle of the answer'])('ends when its client goes away %s', async (when) => {
    behind.play((response) => {
      if (when !== 'before the answer') stream(response).write(said('A beginning'));
    });
    const leave = new AbortController();
    const asked = behind.ask({ signal: leave.signal });
    if (when !== 'before the answer') await (await readerOf(asked)).read();
    const { left } = await behind.provider.nth(1);
    leave.abort();
    await left;
    await behind.settled();
    expect(behind.requests).toMatchObject([{ estimated: true }]);
    expect(behind.faults).toEqual([]);
  });

  it('does not keep the others waiting', async () => {
    behind.play((response, _, count) => count > 1 && answer(response, 'Quick.', USAGE));
    const leave = new AbortController();
    const hanging = behind.ask({ signal: leave.signal });
    await behind.provider.nth(1);
    expect(await (await behind.ask()).text()).toContain('Quick.');
    leave.abort();
    await expect(hanging).rejects.toThrow('aborted');
  });
});

it('outlives clients and providers that come and go at any moment', async () => {
  behind.play(async (response, _, count) => {
    stream(response).write(said('A beginning'));
    await sleep(count % 7);
    if (count % 3 === 0) response.destroy();
    else response.end(said('and an end') + done(USAGE));
  });
  const one = (after: number): Promise<unknown> =>
    behind
      .ask({ signal: AbortSignal.timeout(after) })
      .then((response) => response.text())
      .catch(String);
  for (let round = 0; round < 10; round += 1)
    await Promise.all(Array.from({ length: 30 }, (_, index) => one(index % 10)));
  expect((await behind.ask({ path: '/nothing' })).status).toBe(403);
  expect(behind.faults.filter(({ role }) => role === null)).toEqual([]);
});
