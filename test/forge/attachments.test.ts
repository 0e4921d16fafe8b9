import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { attachmentCalls, placesOf } from '../../src/forge/github/attachments.ts';
import { saying } from '../support/saying.ts';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')]);
const MB = 1024 * 1024;

type Seen = { readonly path: string; readonly token: string | undefined };
type Place = AsyncDisposable & { readonly origin: string; readonly seen: Seen[] };

async function serve(answer: RequestListener): Promise<Place> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', token: request.headers.authorization });
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

let [server, images, elsewhere]: Place[] = [];
/** What the server's attachment paths answer: a redirect, a status or bytes. */
let answer: string | number | Buffer = PNG;

beforeEach(async () => {
  answer = PNG;
  elsewhere = await serve((_, response) => void response.end(PNG));
  images = await serve((_, response) => void response.end(PNG));
  server = await serve((_, response) => {
    if (typeof answer === 'string') response.writeHead(302, { location: answer }).end();
    else if (typeof answer === 'number') response.writeHead(answer).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(answer);
  });
});

afterEach(async () => {
  for (const place of [server, images, elsewhere]) await place?.[Symbol.asyncDispose]();
});

const ask = async (path: string, options: { limit?: number; timeLimit?: number } = {}) => {
  const places = { server: server?.origin ?? '', images: [images?.origin ?? ''], redirects: [] };
  const { timeLimit = 5000, limit = MB } = options;
  const { attachment } = attachmentCalls(places, { token: 'ghs_x', fetch: globalThis.fetch, timeLimit });
  return await attachment(path.startsWith('/') ? `${places.server}${path}` : path, limit);
};

const ASSET = '/user-attachments/assets/0f0f-11';

describe('an attachment', () => {
  it('is downloaded in each of its forms, with the token for the server alone', async () => {
    const image = { kind: 'image', mime: 'image/png', bytes: PNG };
    expect(await ask(ASSET)).toEqual(image);
    expect(await ask('/octo-org/hello-world/assets/12/0f0f-11')).toEqual(image);
    expect(await ask('/storage/user/1/files/0f0f-11')).toEqual(image);
    expect(await ask(`${images?.origin}/1/2.png?jwt=x`)).toEqual(image);
    expect(server?.seen.map(({ token }) => token)).toEqual(['Bearer ghs_x', 'Bearer ghs_x', 'Bearer ghs_x']);
    answer = `${images?.origin}/signed?jwt=x`;
    expect(await ask(ASSET)).toEqual(image);
    expect(images?.seen).toEqual([
      { path: '/1/2.png?jwt=x', token: undefined },
      { path: '/signed?jwt=x', token: undefined },
    ]);
  });

  it.each([
    ['another host', () => `${elsewhere?.origin}/user-attachments/assets/1`],
    ['another page of the server', () => `${server?.origin}/octo-org/hello-world/settings`],
    ['a path that climbs', () => `${server?.origin}/user-attachments/assets/../../settings`],
    ['a host with the server’s name before it', () => `http://127.0.0.1@${elsewhere?.origin.slice(7)}${ASSET}`],
    ['another protocol', () => `${server?.origin.replace('http:', 'ftp:')}${ASSET}`],
    ['a file', () => 'file:///etc/passwd'],
    ['no address', () => 'nothing'],
  ])('is not at %s, where nothing is asked for', async (_, address) => {
    expect(await ask(address())).toEqual({ kind: 'foreign' });
    expect([server?.seen, images?.seen, elsewhere?.seen]).toEqual([[], [], []]);
  });

  it.each([
    ['to another host', () => `${elsewhere?.origin}/a.png`],
    ['to the login', () => '/login?return_to=x'],
    ['into the machine', () => 'http://169.254.169.254/latest/meta-data'],
  ])('that redirects %s is refused', async (_, location) => {
    answer = location();
    expect(await ask(ASSET)).toEqual({ kind: 'refused', why: 'it leads away from GitHub’s attachments', hidden: true });
    expect(elsewhere?.seen).toEqual([]);
    expect(server?.seen).toHaveLength(1);
  });

  it('that redirects to itself is given up', async () => {
    answer = ASSET;
    expect(await ask(ASSET)).toMatchObject({ kind: 'refused', why: saying('from one address to the next') });
    expect(server?.seen).toHaveLength(4);
  });

  it.each([
    ['GIF', Buffer.from('GIF89a...'), 'image/gif'],
    ['JPEG', Buffer.from('ffd8ffe0aa', 'hex'), 'image/jpeg'],
    ['WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
  ])('is a %s by how it begins', async (_, bytes, mime) => {
    answer = bytes;
    expect(await ask(ASSET)).toMatchObject({ kind: 'image', mime });
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not a PNG', false],
    ['empty', Buffer.alloc(0), 'not a PNG', false],
    ['not found', 404, 'GitHub answered 404', true],
    ['too large', Buffer.concat([PNG, Buffer.alloc(MB)]), 'larger than 1 MB', false],
  ])('that is %s is refused in words', async (_, what, why, hidden) => {
    answer = what;
    expect(await ask(ASSET)).toMatchObject({ kind: 'refused', why: saying(why), hidden });
  });

  it('without end is cut off at the limit, and one that never comes at the time limit', async () => {
    let closed = 0;
    await using endless = await serve((_, response) => {
      response.write(PNG);
      const timer = setInterval(() => response.write(Buffer.alloc(64 * 1024)), 1);
      response.on('close', () => {
        closed += 1;
        clearInterval(timer);
      });
    });
    await using silent = await serve(() => {});
    answer = `${endless.origin}${ASSET}`;
    images = endless;
    expect(await ask(`${endless.origin}/x`)).toMatchObject({ why: saying('larger than 1 MB') });
    await expect.poll(() => closed).toBe(1);
    images = silent;
    expect(await ask(`${silent.origin}/x`, { timeLimit: 100 })).toMatchObject({ why: 'it did not come in time' });
  });
});

test('each kind of server has its own places for attachments', () => {
  expect(placesOf('https://api.github.com').server).toBe('https://github.com');
  expect(placesOf('https://api.github.com').images).toContain('https://private-user-images.githubusercontent.com');
  expect(placesOf('https://api.octo.ghe.com').server).toBe('https://octo.ghe.com');
  expect(placesOf('https://git.example.org/api/v3')).toEqual({
    server: 'https://git.example.org',
    images: ['https://media.git.example.org'],
    redirects: [],
  });
});
