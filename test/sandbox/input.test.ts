import { open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNoSandbox } from '../../src/sandbox/none.ts';

const program = (script: string) => ({
  file: '/bin/sh',
  args: ['-c', script],
  cwd: '/tmp',
  env: { PATH: process.env['PATH'] ?? '' },
  timeout: 10_000,
});

describe('a program’s input', () => {
  it('is what it is given, to the last byte, and then ends', async () => {
    const input = 'ü\n'.repeat(200_000);
    const { output, exitCode } = await createNoSandbox().start({ ...program('wc -c; echo end'), input }).ended;
    expect({ output: output.trim().split(/\s+/), exitCode }).toEqual({ output: ['600000', 'end'], exitCode: 0 });
  });

  it('is empty where it is given none', async () => {
    expect((await createNoSandbox().start(program('cat; echo end')).ended).output).toBe('end\n');
  });

  it('need not be read', async () => {
    const { exitCode } = await createNoSandbox().start({ ...program('exit 4'), input: 'x'.repeat(1_000_000) }).ended;
    expect(exitCode).toBe(4);
  });
});

describe('a program’s output', () => {
  it('goes into a file where there is one, and what it says besides is kept as before', async () => {
    const path = join(tmpdir(), `output-${process.pid}`);
    await using file = await open(path, 'ax+');
    const lines: string[] = [];
    const script = 'head -c 1000000 /dev/zero; echo beside >&2';
    const started = createNoSandbox().start({
      ...program(script),
      outputFile: file,
      onLine: (line) => lines.push(line),
    });
    expect(await started.ended).toMatchObject({ exitCode: 0, output: 'beside\n' });
    expect((await stat(path)).size).toBe(1_000_000);
    expect(lines).toEqual(['beside']);
    await rm(path);
  });
});
