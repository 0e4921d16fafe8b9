import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, refuse, said, stream } from '../support/provider/answers.ts';
import { KEY, modelNamed, PROMPT, startBehind, type Behind } from '../support/provider/behind.ts';
import { ofProcess, processesWith } from '../support/provider/processes.ts';

const USAGE = { input: 5, output: 2 };
const SHORT_KEY = 'ollama';
const KEYS = {
  own: KEY,
  anthropic: 'sk-ant-88aa41c0d7e2f3956b',
  google: 'AIza-771f0e2d9c8b6a5432',
  azure: 'a'.repeat(32),
};
const QUESTION = { messages: [{ role: 'user', content: 'Hello.' }] };

let behind: Behind;
let record: string;

beforeAll(async () => {
  record = await mkdtemp(join(tmpdir(), 'exchanges-'));
  behind = await startBehind({
    record,
    providers: (origin) => [
      ...Object.entries(KEYS).map(([id, key]) => ({ id, baseUrl: `${origin}/${id}`, key })),
      { id: 'opencode', baseUrl: `${origin}/opencode`, key: null },
      { id: 'local', baseUrl: `${origin}/local`, key: SHORT_KEY },
      { id: 'keyless', baseUrl: `${origin}/keyless?tenant=query-secret`, key: null },
    ],
    models: ['own', 'anthropic', 'google', 'azure', 'opencode', 'local', 'keyless'].map((id) =>
      modelNamed(`${id}/model`),
    ),
  });
});
afterAll(async () => {
  await behind[Symbol.asyncDispose]();
  await rm(record, { recursive: true });
});

/** What an agent might send along to get further than it should, or to learn what it should not. */
const SENT_ALONG = {
  cookie: 'session=1',
  'proxy-authorization': 'Basic eDp5',
  'x-forwarded-for': '10.0.0.1',
  'x-forwarded-host': 'elsewhere.example',
  forwarded: 'for=10.0.0.1',
  via: '1.1 elsewhere',
  'x-real-ip': '10.0.0.1',
  'openai-organization': 'org-other',
  'openai-project': 'proj-other',
  'x-goog-user-project': 'other',
  'x-amz-security-token': 'other',
  'anthropic-beta': 'files-api-2025-04-14,interleaved-thinking-2025-05-14',
  'x-session-id': 'ses_1',
  'content-encoding': 'identity',
  'accept-encoding': 'gzip, br',
  'transfer-encoding-hint': 'chunked',
};

describe('the provider’s own key', () => {
  it.each([
    ['own', '/chat/completions', 'authorization', `Bearer ${KEYS.own}`, PROMPT],
    [
      'anthropic',
      '/messages',
      'x-api-key',
      KEYS.anthropic,
      { model: 'model', max_tokens: 9, stream: true, ...QUESTION },
    ],
    [
      'google',
      '/models/model:streamGenerateContent?alt=sse&key=stolen&access_token=stolen',
      'x-goog-api-key',
      KEYS.google,
      { contents: [{ role: 'user', parts: [{ text: 'Hello.' }] }] },
    ],
    ['azure', '/chat/completions?api-version=v1&api-key=stolen', 'api-key', KEYS.azure, PROMPT],
    ['opencode', '/chat/completions', 'authorization', 'Bearer public', PROMPT],
    ['keyless', '/chat/completions', null, null, PROMPT],
  ] as const)(
    'of %s is put in where it wants it, and nothing else of the agent’s',
    async (provider, path, name, value, body) => {
      behind.play((response) => refuse(response, 400));
      const { placeholder } = behind.gateway.access('coder');
      const own =
        name === null || name === 'authorization' ? {} : { [name]: placeholder, authorization: 'Bearer stolen' };
      const others = ['x-api-key', 'x-goog-api-key', 'api-key'].filter((other) => other !== name);
      const stolen = Object.fromEntries(others.map((other) => [other, 'stolen']));
      await behind.ask({ provider, path, body, headers: { ...SENT_ALONG, ...stolen, ...own } });
      const { url, headers, rawHeaders } = await behind.provider.nth(1);
      expect(name === null ? undefined : headers[name]).toBe(value ?? undefined);
      expect(Object.keys(headers).toSorted()).toEqual(
        [
          'accept',
          'accept-encoding',
          'anthropic-beta',
          'connection',
          'content-length',
          'content-type',
          'host',
          'user-agent',
          'x-session-id',
          ...(name === null ? [] : [name]),
        ].toSorted(),
      );
      expect(headers.host).toBe(new URL(behind.provider.origin).host);
      expect(headers['anthropic-beta']).toBe('interleaved-thinking-2025-05-14');
      expect(headers['accept-encoding']).toBe('identity');
      expect([url, ...rawHeaders].join('\n')).not.toMatch(/stolen|pw-coder/u);
    },
  );
});

const SPLITS = [1, 7, KEY.length - 1];

/** Everything that came out of the gateway so far, in one text. */
async function everythingTold(): Promise<string> {
  await behind.settled();
  const { requests, faults, log } = behind;
  const files = await readdir(record);
  const records = await Promise.all(files.map((file) => readFile(join(record, file), 'utf8')));
  return JSON.stringify({ requests, faults, log, records });
}

describe('a key that the provider repeats', () => {
  it.each(SPLITS)('in a stream, cut after %i letters, does not get through to anybody', async (at) => {
    const whole = said(`Your key is ${KEY}, and ${KEY.slice(0, 9)} is not.`) + done(USAGE);
    const cut = whole.indexOf(KEY) + at;
    behind.play(async (response) => {
      stream(response).write(whole.slice(0, cut));
      await new Promise(setImmediate);
      response.end(whole.slice(cut));
    });
    const text = await (await behind.ask()).text();
    expect(text).toBe(whole.replace(KEY, '*'.repeat(KEY.length)));
    expect(await everythingTold()).not.toContain(KEY);
  });

  it.each([
    [401, 'auth'],
    [500, 'stream-lost'],
    [400, null],
  ])('in an answer of %i does not get through to anybody', async (status, category) => {
    behind.play((response) => refuse(response, status, { message: `Incorrect API key provided: ${KEY}.` }));
    const text = await (await behind.ask()).text();
    const stars = `Incorrect API key provided: ${'*'.repeat(KEY.length)}.`;
    expect(text).toContain(stars);
    expect(await everythingTold()).not.toContain(KEY);
    expect(behind.faults.map((fault) => fault.category)).toEqual(category === null ? [] : [category]);
    for (const { message } of behind.faults) expect(message).toContain(stars);
  });

  it('in an error in the middle of a stream does not get through to anybody', async () => {
    behind.play((response) => {
      stream(response).end(`data: ${JSON.stringify({ error: { message: `No credit left for ${KEY}` } })}\n\n`);
    });
    expect(await (await behind.ask()).text()).not.toContain(KEY);
    expect(await everythingTold()).not.toContain(KEY);
    expect(behind.faults[0]?.message).toContain('No credit left for ***');
  });

  it('and that is an ordinary word stays in the answer', async () => {
    const whole = said(`Install ${SHORT_KEY} first.`) + done(USAGE);
    behind.play((response) => stream(response).end(whole));
    expect(await (await behind.ask({ provider: 'local' })).text()).toBe(whole);
    expect(await everythingTold()).not.toContain(`Install ${SHORT_KEY}`);
  });
});

it('the keys are nowhere that another process could look', async () => {
  const [id = 0] = await processesWith(behind.mark);
  const visible = (await ofProcess(id, 'environ')) + (await ofProcess(id, 'cmdline'));
  expect(visible).toContain('process.ts');
  for (const key of Object.values(KEYS)) expect(visible).not.toContain(key);
});

it('a query of the owner’s own reaches the provider and is not recorded', async () => {
  behind.play((response) => refuse(response, 400));
  await behind.ask({ provider: 'keyless' });
  expect(behind.provider.received[0]?.url).toBe('/keyless/chat/completions?tenant=query-secret');
  expect(await everythingTold()).not.toContain('query-secret');
});
