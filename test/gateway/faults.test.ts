import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answer, done, refuse, said, stream } from '../support/provider/answers.ts';
import { KEY, modelNamed, ownProvider, PROMPT, startBehind, type Behind } from '../support/provider/behind.ts';
import { saying } from '../support/saying.ts';

const USAGE = { input: 5, output: 2 };
const SOON = { 'retry-after-ms': '1' };

let behind: Behind;

beforeAll(async () => {
  behind = await startBehind({
    providers: (origin) => [...ownProvider(origin), { id: 'down', baseUrl: 'http://127.0.0.1:1/v1', key: KEY }],
    models: ['own/model', 'down/model'].map((name) => modelNamed(name)),
  });
});
afterEach(() => behind.settled());
afterAll(() => behind[Symbol.asyncDispose]());

type Asked = Readonly<{ status: number; text: string }>;

/** Asks in that session; `text` is what came before a connection that broke. */
async function ask(session: string, provider = 'own'): Promise<Asked> {
  const response = await behind.ask({ provider, headers: { 'x-session-id': session } });
  const text = await response.text().catch(String);
  await behind.settled();
  return { status: response.status, text };
}

const told = (): readonly unknown[] => behind.faults.map(({ category, final, root }) => ({ category, final, root }));

describe('a fault that may pass', () => {
  it.each([429, 500, 502, 503, 529, 408, 409])('%i is tried again once before anybody hears of it', async (status) => {
    behind.play((response, _, count) =>
      count === 1 ? refuse(response, status, { headers: SOON }) : answer(response, 'At last.', USAGE),
    );
    const { status: seen, text } = await ask('ses_1');
    expect([seen, text.includes('At last.')]).toEqual([200, true]);
    expect(behind.requests.map((one) => one.status)).toEqual([status, 200]);
    expect(behind.faults).toEqual([]);
  });

  it.each([
    [429, 'usage-limit'],
    [500, 'stream-lost'],
    [503, 'usage-limit'],
    [529, 'usage-limit'],
  ])('%i is told as final the second time, in the provider’s own words', async (status, category) => {
    behind.play((response) => refuse(response, status, { headers: SOON, message: 'Come\nback later.' }));
    const { status: seen, text } = await ask('ses_2');
    expect([seen, JSON.parse(text)]).toMatchObject([status, { error: { message: 'Come\nback later.' } }]);
    expect(behind.provider.received).toHaveLength(2);
    expect(behind.faults).toMatchObject([
      { category, final: true, role: 'coder', root: 'ses_2', message: saying('Come back later.') },
    ]);
    expect(behind.faults[0]?.message).toContain(`answered ${status}`);
  });

  it('is tried again after a while where the provider names no time', async () => {
    behind.play((response, _, count) => (count === 1 ? refuse(response, 500) : answer(response, 'At last.', USAGE)));
    expect((await ask('ses_1')).text).toContain('At last.');
  });

  it('is tried again when there was no connection, which costs nothing', async () => {
    behind.play(() => undefined);
    const { status, text } = await ask('ses_3', 'down');
    expect(status).toBe(502);
    expect(text).toContain('could not be reached');
    expect(behind.requests).toMatchObject([
      { status: 0, cost: 0, estimated: false, model: 'down/model' },
      { status: 0, cost: 0, estimated: false, model: 'down/model' },
    ]);
    expect(behind.faults).toMatchObject([{ category: 'stream-lost', final: true, root: 'ses_3' }]);
    expect(behind.faults[0]?.message).toMatch(/^The provider could not be reached at \S+ \(ECONNREFUSED\)\.$/);
  });

  it.each(['3600', new Date(Date.now() + 3_600_000).toUTCString()])(
    'is told at once when the provider asks to wait until %s',
    async (wait) => {
      behind.play((response) => refuse(response, 429, { headers: { 'retry-after': wait } }));
      expect((await ask('ses_4')).status).toBe(429);
      expect(behind.provider.received).toHaveLength(1);
      expect(behind.faults).toMatchObject([{ category: 'usage-limit', final: true }]);
      expect(behind.faults[0]?.message).toMatch(/\(it asks to wait (?:about 1 h|about \d+ min)\)$/u);
    },
  );

  it.each(['0', new Date(Date.now() - 1000).toUTCString()])('is tried again at once after %s', async (wait) => {
    behind.play((response, _, count) =>
      count === 1 ? refuse(response, 429, { headers: { 'retry-after': wait } }) : answer(response, 'Now.', USAGE),
    );
    expect((await ask('ses_1')).text).toContain('Now.');
  });

  it('is told at once when the run would be over before the next try', async () => {
    await using ending = await startBehind({
      deadline: Date.now() + 20_000,
      play: (response) => refuse(response, 503, { headers: { 'retry-after': '30' } }),
    });
    expect((await ending.ask()).status).toBe(503);
    await ending.settled();
    expect(ending.provider.received).toHaveLength(1);
    expect(ending.faults).toMatchObject([{ category: 'usage-limit', final: true }]);
    expect(ending.faults[0]?.message).toContain('(it asks to wait 30 s)');
  });

  it('is not waited for when the client leaves', async () => {
    behind.play((response) => refuse(response, 503, { headers: { 'retry-after': '50' } }));
    const leave = new AbortController();
    const asked = behind.ask({ signal: leave.signal });
    await (
      await behind.provider.nth(1)
    ).left;
    leave.abort();
    await expect(asked).rejects.toThrow('aborted');
    await behind.settled();
    expect(behind.provider.received).toHaveLength(1);
    expect(behind.faults).toEqual([]);
  });
});

describe('a fault that stays', () => {
  it.each([
    [401, 'auth'],
    [403, 'auth'],
    [404, 'model-not-found'],
    [402, 'usage-limit'],
  ])('%i is told as final the first time', async (status, category) => {
    behind.play((response) => refuse(response, status));
    expect((await ask('ses_5')).status).toBe(status);
    expect(behind.provider.received).toHaveLength(1);
    expect(told()).toEqual([{ category, final: true, root: 'ses_5' }]);
    expect(behind.faults[0]?.message).toBe(`The provider answered ${status}: This is a ${status}.`);
  });

  it.each([400, 413, 422])('%i that says nothing known is OpenCode’s to understand', async (status) => {
    behind.play((response) => refuse(response, status, { message: 'temperature is not supported' }));
    const { status: seen, text } = await ask('ses_5');
    expect([seen, text.includes('temperature is not supported')]).toEqual([status, true]);
    expect(behind.provider.received).toHaveLength(1);
    expect(behind.faults).toEqual([]);
  });

  it('a prompt that a filter refuses is told as such', async () => {
    behind.play((response) => refuse(response, 400, { message: 'Against our content management policy.' }));
    await ask('ses_5');
    expect(told()).toEqual([{ category: 'content-filter', final: true, root: 'ses_5' }]);
  });

  it('a conversation that is too long is final when it was so just before, and not after more work', async () => {
    const tooLong = new Set([1, 12, 14]);
    behind.play((response, _, count) =>
      tooLong.has(count)
        ? refuse(response, 400, { message: 'maximum context length is 8192' })
        : answer(response, 'Fine.', USAGE),
    );
    for (let count = 1; count <= 14; count += 1) await ask('ses_6');
    expect(behind.faults.map(({ category, final }) => [category, final])).toEqual([
      ['context-overflow', false],
      ['context-overflow', false],
      ['context-overflow', true],
    ]);
  });

  it.each([301, 307, 308])('%i, a way to somewhere else, is not gone with the key', async (status) => {
    const location = `${behind.provider.origin}/elsewhere`;
    behind.play((response) => response.writeHead(status, { location: `${location}?key=1` }).end());
    const response = await behind.ask();
    await behind.settled();
    expect(response.status).toBe(status);
    expect(response.headers.get('location')).toBeNull();
    expect(behind.provider.received).toHaveLength(1);
    expect(behind.faults).toMatchObject([{ category: 'bad-input', final: true }]);
    expect(behind.faults[0]?.message).toBe(`The provider answered ${status}: \`base-url\` has moved to ${location}.`);
  });
});

describe('an answer that breaks off', () => {
  const beginning = said('A beginning');

  it.each([
    ['by its connection', (text: string) => text, 'broke off'],
    ['without its end', (text: string) => text, 'broke off'],
    ['with something unreadable in it', (text: string) => `${text}data: {"choices":[{\n\n${done(USAGE)}`, 'not a JSON'],
    [
      'with an error in it',
      (text: string) => `${text}data: {"error":{"message":"Out of\\nmemory"}}\n\n`,
      'broke off: Out of memory',
    ],
  ])('%s passes as far as it goes and is told, the second time as final', async (how, whole, message) => {
    behind.play((response) => {
      stream(response).write(whole(beginning), () => {
        if (how === 'by its connection') response.destroy();
        else response.end();
      });
    });
    const session = `ses_broken ${how}`;
    const { text } = await ask(session);
    expect(text).toContain(how === 'by its connection' ? 'terminated' : beginning);
    expect(told()).toEqual([{ category: 'stream-lost', final: false, root: session }]);
    expect(behind.faults[0]?.message).toContain(message);
    await ask(session);
    expect(told().slice(1)).toEqual([{ category: 'stream-lost', final: true, root: session }]);
    expect(behind.provider.received).toHaveLength(2);
  });

  it('is forgotten after one that did not, whoever of the family asked', async () => {
    behind.play((response, _, count) => {
      if (count === 2) answer(response, 'Whole.', USAGE);
      else stream(response).end(beginning);
    });
    await ask('ses_again');
    await behind.ask({ headers: { 'x-session-id': 'ses_child', 'x-parent-session-id': 'ses_again' } });
    await ask('ses_again');
    expect(told()).toEqual([
      { category: 'stream-lost', final: false, root: 'ses_again' },
      { category: 'stream-lost', final: false, root: 'ses_again' },
    ]);
  });

  it('is forgotten after one that did not, without a session too', async () => {
    behind.play((response, _, count) => {
      if (count % 2 === 0) answer(response, 'Whole.', USAGE);
      else stream(response).end(beginning);
    });
    for (let count = 0; count < 4; count += 1) await (await behind.ask()).text();
    await behind.settled();
    expect(told()).toEqual([
      { category: 'stream-lost', final: false, root: null },
      { category: 'stream-lost', final: false, root: null },
    ]);
  });

  it('is not held against another session, nor another role', async () => {
    behind.play((response) => stream(response).end(beginning));
    await ask('ses_one');
    await ask('ses_other');
    await behind.ask({ role: 'reviewer', headers: { 'x-session-id': 'ses_one' } });
    await behind.settled();
    expect(behind.faults.map(({ role, root, final }) => [role, root, final])).toEqual([
      ['coder', 'ses_one', false],
      ['coder', 'ses_other', false],
      ['reviewer', 'ses_one', false],
    ]);
  });
});

it.each([true, false])('an answer without usage that says that it is done is whole, streamed: %s', async (streams) => {
  behind.play((response) => {
    if (streams) return answer(response, 'Whole.', null);
    const choices = [{ index: 0, message: { role: 'assistant', content: 'Whole.' }, finish_reason: 'stop' }];
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ choices }));
  });
  const response = await behind.ask({ body: { ...PROMPT, stream: streams } });
  expect(await response.text()).toContain('Whole.');
  await behind.settled();
  expect(behind.faults).toEqual([]);
  expect(behind.requests).toMatchObject([{ estimated: true }]);
});
