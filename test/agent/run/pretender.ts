import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Agent } from '../../../src/agent/agent.ts';
import { startRunner } from '../../../src/agent/opencode/run/runner.ts';
import { createNoSandbox } from '../../../src/sandbox/none.ts';
import { stage, type Stage } from './started.ts';

const SESSION = 'ses_1';

/** The file in which the last prompt stands. */
export const HEARD = 'heard';

type Part = Readonly<Record<string, unknown>>;

const line = (type: string, part: Part): string => JSON.stringify({ type, timestamp: 1, sessionID: SESSION, part });
const tokens = { total: 12, input: 7, output: 3, reasoning: 1, cache: { read: 1, write: 0 } };

export const stepStart = (message: string): string =>
  line('step_start', { messageID: message, id: `start ${message}` });
export const text = (message: string, said: string): string =>
  line('text', { messageID: message, id: `text ${message}`, text: said, time: { start: 1, end: 2 } });
export const stepFinish = (message: string, reason: string): string =>
  line('step_finish', { messageID: message, id: `finish ${message}`, reason, tokens, cost: 0 });
export const toolUse = (message: string, name: string, input: Part): string =>
  line('tool_use', {
    messageID: message,
    id: `tool ${message}`,
    tool: name,
    state: { status: 'completed', input, output: '' },
  });
export const error = (name: string, data: Part): string =>
  JSON.stringify({ type: 'error', timestamp: 1, sessionID: SESSION, error: { name, data } });

/** The lines of a turn that ends as it should. */
export const ANSWER = [stepStart('m1'), text('m1', 'All done.'), stepFinish('m1', 'stop')];

export type Pretender = AsyncDisposable & Stage & { readonly agent: Agent };

/**
 * A stand-in for OpenCode that prints these lines for each turn and then does what the shell commands say. It shows how a
 * process can end that the real one ends so only when something is wrong with it.
 */
export async function pretend(
  lines: readonly string[],
  then = 'exit 0',
  options: { readonly idleTimeout?: number } = {},
): Promise<Pretender> {
  const place = await stage();
  const [binary, printed] = [join(place.root, 'opencode'), join(place.root, 'printed')];
  const heard = join(place.root, HEARD);
  await writeFile(printed, lines.map((one) => `${one}\n`).join(''));
  await writeFile(binary, `#!/bin/sh\n[ "$1" = models ] && exit 0\ncat > ${heard}\ncat ${printed}\n${then}\n`);
  await chmod(binary, 0o755);
  const agent = await startRunner({
    binary,
    sandbox: createNoSandbox(),
    home: place.home,
    directory: place.directory,
    env: { PATH: process.env['PATH'] ?? '' },
    access: { placeholder: 'none', baseUrls: {}, models: [], ownEndpoint: false, preferred: null },
    idleTimeout: options.idleTimeout ?? 20_000,
  });
  return {
    ...place,
    agent,
    [Symbol.asyncDispose]: async () => {
      await agent[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}
