import { spawn } from 'node:child_process';
import { connect, createServer, type Socket } from 'node:net';
import { constants } from 'node:os';
import { CALL, inward, join, outward } from './sockets.ts';

/**
 * Runs a program inside a network namespace: opens loopback ports that lead outside, waits for who comes from there, and
 * ends as the program ends. Arguments: directory of the sockets, ports, port that the program listens on, file, arguments.
 */
const [directory = '', ports = '', listens = '', file = '', ...args] = process.argv.slice(2);

/** Connections that wait for being called; each one that is called has a successor. */
const WAITING = 8;

/** Milliseconds until an outside that is gone is asked again. */
const PAUSE = 200;

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'] as const;

const cwd = process.cwd();
// From here the names of the sockets are short enough, however long the path of their directory is.
process.chdir(directory);
await Promise.all(numbers(ports).map(leadOut));
for (const port of numbers(listens)) for (let count = 0; count < WAITING; count += 1) wait(port);
run();

function numbers(text: string): readonly number[] {
  return text === '' ? [] : text.split(',').map(Number);
}

async function leadOut(port: number): Promise<void> {
  const server = createServer({ allowHalfOpen: true }, (client) => join(client, to(outward(port))));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  server.on('error', () => undefined);
}

/** Keeps a connection to the outside ready until somebody there wants it. */
function wait(port: number): void {
  const socket = to(inward(port));
  let called = false;
  const next = (): void => {
    if (called) return;
    called = true;
    wait(port);
  };
  socket.on('error', () => undefined);
  socket.once('close', () => setTimeout(next, PAUSE));
  socket.once('readable', () => {
    if (socket.read(CALL.length) === null) return void socket.destroy();
    next();
    join(socket, connect({ host: '127.0.0.1', port, allowHalfOpen: true }));
  });
}

function to(name: string): Socket {
  return connect({ path: name, allowHalfOpen: true });
}

function run(): void {
  // Before there is a program, which may send one at once; it is passed on when there is.
  const handlers = SIGNALS.map((signal) => [signal, () => void program.kill(signal)] as const);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  const program = spawn(file, args, { cwd, stdio: 'inherit' });
  program.once('error', (error) => {
    process.stderr.write(`${file}: ${error.message}\n`);
    process.exit(127);
  });
  program.once('exit', (code, signal) => {
    for (const [name, handler] of handlers) process.off(name, handler);
    // As a shell says it, where the signal does not end this process as well.
    if (signal !== null) process.kill(process.pid, signal);
    process.exit(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
  });
}
