import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '../src/close-inherited.ts');

/** Two files are open when it starts, one above all that Node sees to by itself; a program that it starts tells what it has. */
async function reachedBy(prepare: string): Promise<string> {
  const program = `${prepare}; const { execFileSync } = await import('node:child_process');
    console.log(execFileSync('bash', ['-c', 'cat <&9; cat <&200; echo'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));`;
  const opened = 'exec 9<<< canary-low 200<<< canary-high; exec "$0" --input-type=module -e "$1"';
  const { stdout } = await execa('bash', ['-c', opened, process.execPath, program]);
  return stdout;
}

const CLOSE = `(await import(${JSON.stringify(SOURCE)})).closeInherited()`;

test('a file that the runner left open reaches no program, however high its number', async () => {
  expect(await reachedBy('')).toContain('canary-high');
  expect(await reachedBy(CLOSE)).not.toContain('canary');
});

test('standard input, the outputs and what Node has open stay', async () => {
  const program = `${CLOSE}; console.log((await import('node:fs')).readFileSync(0, 'utf8')); setTimeout(() => console.error('end'), 1);`;
  const run = execa(process.execPath, ['--input-type=module', '-e', program], { input: 'given' });
  expect(await run).toMatchObject({ stdout: 'given', stderr: 'end' });
});
