import { once } from 'node:events';
import { createServer } from 'node:net';
import { connect } from 'node:tls';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClientHello } from '../../../src/gateway/proxy/client-hello.ts';
import { ENCRYPTED_HELLO, hello } from './hello.ts';

/** What a real client says first. */
async function realHello(servername: string): Promise<Buffer> {
  const heard = Promise.withResolvers<Buffer>();
  const server = createServer((socket) => {
    socket.once('data', (piece) => {
      heard.resolve(Buffer.from(piece));
      socket.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  connect({ host: '127.0.0.1', port, servername }).on('error', () => undefined);
  const bytes = await heard.promise;
  server.close();
  return bytes;
}

const readAll = (bytes: Buffer) => [...bytes.keys()].map((length) => readClientHello(bytes.subarray(0, length)));

describe('the first message of a TLS client', () => {
  it('of a real one says whom it is for, as soon as it is whole', async () => {
    const bytes = await realHello('Registry.npmjs.org');
    expect(readClientHello(bytes)).toEqual({ kind: 'for', host: 'registry.npmjs.org' });
    expect(new Set(readAll(bytes).map(({ kind }) => kind))).toEqual(new Set(['more']));
  });

  it('of a real one that names nobody is for nobody', async () => {
    expect(readClientHello(await realHello(''))).toEqual({ kind: 'not', reason: 'it does not say whom it is for' });
  });

  it('can come in many records', () => {
    const bytes = hello({ names: [['pypi.org']], record: 3 });
    expect(readClientHello(bytes)).toEqual({ kind: 'for', host: 'pypi.org' });
    expect(new Set(readAll(bytes).map(({ kind }) => kind))).toEqual(new Set(['more']));
  });

  it('can have what follows right behind it', () => {
    const bytes = Buffer.concat([hello({ names: [['pypi.org']] }), Buffer.from('and more')]);
    expect(readClientHello(bytes)).toEqual({ kind: 'for', host: 'pypi.org' });
  });

  it.each([
    ['two names in a list', hello({ names: [['pypi.org', 'elsewhere.example']] })],
    ['two lists', hello({ names: [['pypi.org'], ['elsewhere.example']] })],
    ['an empty list', hello({ names: [[]] })],
    ['an encrypted one in it', hello({ names: [['pypi.org']], extensions: [[ENCRYPTED_HELLO, Buffer.alloc(64)]] })],
    ['a list that goes beyond its end', hello({ extensions: [[0, Buffer.of(0, 200, 0, 0, 4, 97)]] })],
    ['another message', Buffer.of(22, 3, 1, 0, 4, 2, 0, 0, 0)],
    ['an empty record', Buffer.of(22, 3, 1, 0, 0)],
    ['a record of another kind', Buffer.of(23, 3, 3, 0, 1, 0)],
    ['the old form', Buffer.of(0x80, 0x2e, 1, 3, 1, 0, 0)],
    ['a message too long for one', Buffer.of(22, 3, 1, 0, 4, 1, 0x7f, 0xff, 0xff)],
    ['a plain request', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['another protocol', Buffer.from('SSH-2.0-OpenSSH_9.9\r\n')],
  ])('is not taken for anybody’s with %s', (_, bytes) => {
    expect(readClientHello(bytes).kind).toBe('not');
  });

  it('never ends the reader, and names nobody but who is in it', () => {
    const whole = hello({ names: [['pypi.org']], extensions: [[43, Buffer.of(2, 3, 4)]] });
    const mutated = fc
      .tuple(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }), fc.nat(whole.length))
      .map(([changes, length]) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        return bytes.subarray(0, length);
      });
    fc.assert(
      fc.property(
        fc.oneof(
          mutated,
          fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
        ),
        (bytes) => {
          const read = readClientHello(bytes);
          if (read.kind === 'for') expect(bytes.toString('latin1').toLowerCase()).toContain(read.host);
        },
      ),
      { seed: 20_260_101, numRuns: 10_000 },
    );
  });

  it('is not waited for without end', () => {
    const endless = Buffer.concat(Array.from({ length: 20_000 }, () => Buffer.of(22, 3, 1, 0, 1, 1)));
    expect(readClientHello(endless).kind).toBe('not');
  });
});
