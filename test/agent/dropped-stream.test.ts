import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOpencodeClient } from '@opencode-ai/sdk/v2/client';
import { expect, test } from 'vitest';
import { followEvents } from '../../src/agent/opencode/events.ts';
import { startServer } from '../../src/agent/opencode/server.ts';
import { runTurn } from '../../src/agent/opencode/turn.ts';
import { confinedEnvironment } from '../../src/config/environment.ts';
import { createNoSandbox } from '../../src/sandbox/none.ts';
import type { Confined, Sandbox } from '../../src/sandbox/sandbox.ts';
import { edit, say } from '../support/model/action.ts';
import { coder, script } from '../support/model/script.ts';
import { startScriptedModel } from '../support/model/scripted-model.ts';
import { findOpenCode } from '../support/opencode.ts';
import { inThreeMinutes } from './started.ts';

/** Pieces of an event stream that come through before it breaks. */
const PIECES = 2;

test('a turn whose event stream drops again and again is done in the same session, submitted once', async () => {
  const root = await mkdtemp(join(tmpdir(), 'dropped-'));
  const [directory, home] = [join(root, 'clone'), join(root, 'home')];
  await mkdir(directory);
  await writeFile(join(directory, 'a.txt'), 'one\n');
  const steps = [edit('a.txt', 'one', 'two'), edit('a.txt', 'two', 'three'), say('Three.')];
  await using model = await startScriptedModel(script('dropped', [coder({ does: steps })]));
  const started: Confined[] = [];
  const plain = createNoSandbox();
  const sandbox: Sandbox = { ...plain, start: (program) => (started.push(program), plain.start(program)) };
  await using server = await startServer({
    binary: await findOpenCode(),
    sandbox,
    home,
    directory,
    env: confinedEnvironment(process.env, home),
    access: {
      placeholder: 'none',
      baseUrls: { scripted: model.baseUrl },
      models: ['scripted/coder'],
      ownEndpoint: true,
      preferred: null,
    },
  });
  const calls = { streams: 0, submissions: 0 };
  const password = started[0]?.env['OPENCODE_SERVER_PASSWORD'] ?? '';
  const client = createOpencodeClient({
    baseUrl: `http://127.0.0.1:${started[0]?.args.at(-1)}`,
    headers: { authorization: `Basic ${btoa(`opencode:${password}`)}` },
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      if (pathname.endsWith('/prompt_async')) calls.submissions += 1;
      const response = await fetch(request);
      if (!pathname.endsWith('/event') || response.body === null) return response;
      calls.streams += 1;
      return new Response(response.body.pipeThrough(breakingAfter(PIECES)), response);
    },
  });
  await using events = followEvents(client, directory);
  const { data } = await server.client.session.create({ directory, title: 'A title' }, { throwOnError: true });
  const end = await runTurn({
    client,
    events,
    isDown: server.isDown,
    session: data.id,
    directory,
    agent: 'build',
    model: { providerID: 'scripted', modelID: 'coder' },
    prompt: '# Role: coder\nGo.',
    images: [],
    schema: null,
    deadline: inThreeMinutes(),
    idleTimeout: 30_000,
    stop: undefined,
    onActivity: () => undefined,
    onSubmitted: () => undefined,
  });
  expect(end).toMatchObject({ kind: 'done', text: 'Three.', recovered: null });
  expect(await readFile(join(directory, 'a.txt'), 'utf8')).toBe('three\n');
  expect(calls.submissions).toBe(1);
  expect(calls.streams).toBeGreaterThan(1);
  expect(new Set(model.journal.map(({ session }) => session))).toEqual(new Set([data.id]));
  model.assertDone();
  await rm(root, { recursive: true, force: true });
}, 60_000);

function breakingAfter(pieces: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let left = pieces;
  return new TransformStream({
    transform(piece, controller) {
      controller.enqueue(piece);
      left -= 1;
      if (left === 0) controller.error(new Error('The stream was dropped.'));
    },
  });
}
