import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const passes = `import { test } from 'vitest';\ntest('passes', () => {});\n`;

/** Runs the project's test script over one test file and answers its last line and exit code. */
async function run(code: string): Promise<readonly [string | undefined, number | undefined]> {
  await using fixture = await createFixture({ 'a.test.ts': code, 'package.json': '{"type":"module"}' });
  await symlink(join(root, 'node_modules'), fixture.getPath('node_modules'));
  const script = join(root, 'scripts/test.ts');
  const { all, exitCode } = await execa(process.execPath, [script], { cwd: fixture.path, reject: false, all: true });
  return [all.split('\n').at(-1), exitCode];
}

test('the last line counts what passed', async () => {
  expect(await run(passes)).toEqual(['1 passed, 0 failed', 0]);
});

test('skipped tests and tests still to write are counted apart', async () => {
  expect(await run(`${passes}test.skip('skipped', () => {});\ntest.todo('to write');\n`)).toEqual([
    '1 passed, 0 failed, 2 skipped',
    0,
  ]);
});

test('a failing test fails the run', async () => {
  expect(await run(`${passes}test('fails', () => { throw new Error('x'); });\n`)).toEqual(['1 passed, 1 failed', 1]);
});

test('a file that cannot be loaded counts as failed', async () => {
  expect(await run(`throw new Error('x');\n`)).toEqual(['0 passed, 1 failed', 1]);
});

test('an error outside every test counts as failed', async () => {
  expect(
    await run(
      `${passes}setTimeout(() => { throw new Error('late'); }, 1);\ntest('waits', () => new Promise((done) => setTimeout(done, 50)));\n`,
    ),
  ).toEqual(['2 passed, 1 failed', 1]);
});

test('a run without a test fails', async () => {
  expect(await run('')).toEqual(['0 passed, 1 failed', 1]);
});
