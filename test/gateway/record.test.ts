import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer, done, refuse, said } from '../support/provider/answers.ts';
import { KEY, PROMPT, startBehind } from '../support/provider/behind.ts';

const USAGE = { input: 5, output: 2 };
const Exchange = z.looseObject({
  version: z.literal(1),
  at: z.iso.datetime(),
  request: z.string(),
  answer: z.string(),
});

let directory: string;

beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'record-'))));
afterEach(() => rm(directory, { recursive: true, force: true }));

async function exchanges(): Promise<readonly z.infer<typeof Exchange>[]> {
  const files = (await readdir(directory)).toSorted();
  expect(files).toEqual(files.map((_, index) => `${String(index + 1).padStart(4, '0')}.json`));
  const texts = await Promise.all(files.map((file) => readFile(join(directory, file), 'utf8')));
  return texts.map((text) => Exchange.parse(JSON.parse(text)));
}

describe('a recorded exchange', () => {
  it('has request and answer whole, what they came to, and no credential', async () => {
    const text = `Größe: 🦊 "${'x'.repeat(1_000_000)}"`;
    await using behind = await startBehind({
      record: directory,
      play: (response, _, count) =>
        count === 2
          ? refuse(response, 401, { message: `No such key: ${KEY}, in base64 ${btoa(KEY)}` })
          : answer(response, text, USAGE),
    });
    const messages = [{ role: 'user', content: `What is ${KEY}? Größe 🦊.` }];
    await (await behind.ask({ body: { ...PROMPT, messages }, headers: { 'x-session-id': 'ses_1' } })).text();
    await (await behind.ask()).text();
    await behind.settled();
    const [first, second, ...rest] = await exchanges();
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      role: 'coder',
      session: 'ses_1',
      model: 'own/model',
      url: `${behind.provider.origin}/v1/chat/completions`,
      status: 200,
      tokens: { input: 5, output: 2 },
      cost: 0.00003,
      answer: said(text) + done(USAGE),
    });
    expect(JSON.parse(first?.request ?? '')).toMatchObject({
      model: 'model',
      messages: [{ content: 'What is ‹redacted›? Größe 🦊.' }],
    });
    expect(second).toMatchObject({ status: 401 });
    const everything = JSON.stringify([first, second]);
    expect(everything).not.toContain(KEY);
    expect(everything).not.toContain(btoa(KEY).slice(0, 20));
    expect(everything).not.toContain('pw-coder');
  });

  it('is there for each try, numbered as they ended', async () => {
    await using behind = await startBehind({
      record: directory,
      play: (response, _, count) =>
        count === 1 ? refuse(response, 503, { headers: { 'retry-after-ms': '1' } }) : answer(response, 'Yes.', USAGE),
    });
    await (await behind.ask()).text();
    await Promise.all(Array.from({ length: 10 }, () => behind.ask().then((response) => response.text())));
    await behind.settled();
    expect((await exchanges()).map(({ status }) => status)).toEqual([503, ...Array.from({ length: 11 }, () => 200)]);
  });
});

it('nothing is recorded where nothing is asked for', async () => {
  await using behind = await startBehind({ play: (response) => answer(response, 'Yes.', USAGE) });
  await (await behind.ask()).text();
  await behind.settled();
  expect(await exchanges()).toEqual([]);
});

it.each(['is a file', 'is taken away later'])('a directory for the record that %s does no harm', async (what) => {
  const place = join(directory, 'exchanges');
  if (what === 'is a file') await writeFile(place, '');
  await using behind = await startBehind({ record: place, play: (response) => answer(response, 'Yes.', USAGE) });
  if (what === 'is taken away later') await rm(place, { recursive: true });
  for (let count = 0; count < 2; count += 1) expect(await (await behind.ask()).text()).toContain('Yes.');
  await behind.settled();
  expect(behind.requests).toHaveLength(2);
  expect(behind.faults).toEqual([]);
});
