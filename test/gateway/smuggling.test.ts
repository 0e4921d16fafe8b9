import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../support/provider/answers.ts';
import { KEY, modelNamed, PROMPT, startBehind, type Behind } from '../support/provider/behind.ts';
import { sendBytes } from '../support/provider/wire.ts';

let behind: Behind;
let placeholder: string;
let judges: string;

beforeAll(async () => {
  behind = await startBehind({ models: [modelNamed('own/model')] });
  behind.gateway.allow('judges', [modelNamed('own/judge')]);
  placeholder = behind.gateway.access('coder').placeholder;
  judges = behind.gateway.access('judges').placeholder;
});
beforeEach(() => behind.play((response) => answer(response, 'Through.', { input: 5, output: 2 })));
afterEach(() => behind.settled());
afterAll(() => behind[Symbol.asyncDispose]());

const BODY = JSON.stringify(PROMPT);
const LINE = 'POST /own/chat/completions HTTP/1.1';

const request = (lines: readonly string[], rest: string): Promise<string> =>
  sendBytes(behind, [...lines, '', rest].join('\r\n'));

const may = (): string => `authorization: Bearer ${placeholder}`;
const statuses = (said: string): readonly string[] =>
  [...said.matchAll(/HTTP\/1\.1 (\d+)/gu)].map(([, status = '']) => status);

describe('the host that a request names', () => {
  it.each([
    ['another', ['host: api.openai.com']],
    ['this machine', ['host: 169.254.169.254']],
    ['two', ['host: gateway', 'host: evil.example']],
    ['with a path', ['host: gateway/openai']],
    ['forwarded', ['host: gateway', 'x-forwarded-host: evil.example', 'forwarded: host=evil.example']],
  ])('changes nothing when it is %s', async (_, hosts) => {
    await request([LINE, ...hosts, may(), 'connection: close', `content-length: ${BODY.length}`], BODY);
    for (const { headers, url } of behind.provider.received) {
      expect(headers.host).toBe(new URL(behind.provider.origin).host);
      expect(`${url}${JSON.stringify(headers)}`).not.toMatch(/evil|169\.254/u);
    }
  });
});

describe('a second request within the first reaches no provider', () => {
  const hidden = `POST /own/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer nobody\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`;

  it.each([
    ['a space before the colon', ['content-length : 5'], BODY],
    ['a signed length', ['content-length: +5'], BODY],
    ['a length that is none', ['content-length: 5, 5'], BODY],
    ['a length in another base', ['content-length: 0x5'], BODY],
    ['a length and chunks', ['content-length: 5', 'transfer-encoding: chunked'], `0\r\n\r\n${hidden}`],
    ['chunks twice', ['transfer-encoding: chunked', 'transfer-encoding: chunked'], `0\r\n\r\n${hidden}`],
    ['chunks and something', ['transfer-encoding: chunked, identity'], `0\r\n\r\n${hidden}`],
    ['chunks in disguise', ['transfer-encoding: \u{b}chunked'], `0\r\n\r\n${hidden}`],
    ['a size of a chunk that is none', ['transfer-encoding: chunked'], `0x5\r\n{}\r\n0\r\n\r\n${hidden}`],
    ['a chunk longer than it says', ['transfer-encoding: chunked'], `1\r\n{}\r\n0\r\n\r\n${hidden}`],
    ['a line that ends in one character', ['x: y\ntransfer-encoding: chunked'], `0\r\n\r\n${hidden}`],
    ['a header without a name', [': x'], BODY],
    ['an end of a line within a header', [`x: y\r${hidden}`], BODY],
  ])('by %s', async (_, headers, rest) => {
    const said = await request([LINE, 'host: gateway', may(), ...headers], rest);
    expect(behind.provider.received).toEqual([]);
    expect(statuses(said).every((status) => status.startsWith('4'))).toBe(true);
  });

  it('as what follows a body that is shorter than it seems: it is a request of its own, held against the rules', async () => {
    const going = [LINE, 'host: gateway', may()];
    const said = await request([...going, `content-length: ${BODY.length}`], `${BODY}${hidden}`);
    expect(statuses(said)).toEqual(['200', '401']);
    expect(behind.provider.received).toHaveLength(1);
    expect(behind.provider.received[0]?.body).not.toContain('nobody');
  });

  it('as a trailer behind its chunks, which is no header', async () => {
    const chunked = `${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n${may()}\r\n\r\n`;
    const said = await request(
      [LINE, 'host: gateway', 'connection: close', 'transfer-encoding: chunked', 'trailer: authorization'],
      chunked,
    );
    expect(statuses(said)).toEqual(['401']);
    expect(behind.provider.received).toEqual([]);
  });
});

describe('a placeholder', () => {
  it('in the query is none', async () => {
    const response = await fetch(
      `${behind.gateway.access('coder').baseUrls['own']}/chat/completions?key=${placeholder}`,
      {
        method: 'POST',
        body: BODY,
      },
    );
    expect(response.status).toBe(401);
    expect(behind.provider.received).toEqual([]);
  });

  it('of each server opens the models of that server alone, whatever else is sent along', async () => {
    const ask = async (key: string, model: string): Promise<number> =>
      (
        await behind.ask({
          body: { ...PROMPT, model },
          headers: { authorization: `Bearer ${key}`, 'x-role': 'reviewer', 'x-session-id': 'ses_of_the_judges' },
        })
      ).status;
    expect([await ask(placeholder, 'judge'), await ask(judges, 'model')]).toEqual([403, 403]);
    expect([await ask(placeholder, 'model'), await ask(judges, 'judge')]).toEqual([200, 200]);
    expect(behind.provider.received.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${KEY}`,
      `Bearer ${KEY}`,
    ]);
  });
});
