import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { confined, type Confinement } from './confined.ts';

/** A program with a detached child and a family that starts new processes all the time, each of which writes. */
function startWriters(at: Confinement) {
  return at.sandbox.start({
    file: '/bin/sh',
    args: [
      '-c',
      '(env -i /usr/bin/setsid sh -c "while :; do echo x >> written; done" &); while :; do sh -c "echo y >> written"; done',
    ],
    cwd: at.clone,
    env: { PATH: '/usr/bin:/bin', HOME: at.home },
    timeout: 0,
  });
}

it('what runs in bubblewrap rests while it is paused, as often as it is, and goes on afterwards', async () => {
  await using at = await confined('bubblewrap');
  const size = async () => (await readFile(join(at.clone, 'written'), 'utf8').catch(() => '')).length;
  const program = startWriters(at);
  await expect.poll(size).toBeGreaterThan(100);
  const first = await at.sandbox.pause();
  const second = await at.sandbox.pause();
  const then = await size();
  await setTimeout(300);
  expect(await size()).toBe(then);
  await first[Symbol.asyncDispose]();
  await setTimeout(100);
  expect(await size()).toBe(then);
  await second[Symbol.asyncDispose]();
  await expect.poll(size).toBeGreaterThan(then);
  // What rests ends all the same.
  await at.sandbox.pause();
  await program.kill();
  expect((await program.ended).signal).toBe('SIGKILL');
});

/** Starts a program that does not begin: opening its input, it waits for somebody to write, and its parent for it to begin. */
const STARTING = [
  'import os',
  'os.mkfifo("pipe")',
  'open("written", "w").write("begun")',
  'reading = [(os.POSIX_SPAWN_OPEN, 0, "pipe", os.O_RDONLY, 0)]',
  'os.posix_spawn("/bin/true", ["true"], {}, file_actions=reading)',
].join('; ');

it('what is in the middle of starting a program rests too, and goes on afterwards', async () => {
  await using at = await confined('bubblewrap');
  const program = at.sandbox.start({
    file: '/usr/bin/python3',
    args: ['-c', STARTING],
    cwd: at.clone,
    env: { PATH: '/usr/bin:/bin', HOME: at.home },
    timeout: 0,
  });
  await expect.poll(() => readFile(join(at.clone, 'written'), 'utf8').catch(() => '')).toBe('begun');
  await setTimeout(200);
  const paused = await at.sandbox.pause();
  await paused[Symbol.asyncDispose]();
  await writeFile(join(at.clone, 'pipe'), '');
  expect((await program.ended).exitCode).toBe(0);
});
