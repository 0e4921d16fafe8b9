import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssistantMessage, OpencodeClient, OutputFormat } from '@opencode-ai/sdk/v2';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import {
  bash,
  edit,
  endsAtOnce,
  fails,
  finishes,
  garbles,
  grep,
  hangsUp,
  inPieces,
  overflows,
  read,
  say,
  task,
  using,
  withoutUsage,
  write,
} from './action.ts';
import { contains, lacks } from './expectation.ts';
import { startOpenCode } from './opencode-server.ts';
import { child, coder, compaction, reviewer, script, type Script } from './script.ts';
import { startScriptedModel, type ScriptedModel } from './scripted-model.ts';

const TIMEOUT = 60_000;
const REVIEW: OutputFormat = {
  type: 'json_schema',
  schema: {
    type: 'object',
    properties: { findings: { type: 'array', items: { type: 'string' } } },
    required: ['findings'],
  },
};

test.each(['chat', 'responses'] as const)(
  'OpenCode edits as the script says over %s, and counts the same tokens',
  async (protocol) => {
    const played = script('edits', [
      coder({
        prompt: contains('Make it new'),
        does: [
          edit('src/a.txt', 'old', 'new'),
          write('src/b.txt', 'written'),
          using({ input: 900, cacheRead: 400, output: 30, reasoning: 70 }, bash('cat src/a.txt && env')),
          say('Done.'),
        ],
      }),
      coder({
        prompt: contains('once more'),
        conversation: contains('Done.'),
        does: [fails(429, { retryAfter: 1 }), say('Again.')],
      }),
    ]);
    await using stage = await start(played, { protocol });
    const session = await stage.session();
    await stage.prompt(session, '# Role: coder\n\nMake it new.');
    const last = await stage.prompt(session, 'And once more.');
    expect(last.text).toBe('Again.');
    expect(await stage.file('src/a.txt')).toBe('new\n');
    expect(await stage.file('src/b.txt')).toBe('written');
    const environment = stage.model.journal
      .flatMap((entry) => entry.toolResults)
      .find((result) => result.includes('OPENCODE=1'));
    expect(environment).toMatch(/^new\n/u);
    expect(await stage.tokens([session])).toEqual(counted(stage.model));
    stage.model.assertDone();
  },
  TIMEOUT,
);

test(
  'a structured answer reaches the message and garbage is an error of it',
  async () => {
    const played = script('structure', [
      reviewer({
        prompt: contains('diff --git'),
        conversation: lacks('Done.'),
        does: [bash('cat src/a.txt')],
        answers: { findings: ['F'] },
      }),
      reviewer({ prompt: contains('Again'), does: [say('I would rather not.')] }),
    ]);
    await using stage = await start(played);
    const session = await stage.session();
    const answered = await stage.prompt(session, '# Role: reviewer\n\ndiff --git a/x b/x', REVIEW);
    expect(answered.info.structured).toEqual({ findings: ['F'] });
    const refused = await stage.prompt(session, 'Again, please.', REVIEW);
    expect(refused.info.structured).toBeUndefined();
    expect(refused.info.error?.name).toBe('StructuredOutputError');
    stage.model.assertDone();
  },
  TIMEOUT,
);

test(
  'a child session plays its own step and its tokens are its own',
  async () => {
    const played = script('child', [
      coder({ does: [task('Find the old text.', 'explore'), say('Found.')] }),
      child({ prompt: contains('Find the old text.'), does: [grep('old'), say('src/a.txt:1')] }),
    ]);
    await using stage = await start(played);
    const session = await stage.session();
    await stage.prompt(session, '# Role: coder\n\nLook for it.');
    const children = await stage.client.session.children({ sessionID: session }, { throwOnError: true });
    expect(children.data).toHaveLength(1);
    expect(
      stage.model.journal.some((entry) => entry.toolResults.some((result) => result.includes('src/a.txt:1'))),
    ).toBe(true);
    expect(await stage.tokens([session, ...children.data.map(({ id }) => id)])).toEqual(counted(stage.model));
    stage.model.assertDone();
  },
  TIMEOUT,
);

test(
  'sessions side by side keep to their own steps',
  async () => {
    const side = (name: string) =>
      coder({
        session: name,
        prompt: contains(name),
        does: [write(`${name}.txt`, name), bash('sleep 0.2'), say(`${name} done.`)],
      });
    await using stage = await start(script('side by side', [side('left'), side('right')]));
    const [right, left] = await Promise.all([stage.session(), stage.session()]);
    await Promise.all([stage.prompt(right, '# Role: coder\n\nright'), stage.prompt(left, '# Role: coder\n\nleft')]);
    expect([await stage.file('left.txt'), await stage.file('right.txt')]).toEqual(['left', 'right']);
    stage.model.assertDone();
  },
  TIMEOUT,
);

test(
  'a session without a title and a prompt that no step expects are told, without a retry',
  async () => {
    await using stage = await start(script('strict', [coder({ prompt: contains('this'), does: [say('Done.')] })]));
    const titled = await stage.session();
    const refused = await stage.prompt(titled, '# Role: coder\n\nSomething else.');
    expect(refused.info.error).toMatchObject({ name: 'APIError', data: { statusCode: 400, isRetryable: false } });
    expect(stage.model.journal).toHaveLength(1);
    const untitled = await stage.client.session.create({}, { throwOnError: true });
    await stage.prompt(untitled.data.id, '# Role: coder\n\nDo this.');
    await expect
      .poll(() => stage.model.unexpected, { timeout: 10_000 })
      .toContainEqual(expect.stringContaining('asks for a title'));
  },
  TIMEOUT,
);

test(
  'a context that is full is summarised in the same session, and the turn goes on',
  async () => {
    const played = script('full', [
      coder({ does: [read('src/a.txt'), overflows(), edit('src/a.txt', 'old', 'new'), say('Done.')] }),
      compaction({ prompt: contains('Make it new'), does: [say('It is to be made new.')] }),
    ]);
    await using stage = await start(played);
    const session = await stage.session();
    const last = await stage.prompt(session, '# Role: coder\n\nMake it new.');
    expect(last.text).toBe('Done.');
    expect(await stage.file('src/a.txt')).toBe('new\n');
    expect(await stage.tokens([session])).toEqual(counted(stage.model));
    expect(stage.model.totals()).toMatchObject({ received: 5, requests: 4, byRole: { compaction: { requests: 1 } } });
    stage.model.assertDone();
  },
  TIMEOUT,
);

test(
  'a connection that breaks is tried again, and an answer without an end of its own is asked for again',
  async () => {
    const played = script('lost', [
      coder({
        does: [
          hangsUp(),
          endsAtOnce(),
          finishes('function_call'),
          finishes('because', 'Wait.'),
          inPieces(4, 50, say('Done at last.')),
        ],
      }),
      coder({ does: [garbles()] }),
      coder({ does: [finishes('content_filter', 'I')] }),
      coder({ does: [withoutUsage(say('Again.'))] }),
    ]);
    await using stage = await start(played);
    const session = await stage.session();
    expect((await stage.prompt(session, '# Role: coder\n\nDo it.')).text).toBe('Done at last.');
    const garbled = await stage.prompt(session, 'Again.');
    expect(garbled.info.error).toMatchObject({ name: 'UnknownError' });
    const filtered = await stage.prompt(session, 'And again.');
    expect(filtered.info.error).toMatchObject({ name: 'ContentFilterError' });
    expect((await stage.prompt(session, 'Once more.')).info.tokens).toMatchObject({ input: 0, output: 0 });
    expect(stage.model.totals().received).toBe(8);
    stage.model.assertDone();
  },
  TIMEOUT,
);

async function start(played: Script, options: { readonly protocol?: 'chat' | 'responses' } = {}) {
  const tree = await createFixture({ 'src/a.txt': 'old\n' });
  const model = await startScriptedModel(played);
  const server = await startOpenCode({ directory: tree.path, baseUrl: model.baseUrl, ...options });
  const { client } = server;
  return {
    model,
    client,
    file: (path: string) => readFile(join(tree.path, path), 'utf8'),
    session: async () => (await client.session.create({ title: 'Of the test' }, { throwOnError: true })).data.id,
    prompt: (session: string, text: string, format?: OutputFormat) => prompt(client, session, text, format),
    tokens: (sessions: readonly string[]) => tokens(client, sessions),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
      await tree.rm();
    },
  };
}

async function prompt(client: OpencodeClient, sessionID: string, text: string, format?: OutputFormat) {
  const body = { sessionID, parts: [{ type: 'text' as const, text }], ...(format === undefined ? {} : { format }) };
  const { data } = await client.session.prompt(body, { throwOnError: true });
  const said = data.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('');
  return { info: data.info, text: said };
}

/** The tokens of every message of some sessions, as OpenCode counts them. */
async function tokens(client: OpencodeClient, sessions: readonly string[]) {
  const lists = await Promise.all(
    sessions.map((sessionID) => client.session.messages({ sessionID }, { throwOnError: true })),
  );
  const messages = lists
    .flatMap(({ data }) => data.map(({ info }) => info))
    .filter((info) => info.role === 'assistant');
  const total = (pick: (message: AssistantMessage) => number) =>
    messages.reduce((sum, message) => sum + pick(message), 0);
  return {
    input: total((message) => message.tokens.input),
    output: total((message) => message.tokens.output),
    cacheRead: total((message) => message.tokens.cache.read),
    reasoning: total((message) => message.tokens.reasoning),
  };
}

function counted(model: ScriptedModel) {
  const { input, output, cacheRead, reasoning } = model.totals();
  return { input, output, cacheRead, reasoning };
}
