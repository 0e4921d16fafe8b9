import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { constants } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asFailure } from '../../src/failure.ts';
import type { RequestFault } from '../../src/gateway/listeners.ts';
import type { Order } from '../../src/gateway/messages.ts';
import { ROOT } from '../support/action/environment.ts';
import { answer } from '../support/provider/answers.ts';
import { KEY, modelNamed, PROMPT, startBehind } from '../support/provider/behind.ts';
import { ofProcess, processesWith } from '../support/provider/processes.ts';
import { startProvider, type FakeProvider } from '../support/provider/provider.ts';

const SCRIPT = join(ROOT, 'src/gateway/process.ts');
const ORPHAN = fileURLToPath(new URL('../support/provider/orphan.ts', import.meta.url));

type Raw = Readonly<{ process: ChildProcess; order: (line: Order | string) => void; ended: () => Promise<Ended> }>;
type Ended = Readonly<{ code: number | null; signal: string | null; out: string; err: string }>;

/** The gateway’s process without the module that usually talks to it. */
function startRaw(): Raw {
  const child = spawn(process.execPath, [SCRIPT], { env: {}, stdio: 'pipe' });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (out += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');
  return {
    process: child,
    order: (line) => void child.stdin.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`),
    ended: async () => {
      await closed;
      return { code: child.exitCode, signal: child.signalCode, out, err };
    },
  };
}

const startOrder = (provider: FakeProvider): Order => ({
  kind: 'start',
  providers: [{ id: 'own', baseUrl: `${provider.origin}/v1`, key: KEY }],
  placeholders: { coder: 'placeholder' },
  limits: { cost: 100, tokens: 1e9, requests: 100 },
  deadline: Date.now() + 60_000,
  patience: 60_000,
  record: null,
  proxies: { http: null, https: null, no: '' },
  domains: null,
});

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The process has no output.');
  for await (const line of createInterface(stdout)) return line;
  throw new Error('The process said nothing.');
}

async function portOf({ process }: Raw): Promise<number> {
  const port = /"listening","models":(\d+)/u.exec(await firstLine(process))?.[1];
  if (port === undefined) throw new Error('The process does not listen.');
  return Number(port);
}

/** One request, and another one on the same connection before the first is answered. */
function askTwice(port: number): void {
  const body = JSON.stringify(PROMPT);
  const head = `POST /own/chat/completions HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer placeholder\r\ncontent-length: ${body.length}\r\n\r\n`;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`${head}${body}${head}${body}`);
}

/** Numbers of the signals in one of the sets that the kernel shows as bits. */
function signalsIn(status: string, set: 'SigCgt'): readonly number[] {
  const bits = BigInt(`0x${new RegExp(`${set}:\\s*(\\w+)`, 'u').exec(status)?.[1]}`);
  return Array.from({ length: 64 }, (_, index) => index + 1).filter((signal) => (bits >> BigInt(signal - 1)) & 1n);
}

async function connects(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const connected = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return connected;
}

describe('the gateway’s process', () => {
  it('ends by itself with its standard input, whatever is under way', async () => {
    await using provider = await startProvider();
    provider.play(() => undefined);
    const raw = startRaw();
    raw.order(startOrder(provider));
    raw.order({ kind: 'allow', role: 'coder', models: [modelNamed('own/model')] });
    askTwice(await portOf(raw));
    await provider.nth(2);
    raw.process.stdin?.end();
    expect(await raw.ended()).toMatchObject({ code: 0, signal: null, err: '' });
  });

  it.each([
    ['nonsense', `nonsense ${KEY}`],
    ['half of an order', `{"kind":"start","providers":[{"id":"own","baseUrl":null,"key":"${KEY}"`],
    ['an order of another form', JSON.stringify({ kind: 'start', providers: [{ id: 'own', key: KEY }] })],
    ['an order that nobody knows', JSON.stringify({ kind: KEY })],
  ])('ends in an error that repeats nothing, and never listens, when it is told %s', async (_, line) => {
    const raw = startRaw();
    raw.order(line);
    const { code, out, err } = await raw.ended();
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('order');
    expect(err).not.toContain(KEY.slice(0, 6));
  });

  it('ends in an error when it is told nonsense later, and its port closes', async () => {
    await using provider = await startProvider();
    const raw = startRaw();
    raw.order(startOrder(provider));
    const port = await portOf(raw);
    raw.order('nonsense');
    expect((await raw.ended()).code).toBe(1);
    expect(await connects(port)).toBe(false);
  });

  it('keeps the limits that it was started with', async () => {
    await using provider = await startProvider();
    const raw = startRaw();
    raw.order(startOrder(provider));
    await portOf(raw);
    raw.order(startOrder(provider));
    raw.process.stdin?.end();
    expect((await raw.ended()).out.match(/listening/gu)).toHaveLength(1);
  });

  it('is gone soon after the run that started it was killed', async () => {
    const mark = randomUUID();
    const run = spawn(process.execPath, [ORPHAN, mark], { stdio: 'pipe' });
    const address = await firstLine(run);
    const [gateway] = (await processesWith(mark)).filter((id) => id !== run.pid);
    expect(gateway).toBeDefined();
    run.kill('SIGKILL');
    await expect.poll(() => processesWith(mark)).toEqual([]);
    expect(await connects(Number(new URL(address).port))).toBe(false);
  });
});

describe('a gateway', () => {
  it('leaves nothing behind when it is disposed of, a request under way or not', async () => {
    const behind = await startBehind({ play: () => undefined });
    const port = Number(new URL(behind.gateway.access('coder').baseUrls['own'] ?? '').port);
    const asked = behind.ask();
    await behind.provider.nth(1);
    expect(await processesWith(behind.mark)).toHaveLength(1);
    await behind[Symbol.asyncDispose]();
    await expect(asked).rejects.toThrow('fetch failed');
    expect(await processesWith(behind.mark)).toEqual([]);
    expect(await connects(port)).toBe(false);
    expect(behind.faults).toEqual([]);
    expect(behind.log).toEqual([]);
  });

  it('that is killed is a final fault of everybody’s, for who watches later too', async () => {
    await using behind = await startBehind();
    const [id = 0] = await processesWith(behind.mark);
    process.kill(id, 'SIGKILL');
    await expect.poll(() => behind.faults.length).toBe(1);
    const fault = {
      category: 'unknown',
      message: 'The model gateway ended in the middle of the run (SIGKILL).',
      final: true,
      role: null,
      root: null,
    };
    expect(behind.faults).toEqual([fault]);
    const later: RequestFault[] = [];
    behind.gateway.watch({ onRequest: () => undefined, onFault: (one) => void later.push(one) });
    expect(later).toEqual([fault]);
    // Nobody answers any more, and nobody waits for it.
    await behind.settled();
  });

  it('cannot be made to open a debugger or to end by a signal that asks for it', async () => {
    await using behind = await startBehind({ play: (response) => answer(response, 'Still here.', null) });
    const [id = 0] = await processesWith(behind.mark);
    // Node's own handler of this signal is what starts the debugger.
    expect(signalsIn(await ofProcess(id, 'status'), 'SigCgt')).not.toContain(constants.signals.SIGUSR1);
    for (const signal of ['SIGUSR1', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(id, signal);
    expect(await (await behind.ask()).text()).toContain('Still here.');
    expect(behind.log).toEqual([]);
  });

  it.each([
    ['its program is missing', [process.execPath, '/nowhere/gateway.js']],
    ['Node is missing', ['/nowhere/node', SCRIPT]],
    ['its program ends at once', [process.execPath, join(ROOT, 'test/support/provider/answers.ts')]],
  ] as const)('that cannot start because %s is a failure in words', async (_, program) => {
    const failure = asFailure(
      await startBehind({ program }).then(
        () => null,
        (error: unknown) => error,
      ),
    );
    expect(failure.code).toBe('runtime-missing');
    expect(failure.message).toBe('The model gateway did not start.');
  });
});
