import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { JournalEntry } from './journal.ts';
import { createPlayer } from './player.ts';
import { readRequest } from './request.ts';
import type { Script } from './script.ts';
import { send, type Answer } from './send.ts';
import { modelTotals, type ModelTotals } from './totals.ts';
import { startWire } from './wire.ts';

export type ScriptedModel = AsyncDisposable & {
  /** Base URL of the OpenAI protocols, with `/v1`. */
  readonly baseUrl: string;
  /** Every request in the order of arrival; one that is not answered, or not yet, has status 0. */
  readonly journal: readonly JournalEntry[];
  /** What came that no step expects, and what was not as its step says; each was answered 400. */
  readonly unexpected: readonly string[];
  /** The model's own count of the tokens that it reported. */
  totals(): ModelTotals;
  /** Throws when something was unexpected or a step was not played to its end. */
  assertDone(): void;
};

export type ModelOptions = {
  readonly port?: number;
  /** The bearer token that requests must carry; one with another is answered 401 and is unexpected. */
  readonly apiKey?: string;
};

/** Starts an OpenAI-compatible server on the loopback interface that plays a script and nothing else. */
export async function startScriptedModel(script: Script, options: ModelOptions = {}): Promise<ScriptedModel> {
  const wire = await startWire();
  const journal: JournalEntry[] = [];
  const unexpected: string[] = [];
  const player = createPlayer(script, wire, unexpected);
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The scripted model has no TCP port');

  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    journal,
    unexpected,
    totals: () => modelTotals(journal),
    assertDone: () => assertNone(script, [...unexpected, ...player.remaining()]),
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await wire[Symbol.asyncDispose]();
    },
  };

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    // A hostile agent in a test beside this one tries every port of the machine.
    if (incoming.headers['x-probe'] !== undefined) return void outgoing.writeHead(404).end();
    // aimock's own journal cuts bodies at 64 KB, so the whole ones are kept here.
    const body = await text(incoming);
    const path = incoming.url ?? '/';
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    const { request, problem } = readRequest(path, headers, body);
    const at = Date.now();
    const entry = { ...request, at, path, headers, body, step: undefined, status: 0, reply: '', usage: undefined };
    const index = journal.push(entry) - 1;
    const { answer, ...played } = await play();
    if (answer.delay > 0) await setTimeout(answer.delay);
    journal[index] = { ...entry, ...played, role: played.role ?? request.role, status: statusOf(answer) };
    await send(outgoing, answer);

    async function play() {
      const stranger = options.apiKey !== undefined && headers['authorization'] !== `Bearer ${options.apiKey}`;
      if (stranger) return player.refuse('a request does not carry the expected key', 401);
      if (problem !== undefined) return player.refuse(problem);
      return await player.answer(request, body);
    }
  }
}

function statusOf(answer: Answer): number {
  switch (answer.kind) {
    case 'parts':
      return 200;
    case 'error':
      return answer.status;
    case 'nothing':
      return 0;
  }
}

function assertNone(script: Script, complaints: readonly string[]): void {
  if (complaints.length === 0) return;
  throw new Error(`The script "${script.name}" was not played as written:\n- ${complaints.join('\n- ')}`);
}
