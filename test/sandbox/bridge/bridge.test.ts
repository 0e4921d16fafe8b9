import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { bridge, freePort, listenOutside, playInside, runInside } from './namespace.ts';

const echo = (socket: Socket): void => void socket.pipe(socket);

describe('a program behind the bridge', () => {
  it('reaches a port that leads outside', async () => {
    await using outside = await listenOutside(echo);
    await using opened = await bridge({ ports: [outside.port] });
    const { ended } = playInside(
      opened,
      outside.port,
      `const socket = net.connect(port, '127.0.0.1');
       socket.end('hello');
       for await (const piece of socket) process.stdout.write(piece);`,
    );
    expect(await ended).toEqual({ output: 'hello', code: 0, signal: null });
  });

  it('reaches no other port outside, and no address but loopback', async () => {
    await using allowed = await listenOutside(echo);
    await using secret = await listenOutside(echo);
    await using opened = await bridge({ ports: [allowed.port] });
    const { ended } = playInside(
      opened,
      secret.port,
      `for (const host of ['127.0.0.1', '169.254.169.254', '1.1.1.1', '::1', 'localhost']) {
         const socket = net.connect(port, host);
         await once(socket, 'connect').then(() => console.log('reached ' + host), ({ code }) => console.log(code));
       }
       for (const file of (await import('node:fs')).readdirSync('/proc/net')) if (file === 'dev')
         console.log((await import('node:fs')).readFileSync('/proc/net/dev', 'utf8').split('\\n').length);`,
    );
    const { output } = await ended;
    expect(output).not.toContain('reached');
    // Two lines of head, loopback and the end.
    expect(output.trim().split('\n').at(-1)).toBe('4');
    expect(secret.connections()).toBe(0);
  });

  it('reaches with the sockets themselves nothing that the ports do not reach, and cannot place any of its own', async () => {
    await using outside = await listenOutside(echo);
    const listens = await freePort();
    await using opened = await bridge({ ports: [outside.port], listens });
    expect((await readdir(opened.socketsDirectory)).toSorted()).toEqual(
      [`from-${listens}`, `to-${outside.port}`].toSorted(),
    );
    const { ended } = playInside(
      opened,
      outside.port,
      `import { symlinkSync, unlinkSync, readdirSync } from 'node:fs';
       process.chdir(${JSON.stringify(opened.socketsDirectory)});
       for (const act of [() => unlinkSync('to-' + port), () => symlinkSync('/run/docker.sock', 'from-1')])
         try { act(); console.log('done'); } catch ({ code }) { console.log(code); }
       const socket = net.connect({ path: 'to-' + port });
       socket.end('CONNECT 127.0.0.1:22 HTTP/1.1');
       for await (const piece of socket) process.stdout.write(piece);`,
    );
    expect((await ended).output).toBe('EROFS\nEROFS\nCONNECT 127.0.0.1:22 HTTP/1.1');
  });

  it('gets and sends five megabytes as they were', async () => {
    const bytes = randomBytes(5 * 1024 * 1024);
    await using outside = await listenOutside(echo);
    await using opened = await bridge({ ports: [outside.port] });
    const { process: child, ended } = playInside(
      opened,
      outside.port,
      `import { createHash } from 'node:crypto';
       const socket = net.connect(port, '127.0.0.1');
       process.stdin.pipe(socket);
       const hash = createHash('sha256');
       for await (const piece of socket) hash.update(piece);
       process.stdout.write(hash.digest('hex'));`,
    );
    child.stdin?.end(bytes);
    expect((await ended).output).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('has many connections at once, each with its own answer', async () => {
    await using outside = await listenOutside(echo);
    await using opened = await bridge({ ports: [outside.port] });
    const { ended } = playInside(
      opened,
      outside.port,
      `const all = await Promise.all(Array.from({ length: 200 }, async (_, number) => {
         const socket = net.connect(port, '127.0.0.1');
         await once(socket, 'connect');
         await new Promise((resolve) => setTimeout(resolve, 100));
         socket.end('number ' + number);
         let text = '';
         for await (const piece of socket) text += piece;
         return text === 'number ' + number;
       }));
       console.log(all.filter(Boolean).length);`,
    );
    expect((await ended).output).toBe('200\n');
    expect(outside.connections()).toBe(200);
  });

  it('hears an answer after it has said that it is done, and a break as a break', async () => {
    await using outside = await listenOutside((socket) => {
      let heard = '';
      socket.on('data', (piece) => (heard += String(piece)));
      socket.once('end', () => setTimeout(() => socket.end(`heard ${heard}`), 50));
    });
    await using breaking = await listenOutside((socket) => {
      socket.write('some');
      setTimeout(() => socket.resetAndDestroy(), 50);
    });
    await using opened = await bridge({ ports: [outside.port, breaking.port] });
    const { ended } = playInside(
      opened,
      outside.port,
      `const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
       socket.end('one');
       for await (const piece of socket) console.log(String(piece));
       const broken = net.connect(${breaking.port}, '127.0.0.1');
       broken.on('error', () => undefined);
       broken.resume();
       await once(broken, 'close');
       console.log('closed');`,
    );
    expect((await ended).output).toBe('heard one\nclosed\n');
  });

  it('can go on after the other side has said that it is done', async () => {
    let heard = '';
    await using outside = await listenOutside((socket) => {
      socket.end('done');
      socket.on('data', (piece) => (heard += String(piece)));
    });
    await using opened = await bridge({ ports: [outside.port] });
    const { ended } = playInside(
      opened,
      outside.port,
      `const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
       await once(socket.resume(), 'end');
       await new Promise((resolve) => setTimeout(resolve, 50));
       socket.end('and more');
       await once(socket, 'close');`,
    );
    expect(await ended).toMatchObject({ output: '', code: 0 });
    await expect.poll(() => heard).toBe('and more');
  });

  it('whose port outside is gone is told so', async () => {
    const port = await freePort();
    await using opened = await bridge({ ports: [port] });
    const { ended } = playInside(
      opened,
      port,
      `const socket = net.connect(port, '127.0.0.1');
       socket.on('error', () => undefined).resume();
       await once(socket, 'close');
       console.log('closed');`,
    );
    expect((await ended).output).toBe('closed\n');
  });
});

describe('a server behind the bridge', () => {
  const SERVE = `net.createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => undefined);
      socket.pipe(socket);
    }).listen(port, '127.0.0.1', () => console.log('ready'));
    process.stdin.resume().on('end', () => process.exit());`;

  const say = async (port: number, text: string | Uint8Array): Promise<Buffer> => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const pieces: Buffer[] = [];
    socket.on('data', (piece) => pieces.push(Buffer.from(piece)));
    socket.end(text);
    await once(socket, 'end');
    return Buffer.concat(pieces);
  };

  it('is reached from outside at its own number, by many at once and with much to say', async () => {
    const listens = await freePort();
    await using opened = await bridge({ listens });
    const { process: child, ended } = playInside(opened, listens, SERVE);
    await once(child.stdout ?? child, 'data');
    const texts = Array.from({ length: 100 }, (_, number) => `number ${number}`);
    // All of them stay open until each has its answer.
    const sockets = texts.map(() => connect(listens, '127.0.0.1'));
    const heard = await Promise.all(
      sockets.map((socket, index) => {
        socket.write(texts[index] ?? '');
        return once(socket, 'data');
      }),
    );
    expect(heard.map(String)).toEqual(texts);
    for (const socket of sockets) socket.destroy();
    const bytes = randomBytes(5 * 1024 * 1024);
    expect((await say(listens, bytes)).equals(bytes)).toBe(true);
    child.stdin?.end();
    expect((await ended).code).toBe(0);
  });

  it('that speaks first is heard', async () => {
    const listens = await freePort();
    await using opened = await bridge({ listens });
    const { process: child } = playInside(
      opened,
      listens,
      `net.createServer((socket) => socket.end('first')).listen(port, () => console.log('ready'));`,
    );
    await once(child.stdout ?? child, 'data');
    const socket = connect(listens, '127.0.0.1');
    expect(String(await once(socket, 'data'))).toBe('first');
    child.kill();
  });

  it('that does not listen yet is asked in vain, and can be asked again', async () => {
    const listens = await freePort();
    await using opened = await bridge({ listens });
    const { process: child } = playInside(
      opened,
      listens,
      `process.stdin.once('data', () => { ${SERVE} });
       console.log('started');`,
    );
    await once(child.stdout ?? child, 'data');
    expect(String(await say(listens, 'early').catch(() => ''))).toBe('');
    child.stdin?.write('go');
    await once(child.stdout ?? child, 'data');
    expect(String(await say(listens, 'late'))).toBe('late');
    child.kill();
  });
});

describe('the bridge’s program', () => {
  it('leaves arguments, environment, standard streams and directory as they are', async () => {
    await using opened = await bridge({});
    const { process: child, ended } = runInside(
      opened,
      '/bin/sh',
      ['-c', 'echo "$0|$1|$MARK|$PWD"; cat', 'a b', '"$(c)"'],
      {
        MARK: 'of the test',
      },
    );
    child.stdin?.end('from standard input');
    expect((await ended).output).toBe(`a b|"$(c)"|of the test|${process.cwd()}\nfrom standard input`);
  });

  it.each([
    ['with an exit code', 'exit 7', 7],
    ['by a signal', 'kill -KILL $$', 137],
    ['by one that can be caught', 'kill -TERM $$', 143],
  ])('ends %s as the program ended', async (_, script, code) => {
    await using opened = await bridge({});
    expect(await runInside(opened, '/bin/sh', ['-c', script]).ended).toMatchObject({ code });
  });

  it('says what cannot be started, as a shell does', async () => {
    await using opened = await bridge({});
    const { output, code } = await runInside(opened, '/no/such/program', []).ended;
    expect([output, code]).toEqual(['/no/such/program: spawn /no/such/program ENOENT\n', 127]);
  });

  it('passes a signal on', async () => {
    await using opened = await bridge({});
    const { output, code } = await runInside(opened, '/bin/sh', [
      '-c',
      'trap "echo caught; exit 3" TERM; kill -TERM $PPID; while :; do sleep 0.05; done',
    ]).ended;
    expect([output, code]).toEqual(['caught\n', 3]);
  });

  it('takes everything with it when it is killed from within', async () => {
    await using opened = await bridge({});
    const { output, code } = await runInside(opened, '/bin/sh', [
      '-c',
      'setsid sh -c "sleep 30; echo survived" & kill -KILL $PPID; sleep 30; echo went on',
    ]).ended;
    expect([output, code]).toEqual(['', 137]);
  });
});

describe('a bridge that is closed', () => {
  it('is gone with its sockets, its ports and its connections', async () => {
    const listens = await freePort();
    await using outside = await listenOutside(echo);
    const opened = await bridge({ ports: [outside.port], listens });
    const { process: child, ended } = playInside(
      opened,
      outside.port,
      `const socket = net.connect(port, '127.0.0.1').on('error', () => undefined);
       socket.write('x');
       await once(socket, 'data');
       console.log('connected');
       await once(socket, 'close');
       console.log('closed');
       process.exit();`,
    );
    await once(child.stdout ?? child, 'data');
    await opened[Symbol.asyncDispose]();
    expect((await ended).output).toBe('connected\nclosed\n');
    await expect.poll(() => outside.open()).toBe(0);
    await expect(readdir(opened.socketsDirectory)).rejects.toThrow('ENOENT');
    const [error]: unknown[] = await once(
      connect(listens, '127.0.0.1').on('connect', () => undefined),
      'error',
    ).catch((reason: unknown) => [reason]);
    expect(String(error)).toContain('ECONNREFUSED');
  });

  it('leaves nothing behind where it could not be opened', async () => {
    await using taken = await listenOutside(echo);
    await expect(bridge({ ports: [1], listens: taken.port })).rejects.toThrow('EADDRINUSE');
  });
});
