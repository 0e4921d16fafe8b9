import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installOpenCode } from '../../src/agent/opencode/install.ts';
import { packageFor, TARBALL_DIGESTS, type Machine } from '../../src/agent/opencode/release.ts';
import { OPENCODE_VERSION } from '../../src/config/opencode-version.ts';
import { asFailure } from '../../src/failure.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'install-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const LINUX: Machine = { platform: 'linux', arch: 'x64', libc: 'glibc', avx2: true };

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: unknown) => asFailure(error),
  );

/** A stand-in for npm that packs what a test wants, in a folder for the PATH. */
async function npm(name: string, script: string): Promise<Record<string, string>> {
  const bin = join(directory, name);
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'npm'), `#!/bin/sh\n${script}\n`);
  await chmod(join(bin, 'npm'), 0o755);
  return { PATH: `${bin}:${process.env['PATH']}` };
}

describe('installing OpenCode', () => {
  it.each([
    [LINUX, 'opencode-linux-x64'],
    [{ ...LINUX, avx2: false }, 'opencode-linux-x64-baseline'],
    [{ ...LINUX, libc: 'musl' }, 'opencode-linux-x64-musl'],
    [{ ...LINUX, libc: 'musl', avx2: false }, 'opencode-linux-x64-baseline-musl'],
    [{ ...LINUX, arch: 'arm64' }, 'opencode-linux-arm64'],
    [{ platform: 'darwin', arch: 'arm64', libc: 'other', avx2: true }, 'opencode-darwin-arm64'],
    [{ platform: 'win32', arch: 'x64', libc: 'other', avx2: true }, 'opencode-windows-x64'],
  ] as const)('takes the one package that %j needs', (machine, name) => {
    expect(packageFor(machine)).toBe(name);
  });

  it('refuses what has another digest than the recorded one, and keeps nothing of it', async () => {
    const cache = join(directory, 'wrong');
    const env = await npm('wrong-npm', 'echo something else > "opencode-linux-x64-$(echo "$2" | sed "s/.*@//").tgz"');
    const refused = await failure(installOpenCode({ cache, ownPath: null, env, machine: LINUX }));
    expect(refused.code).toBe('runtime-missing');
    expect(refused.message).toContain(TARBALL_DIGESTS['opencode-linux-x64']);
    expect(await readdir(join(cache, 'opencode', OPENCODE_VERSION, 'linux-x64-glibc'))).toEqual([]);
  });

  it('needs no npm and no network for what is in the cache, unless it was damaged', async () => {
    const cache = join(directory, 'cached');
    const home = join(cache, 'opencode', OPENCODE_VERSION, 'linux-x64-glibc');
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'opencode'), 'the binary');
    await writeFile(
      join(home, 'opencode.sha256'),
      '9d0d14ac4e5cf7c8c5b4fc5c4c57c6c3bc5bd7f9a0c4fdc1bc4d6d1ffcb0a5d0\n',
    );
    const env = await npm('no-npm', 'exit 7');
    const options = { cache, ownPath: null, env, machine: LINUX };
    expect((await failure(installOpenCode(options))).message).toContain('npm pack');
    const { createHash } = await import('node:crypto');
    await writeFile(join(home, 'opencode.sha256'), createHash('sha256').update('the binary').digest('hex'));
    expect(await readFile(await installOpenCode(options), 'utf8')).toBe('the binary');
  });

  it('takes one on the PATH before it downloads, where it is of the pinned version', async () => {
    const stand = async (name: string, version: string): Promise<string> => {
      const path = join(directory, name);
      await writeFile(path, `#!/bin/sh\necho ${version}\n`);
      await chmod(path, 0o755);
      return path;
    };
    const env = await npm('never-npm', 'exit 7');
    const right = await stand('right-opencode', OPENCODE_VERSION);
    const options = { cache: join(directory, 'path'), ownPath: null, env, machine: LINUX };
    expect(await installOpenCode({ ...options, onPath: async () => right })).toBe(right);
    const other = await stand('other-opencode', '1.0.0');
    const refused = await failure(installOpenCode({ ...options, onPath: async () => other }));
    expect(refused.message).toContain('npm pack');
  });

  it('refuses OpenCode 2 in so many words', async () => {
    const path = join(directory, 'opencode-2');
    await writeFile(path, '#!/bin/sh\necho 2.0.1\n');
    await chmod(path, 0o755);
    const env = { PATH: process.env['PATH'] ?? '' };
    const refused = await failure(installOpenCode({ cache: directory, ownPath: path, env }));
    expect(refused.message).toContain('2.0.1');
    expect(refused.hint).toContain('OpenCode 2');
  });

  it('refuses a machine without a recorded digest, with the way round', async () => {
    const machine: Machine = { ...LINUX, libc: 'musl' };
    const refused = await failure(installOpenCode({ cache: directory, ownPath: null, env: {}, machine }));
    expect(refused.hint).toContain('`opencode-path`');
  });

  it('takes an own binary of exactly the pinned version and no other', async () => {
    const own = async (version: string): Promise<string> => {
      const path = join(directory, `own-${version}`);
      await writeFile(path, `#!/bin/sh\necho ${version}\n`);
      await chmod(path, 0o755);
      return path;
    };
    const env = { PATH: process.env['PATH'] ?? '' };
    const right = await own(OPENCODE_VERSION);
    expect(await installOpenCode({ cache: directory, ownPath: right, env })).toBe(right);
    const refused = await failure(installOpenCode({ cache: directory, ownPath: await own('1.0.0'), env }));
    expect(refused.message).toContain('1.0.0');
    const missing = await failure(installOpenCode({ cache: directory, ownPath: join(directory, 'none'), env }));
    expect(missing.message).toContain('could not be run');
  });
});
