import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { inspectSource } from '../../src/workspace/source.ts';
import { prepareWorkspace } from '../../src/workspace/workspace.ts';
import { commit, failureOf, git, programs, put, repository, scratch } from './repository.ts';

const TOKEN = 'ghs_canary0123456789';

/** Git's own smart HTTP over a directory, for whoever has the token. */
async function serve(root: string): Promise<AsyncDisposable & Readonly<{ url: string }>> {
  const expected = `basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`;
  const server = createServer((request, response) => {
    if (request.headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env['PATH'],
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'],
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      },
    });
    request.pipe(backend.stdin);
    let head = '';
    backend.stdout.on('data', (bytes: Buffer) => {
      if (response.headersSent) return void response.write(bytes);
      head += bytes.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      const lines = head
        .slice(0, end)
        .split('\r\n')
        .map((line) => line.split(': '));
      const headers = Object.fromEntries<string>(lines.map(([name = '', value = '']) => [name, value]));
      response.writeHead(Number.parseInt(headers['Status'] ?? '200', 10), headers);
      response.write(Buffer.from(head.slice(end + 4), 'latin1'));
    });
    backend.stdout.on('end', () => response.end());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

test('a baseline that the checkout lacks is fetched, and the token is on no command line and on no disk', async () => {
  await using place = await scratch();
  await repository(join(place.path, 'served/origin'), { 'a.ts': 'a\n' });
  const checkout = join(place.path, 'checkout');
  await git(place.path, 'clone', '--quiet', join(place.path, 'served/origin'), checkout);
  await put(join(place.path, 'served/origin'), { 'b.ts': 'b\n' });
  const baseline = await commit(join(place.path, 'served/origin'));
  await using server = await serve(join(place.path, 'served'));
  const log = join(place.path, 'log');
  await put(place.path, { spy: { script: `#!/bin/sh\nprintf '%s\\n' "$*" >> ${log}\nexec ${programs.git} "$@"\n` } });
  const source = await inspectSource({ program: programs.git, directory: checkout });
  await using workspace = await prepareWorkspace({
    programs: { ...programs, git: join(place.path, 'spy') },
    source,
    root: join(place.path, 'run'),
    baseline,
    branch: 'topic',
    remote: { url: `${server.url}/origin/.git`, token: TOKEN },
  });
  await workspace.markBaseline();
  expect(await readFile(join(workspace.clone, 'b.ts'), 'utf8')).toBe('b\n');
  expect(await git(workspace.clone, 'rev-parse', 'topic')).toBe(baseline);
  const encoded = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
  expect(await readFile(log, 'utf8')).toContain(' fetch ');
  const search = await execa('grep', ['-rlaE', `${TOKEN}|${encoded}`, place.path], { reject: false });
  expect(search.stdout).toBe('');
});

test('a partial clone is not borrowed from; its baseline is fetched whole', async () => {
  await using place = await scratch();
  const origin = join(place.path, 'served/origin');
  await repository(origin, { 'a.ts': 'a\n' });
  await put(origin, { 'a.ts': 'aa\n' });
  const baseline = await commit(origin);
  await git(origin, 'config', 'uploadpack.allowFilter', 'true');
  const checkout = join(place.path, 'checkout');
  await git(place.path, 'clone', '--quiet', '--filter=blob:none', `file://${origin}`, checkout);
  const source = await inspectSource({ program: programs.git, directory: checkout });
  expect(source.partial).toBe(true);
  await using server = await serve(join(place.path, 'served'));
  const remote = { url: `${server.url}/origin/.git`, token: TOKEN };
  await using workspace = await prepareWorkspace({ programs, source, root: join(place.path, 'run'), baseline, remote });
  await workspace.markBaseline();
  expect(await git(workspace.clone, 'show', 'HEAD~1:a.ts')).toBe('a');
});

test('a commit that cannot be fetched, or a wrong token, is a failure of the forge with both named', async () => {
  await using place = await scratch();
  await repository(join(place.path, 'served/origin'), { 'a.ts': 'a\n' });
  const checkout = join(place.path, 'checkout');
  await repository(checkout, { 'a.ts': 'other\n' });
  const source = await inspectSource({ program: programs.git, directory: checkout });
  await using server = await serve(join(place.path, 'served'));
  const prepare = (token: string, root: string) =>
    prepareWorkspace({
      programs,
      source,
      root: join(place.path, root),
      baseline: '1234567890123456789012345678901234567890',
      remote: { url: `${server.url}/origin/.git`, token },
    });
  const absent = await failureOf(prepare(TOKEN, 'a'));
  expect(absent.code).toBe('forge');
  expect(absent.message).toContain('1234567890');
  const refused = await failureOf(prepare('wrong', 'b'));
  expect(refused.code).toBe('forge');
  expect(refused.message).not.toContain('wrong');
});

test('without a remote a missing baseline names the checkout and fetch-depth', async () => {
  await using place = await scratch();
  const checkout = join(place.path, 'checkout');
  await repository(checkout, { 'a.ts': 'a\n' });
  const source = await inspectSource({ program: programs.git, directory: checkout });
  const baseline = '1234567890123456789012345678901234567890';
  const { code, hint } = await failureOf(
    prepareWorkspace({ programs, source, root: join(place.path, 'run'), baseline }),
  );
  expect(code).toBe('bad-input');
  expect(hint).toContain('fetch-depth: 0');
});
