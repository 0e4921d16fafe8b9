import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../support/provider/answers.ts';
import { KEY, modelNamed, PROMPT, startBehind, type Behind } from '../support/provider/behind.ts';
import { sendBytes } from '../support/provider/wire.ts';
import { saying } from '../support/saying.ts';

let behind: Behind;
let placeholder: string;

beforeAll(async () => {
  behind = await startBehind({
    providers: (origin) =>
      ['own', 'anthropic', 'google', 'a b'].map((id) => ({ id, baseUrl: `${origin}/v1`, key: KEY })),
    models: ['own/model', 'anthropic/model', 'google/model', 'a b/model'].map((name) => modelNamed(name)),
  });
  behind.gateway.allow('judges', [modelNamed('own/judge')]);
  ({ placeholder } = behind.gateway.access('coder'));
});
beforeEach(() => behind.play((response) => answer(response, 'Through.', { input: 5, output: 2 })));
afterEach(() => behind.settled());
afterAll(() => behind[Symbol.asyncDispose]());

const BODY = JSON.stringify(PROMPT);

type Raw = Readonly<{ line?: string; headers?: readonly string[]; body?: string }>;

/** A request as bytes; by default one that is let through, and the last one of its connection. */
function bytesOf({ line = 'POST /own/chat/completions HTTP/1.1', headers, body = BODY }: Raw): string {
  const given = headers ?? [`authorization: Bearer ${placeholder}`, 'connection: close'];
  return [line, 'host: gateway', ...given, `content-length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
}

const send = (raw: Raw): Promise<string> => sendBytes(behind, bytesOf(raw));

describe('to a provider comes', () => {
  it('a request that keeps the rules', async () => {
    expect(await send({})).toContain('Through.');
    expect(behind.provider.received).toMatchObject([{ method: 'POST', url: '/v1/chat/completions' }]);
  });

  it('a request whose provider has a name that is written differently in a path', async () => {
    const response = await behind.ask({ provider: 'a b' });
    expect(await response.text()).toContain('Through.');
  });

  it('what was understood, not what was sent', async () => {
    const body = `{"model":"judge","__proto__":{"n":1},"model":"model","messages":[],"n":5,"stream":true}`;
    expect(await send({ body })).toContain('Through.');
    const sent: unknown = JSON.parse(behind.provider.received[0]?.body ?? '');
    expect(sent).toEqual({
      model: 'model',
      messages: [],
      stream: true,
      max_tokens: 32_000,
      stream_options: { include_usage: true },
    });
    await behind.settled();
    expect(behind.requests[0]?.dropped).toContain('n');
  });

  it('a request that asks for another protocol, without its asking', async () => {
    const headers = [`authorization: Bearer ${placeholder}`, 'connection: upgrade, close', 'upgrade: websocket'];
    expect(await send({ headers })).toContain('Through.');
    expect(behind.provider.received[0]?.headers).not.toHaveProperty('upgrade');
  });

  it('each of several requests on one connection that may, in their order', async () => {
    const going = [`authorization: Bearer ${placeholder}`];
    const said = await sendBytes(
      behind,
      bytesOf({ headers: going }) +
        bytesOf({ headers: ['authorization: Bearer nobody'] }) +
        bytesOf({ line: 'POST /own/files HTTP/1.1', headers: going }) +
        bytesOf({}),
    );
    expect([...said.matchAll(/HTTP\/1\.1 (\d+)/gu)].map(([, status]) => status)).toEqual(['200', '401', '403', '200']);
    expect(behind.provider.received).toHaveLength(2);
  });
});

describe('to no provider comes', () => {
  afterEach(() => expect(behind.provider.received).toEqual([]));

  it.each([
    ['an absolute address', 'POST http://own/chat/completions HTTP/1.1'],
    ['an absolute address of the provider', 'POST https://api.openai.com/own/chat/completions HTTP/1.1'],
    ['two slashes', 'POST //own/chat/completions HTTP/1.1'],
    ['two slashes within', 'POST /own//chat/completions HTTP/1.1'],
    ['a way up', 'POST /own/../own/chat/completions HTTP/1.1'],
    ['a way up behind a path that may', 'POST /own/chat/completions/../../files HTTP/1.1'],
    ['an encoded way up', 'POST /own/chat/completions/%2e%2e/%2e%2e/files HTTP/1.1'],
    ['an encoded slash', 'POST /own/chat%2fcompletions HTTP/1.1'],
    ['an encoded slash behind the provider', 'POST /own%2fchat/completions HTTP/1.1'],
    ['an encoded letter', 'POST /own/ch%61t/completions HTTP/1.1'],
    ['a backslash', 'POST /own\\chat\\completions HTTP/1.1'],
    ['a fragment', 'POST /own/chat/completions#x HTTP/1.1'],
    ['a semicolon', 'POST /own/chat/completions;x HTTP/1.1'],
    ['an end of line', 'POST /own/chat/completions%0a HTTP/1.1'],
    ['a name with an at sign', 'POST /own@elsewhere.example/chat/completions HTTP/1.1'],
    ['an unknown provider', 'POST /openai/responses HTTP/1.1'],
    ['a provider of the language’s own', 'POST /__proto__/chat/completions HTTP/1.1'],
    ['a path that is not for answers', 'POST /own/files HTTP/1.1'],
    ['a model in the path that climbs', 'POST /google/models/..%2f..%2fmodel:generateContent HTTP/1.1'],
    ['nothing', 'POST / HTTP/1.1'],
    ['a star', 'POST * HTTP/1.1'],
  ])('%s in the address', async (_, line) => {
    expect(await send({ line })).toMatch(/^HTTP\/1\.1 40[03] /u);
  });

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('the method %s', async (method) => {
    expect(await send({ line: `${method} /own/chat/completions HTTP/1.1` })).toMatch(/^HTTP\/1\.1 403 /u);
  });

  it('a tunnel', async () => {
    expect(await send({ line: 'CONNECT api.openai.com:443 HTTP/1.1' })).toBe('');
  });

  it.each([
    ['none', []],
    ['an unknown one', ['authorization: Bearer pw-coder-0000']],
    ['the real key', [`authorization: Bearer ${KEY}`]],
    ['one without its scheme', () => [`authorization: ${placeholder}`]],
    ['one behind another', () => ['authorization: Bearer nobody', `authorization: Bearer ${placeholder}`]],
    ['two in one header', () => [`x-api-key: ${placeholder}`, `x-api-key: ${placeholder}`]],
    ['one in the wrong place', () => [`cookie: ${placeholder}`, `x-key: ${placeholder}`]],
  ] as const)('a request with this placeholder: %s', async (_, given) => {
    const headers = [...(typeof given === 'function' ? given() : given), 'connection: close'];
    expect(await send({ headers })).toMatch(/^HTTP\/1\.1 401 /u);
  });

  it.each([
    ['two lengths', ['content-length: 5'], BODY],
    ['a length and chunks', ['transfer-encoding: chunked'], BODY],
    ['an unknown coding', ['transfer-encoding: cow'], BODY],
    ['a folded header', [' folded'], BODY],
  ])('a request that two readers could read differently, by %s', async (_, more, body) => {
    const headers = [`authorization: Bearer ${placeholder}`, 'connection: close', ...more];
    expect(await send({ headers, body })).toMatch(/^HTTP\/1\.1 400 /u);
  });

  it.each([
    ['no JSON', 'model=model'],
    ['a list', '[]'],
    ['a word', '"model"'],
    ['nothing at all', ''],
    ['packed', '\u{1f}\u{8b}'],
  ])('a body that is %s', async (_, body) => {
    expect(await send({ body })).toMatch(/^HTTP\/1\.1 400 /u);
  });

  it('a model of another role', async () => {
    const body = { ...PROMPT, model: 'judge' };
    expect(await (await behind.ask({ body })).text()).toContain('own/judge');
    expect((await behind.ask({ role: 'reviewer' })).status).toBe(403);
    expect((await behind.ask({ role: 'planner' })).status).toBe(403);
    expect((await behind.ask({ body: { ...PROMPT, model: ['model'] } })).status).toBe(403);
    expect(behind.log[0]).toBe(
      'The model gateway refused a request of the coder: The model “own/judge” is not one of this role’s.',
    );
  });
});

describe('a refusal', () => {
  const details = { messages: [{ role: 'user', content: 'Hello.' }] };

  it('has the shape that the provider’s client reads', async () => {
    const anthropic = await behind.ask({ provider: 'anthropic', path: '/messages', body: { model: 'x', ...details } });
    expect(await anthropic.json()).toEqual({
      type: 'error',
      error: { type: 'invalid_request_error', message: saying('anthropic/x') },
    });
    const google = await behind.ask({ provider: 'google', path: '/models/x:generateContent', body: {} });
    expect(await google.json()).toEqual({
      error: { code: 403, message: saying('google/x'), status: 'INVALID_ARGUMENT' },
    });
    const own = await behind.ask({ body: { ...PROMPT, model: 'x' } });
    expect(await own.json()).toMatchObject({ error: { message: saying('own/x') } });
  });

  it('is one short line in the log, whatever the agent called things', async () => {
    const name = `x\n::stop-commands::all\r\u{2028}\u{1b}[31m${'y'.repeat(100_000)}`;
    const response = await behind.ask({ body: { ...PROMPT, model: name } });
    expect((await response.text()).length).toBeLessThan(1000);
    await behind.ask({ path: `/${'z'.repeat(5000)}` });
    await behind.ask({ body: { ...PROMPT, tools: [{ type: name, [name]: 1 }] } });
    await behind.settled();
    expect(behind.log).toHaveLength(3);
    for (const line of behind.log) {
      expect(line.length).toBeLessThan(500);
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }
  });
});
