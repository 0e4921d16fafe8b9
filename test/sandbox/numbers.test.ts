import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { createUserNumbers, readUsers } from '../../src/sandbox/user/numbers.ts';

/** One of the numbers that programs get. */
const TAKEN = 60_600;

test('no program gets the number of a user who is at work on the machine, for another run for instance', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'numbers-'));
  const other = execa('sleep', ['60'], { uid: TAKEN, reject: false });
  await expect.poll(() => other.pid).toBeTypeOf('number');
  const users = createUserNumbers(directory);
  const given = new Set(Array.from({ length: 560 }, () => users.take()));
  other.kill('SIGKILL');
  await other;
  expect(given.size).toBe(560);
  expect(given.has(TAKEN)).toBe(false);
  expect(await readUsers(directory)).toEqual(given);
  await rm(directory, { recursive: true });
});
