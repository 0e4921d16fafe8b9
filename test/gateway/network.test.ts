import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer } from '../support/provider/answers.ts';
import { KEY, startBehind } from '../support/provider/behind.ts';
import { selfSigned } from '../support/provider/certificate.ts';
import type { Play } from '../support/provider/provider.ts';
import { saying } from '../support/saying.ts';

const USAGE = { input: 5, output: 2 };

/** The connection breaks on the n-th request, before there is any answer. */
const breakingOn =
  (broken: number): Play =>
  (response, _, count) =>
    count === broken ? response.destroy() : answer(response, `Answer ${count}.`, USAGE);

describe('a connection that breaks before the answer', () => {
  it('may have cost something, and the request is tried again', async () => {
    await using behind = await startBehind({ play: breakingOn(1) });
    expect(await (await behind.ask()).text()).toContain('Answer 2.');
    await behind.settled();
    expect(behind.requests).toMatchObject([
      { status: 0, estimated: true, tokens: { output: 0 } },
      { status: 200, estimated: false, tokens: USAGE },
    ]);
    expect(behind.requests[0]?.cost).toBeGreaterThan(0);
    expect(behind.faults).toEqual([]);
  });

  it('and was kept from an earlier request is replaced by a new one, and counted, since it may have arrived', async () => {
    await using behind = await startBehind();
    const used = new Set<unknown>();
    behind.play(async (response, _, count) => {
      const { socket } = response;
      if (used.has(socket)) return response.destroy();
      used.add(socket);
      // So that two connections are kept, and each breaks when it is used again.
      if (count === 1) await behind.provider.nth(2);
      return answer(response, `Answer ${count}.`, USAGE);
    });
    await Promise.all([behind.ask(), behind.ask()].map(async (asked) => (await asked).text()));
    expect(await (await behind.ask()).text()).toMatch(/Answer [34]\./u);
    await behind.settled();
    expect(behind.requests.map(({ status }) => status)).toEqual([200, 200, 0, 200]);
    expect(behind.faults).toEqual([]);
  });
});

describe('a proxy of the runner’s', () => {
  it('is asked instead of the provider, for a replaced connection too', async () => {
    await using elsewhere = await startBehind({ play: breakingOn(2) });
    await using behind = await startBehind({
      proxies: { http: elsewhere.provider.origin, https: null, no: '' },
      providers: () => [{ id: 'own', baseUrl: 'http://models.example/v1', key: KEY }],
    });
    await (await behind.ask()).text();
    expect(await (await behind.ask()).text()).toContain('Answer 3.');
    expect(elsewhere.provider.received.map(({ url }) => url)).toEqual(
      Array.from({ length: 3 }, () => 'http://models.example/v1/chat/completions'),
    );
  });
});

it('a key that cannot stand in a header is a fault in words, and not its own', async () => {
  const key = 'first line\nsecond line';
  await using behind = await startBehind({
    providers: (origin) => [{ id: 'own', baseUrl: `${origin}/v1`, key }],
    play: breakingOn(0),
  });
  const response = await behind.ask();
  expect([response.status, await response.text()]).toEqual([502, saying('ERR_INVALID_CHAR')]);
  await behind.settled();
  expect(behind.faults[0]?.message).toMatch(/^The provider could not be reached at \S+ \(ERR_INVALID_CHAR\)\.$/);
  expect(behind.requests[0]?.cost).toBe(0);
});

describe('a provider whose certificate', () => {
  const certificate = selfSigned();

  it('nobody vouches for gets nothing, not even the second time', async () => {
    await using behind = await startBehind({ certificate, play: breakingOn(0) });
    const response = await behind.ask();
    await behind.settled();
    expect(response.status).toBe(502);
    expect(behind.provider.received).toEqual([]);
    expect(behind.faults).toMatchObject([{ category: 'stream-lost', final: true }]);
    expect(behind.faults[0]?.message).toMatch(
      /^The provider could not be reached at \S+ \(DEPTH_ZERO_SELF_SIGNED_CERT\)\.$/,
    );
    expect(behind.requests.map(({ cost }) => cost)).toEqual([0, 0]);
  });

  it('the runner’s own authority vouches for is spoken to', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'authority-'));
    const file = join(directory, 'authority.pem');
    await writeFile(file, certificate.cert);
    await using behind = await startBehind({ certificate, env: { NODE_EXTRA_CA_CERTS: file }, play: breakingOn(0) });
    expect(await (await behind.ask()).text()).toContain('Answer 1.');
    expect(behind.provider.received[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    await rm(directory, { recursive: true });
  });
});
