import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { z } from 'zod';

const SOURCE = join(import.meta.dirname, '../src/clean-start.ts');
const Told = z.object({
  first: z.number(),
  pid: z.number(),
  shown: z.string(),
  command: z.string(),
  input: z.string(),
  canary: z.string().nullable(),
  canaries: z.array(z.string()),
});

/** Starts itself anew, then does what `act` says, then tells how it stands. */
const program = (act: string): string => `
  import { readFileSync, readlinkSync } from 'node:fs';
  import { isSuccessor, startClean, takeOver } from ${JSON.stringify(SOURCE)};
  await takeOver(process.env);
  if (!isSuccessor()) {
    process.env.FIRST = String(process.pid);
    startClean(process.env);
  }
  ${act}
  const read = (file) => readFileSync('/proc/self/' + file, 'latin1');
  console.log(JSON.stringify({
    first: Number(process.env.FIRST),
    pid: process.pid,
    shown: read('environ'),
    command: read('cmdline'),
    input: readlinkSync('/proc/self/fd/0'),
    canary: process.env.CANARY ?? null,
    canaries: Object.entries(process.env).filter(([, value]) => value.includes('canary')).map(([name]) => name),
  }));
`;

async function start(env: Readonly<Record<string, string>>, act = '') {
  const directory = await mkdtemp(join(tmpdir(), 'clean-start-'));
  const file = join(directory, 'program.mjs');
  await writeFile(file, program(act));
  const options = { env: { PATH: process.env['PATH'] ?? '', ...env }, extendEnv: false, reject: false } as const;
  const { stdout, stderr, exitCode } = await execa(process.execPath, [file], { ...options, input: 'of the caller' });
  await rm(directory, { recursive: true });
  const lines = stdout.split('\n');
  return { told: Told.parse(JSON.parse(lines.at(-1) ?? '')), before: lines.slice(0, -1), stderr, exitCode };
}

test('a process started clean has its environment, shows none of it, and stays the process that it was', async () => {
  const { told, stderr } = await start({ CANARY: 'canary-1', NODE_AUTH_TOKEN: 'canary-2', GITHUB_TOKEN: 'canary-3' });
  expect(told.canaries).toEqual(['CANARY', 'NODE_AUTH_TOKEN', 'GITHUB_TOKEN']);
  expect(told.shown).toBe('');
  expect(told.command).not.toContain('canary');
  expect(told.pid).toBe(told.first);
  expect(told.input).toBe('/dev/null');
  expect(stderr).toBe('');
});

test('an environment larger than a pipe, with line ends and other scripts, arrives as it was', async () => {
  const canary = `canary\n\t"'\\ žluť 漢字 🙂\n${'x'.repeat(100_000)}`;
  expect((await start({ CANARY: canary, ANOTHER: 'y'.repeat(100_000) })).told.canary).toBe(canary);
});

test('no byte of what it prints is lost, and its exit code is its own', async () => {
  const { before, stderr, exitCode } = await start(
    {},
    `console.log('x'.repeat(300_000)); console.error('e'.repeat(300_000)); process.exitCode = 7;`,
  );
  expect(before.join('')).toHaveLength(300_000);
  expect(stderr).toHaveLength(300_000);
  expect(exitCode).toBe(7);
});

test('nothing of it is left in memory files or in the directory for temporary ones', async () => {
  const RUNNER_TEMP = await mkdtemp(join(tmpdir(), 'clean-start-temp-'));
  const { told } = await start({ RUNNER_TEMP });
  const left = [...(await readdir('/dev/shm')), ...(await readdir(RUNNER_TEMP))];
  await rm(RUNNER_TEMP, { recursive: true });
  expect(left.filter((name) => name.startsWith(`patchwright-${told.pid}-`))).toEqual([]);
});

test('what Node reads only while it starts has its effect', async () => {
  const NODE_OPTIONS = '--import data:text/javascript,globalThis.imported=1';
  const { before, told } = await start({ NODE_OPTIONS, CANARY: 'canary' }, 'console.log(globalThis.imported);');
  expect(before).toEqual(['1']);
  expect(told.shown).toContain('NODE_OPTIONS=');
  expect(told.shown).not.toContain('canary');
});

test('proxies that the environment names are used, and their passwords do not show', async () => {
  const asked: string[] = [];
  const proxy = createServer((_, response) => response.end('by way of the proxy'));
  proxy.on('connect', ({ url = '' }, socket) => {
    asked.push(url);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    proxy.emit('connection', socket);
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const address = proxy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { before, told } = await start(
    { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: `http://user:canary-password@127.0.0.1:${port}` },
    `console.log(await (await fetch('http://unreachable.example/')).text());`,
  );
  proxy.closeAllConnections();
  proxy.close();
  expect(before).toEqual(['by way of the proxy']);
  expect(asked).toEqual(['unreachable.example:80']);
  expect(told.shown).not.toContain('canary-password');
});

test('a Node that cannot replace its process goes on as it is', async () => {
  const NODE_OPTIONS = '--import data:text/javascript,delete%20process.execve';
  const { told, exitCode } = await start({ NODE_OPTIONS, CANARY: 'canary' });
  expect(told.canary).toBe('canary');
  expect(told.command).not.toContain('--inherited');
  expect(exitCode).toBe(0);
});
