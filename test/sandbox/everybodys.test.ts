import { randomInt } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { confined } from './confined.ts';

const KINDS = ['bubblewrap', 'user'] as const;

/** A tool that everybody may write, as those of hosted runners are. */
async function openTool() {
  const directory = await mkdtemp('/opt/patchwright-test-');
  const tool = join(directory, 'bin/tool');
  await mkdir(dirname(tool));
  await writeFile(tool, '#!/bin/sh\necho as it was\n');
  for (const path of [directory, dirname(tool), tool]) await chmod(path, 0o777);
  return { directory, tool, [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }) };
}

/** What the system keeps of message queues and shared memory. */
async function queues(): Promise<readonly string[]> {
  const files = ['msg', 'shm', 'sem'].map((name) => readFile(`/proc/sysvipc/${name}`, 'utf8'));
  return (await Promise.all(files)).map((text) => String(text.trim().split('\n').length));
}

test.each(KINDS)('by %s a tool that everybody may write runs, and is neither replaced nor added to', async (kind) => {
  await using open = await openTool();
  await using at = await confined(kind);
  const { output } = await at.run(
    `{ echo 'echo planted' > ${open.tool}; rm -f ${open.tool}; chmod 755 ${open.tool}; echo x > ${open.directory}/bin/new; mkdir ${open.directory}/new; } 2>/dev/null; ${open.tool}`,
  );
  expect(output).toBe('as it was\n');
  expect(await readFile(open.tool, 'utf8')).toContain('as it was');
  expect((await stat(open.tool)).mode & 0o777).toBe(0o777);
  expect([await readdir(open.directory), await readdir(dirname(open.tool))]).toEqual([['bin'], ['tool']]);
});

test.each(KINDS)(
  'by %s temporary directories are its own: it finds nobody’s files there and leaves none',
  async (kind) => {
    const name = `patchwright-test-${randomInt(1e9)}`;
    const places = ['/tmp', '/var/tmp', '/dev/shm', '/run/lock'];
    const there = places.map((place) => join(place, `${name}-there`));
    await mkdir('/run/lock', { recursive: true });
    for (const path of there) await writeFile(path, 'canary-there');
    await using at = await confined(kind);
    const { output } = await at.run(
      `cat ${there.join(' ')} 2>/dev/null; for at in ${places.join(' ')} /run; do echo x > $at/${name}; done 2>/dev/null; cat /tmp/${name}; id > /dev/null`,
    );
    for (const path of there) await rm(path);
    expect(output).toBe('x\n');
    for (const place of [...places, '/run']) await expect(stat(join(place, name))).rejects.toThrow('ENOENT');
  },
);

test.each(KINDS)('by %s message queues and shared memory are its own, and gone with it', async (kind) => {
  await using at = await confined(kind);
  const before = await queues();
  const { output } = await at.run('ipcmk -Q; ipcmk -M 4096; ipcmk -S 1');
  expect(output.match(/id: \d+/g)).toHaveLength(3);
  expect(await queues()).toEqual(before);
});

test.each(KINDS)('by %s a service that everybody may ask through a socket is not reached', async (kind) => {
  const socket = `/run/patchwright-test-${randomInt(1e9)}.sock`;
  const server = createServer((connection) => connection.end('canary-socket'));
  await new Promise<void>((resolve) => void server.listen(socket, resolve));
  await chmod(socket, 0o777);
  await using at = await confined(kind);
  const ask = `import socket; s = socket.socket(socket.AF_UNIX); s.connect("${socket}"); print(s.recv(99))`;
  const { output } = await at.run(`/usr/bin/python3 -c '${ask}'`);
  server.close();
  expect(output).toContain('FileNotFoundError');
});

test('where no mounts of its own can be had, a user of its own is taken and the report says what is open', async () => {
  await using open = await openTool();
  const prepare = async (home: string): Promise<readonly string[]> => {
    // Without mounts nothing opens a way through a closed directory.
    await chmod(dirname(home), 0o755);
    await mkdir(join(home, 'bin'));
    const refuses = '#!/bin/sh\necho "unshare: unshare failed: Operation not permitted" >&2\nexit 1\n';
    await writeFile(join(home, 'bin/unshare'), refuses, { mode: 0o755 });
    await chmod(home, 0o700);
    return [join(home, 'bin')];
  };
  await using at = await confined('user', { prepare });
  const { output } = await at.run(`echo changed > ${open.tool}; echo here; cat ${at.runnerHome}/.npmrc`);
  expect(output).toMatch(/^here\n/);
  expect(output).not.toContain('canary');
  // This is what the sentence is about.
  expect(await readFile(open.tool, 'utf8')).toBe('changed\n');
  expect(at.sandbox.description).toContain('wherever everybody may write on this runner');
});

test.each(KINDS)('by %s a runner that stands among the system’s software is not seen', async (kind) => {
  const runner = await mkdtemp('/opt/patchwright-test-');
  await chmod(runner, 0o755);
  await writeFile(join(runner, '.credentials'), 'canary-runner');
  await using at = await confined(kind);
  const { output } = await at.run(`cat ${runner}/.credentials 2>/dev/null; echo end`);
  await rm(runner, { recursive: true });
  expect(output).toBe('end\n');
});

test('where no list of processes of its own can be had, a user of its own is taken and the report says what is seen', async () => {
  const prepare = async (home: string): Promise<readonly string[]> => {
    await mkdir(join(home, 'bin'));
    const refuses =
      '#!/bin/sh\ncase "$*" in *--mount-proc*) echo "unshare: mount /proc failed" >&2; exit 1;; esac\nexec /usr/bin/unshare "$@"\n';
    await writeFile(join(home, 'bin/unshare'), refuses, { mode: 0o755 });
    return [join(home, 'bin')];
  };
  await using at = await confined('user', { prepare });
  const { output } = await at.run(`cat /proc/${process.pid}/cmdline | tr '\\0' ' '; cat ${at.runnerHome}/bin/unshare`);
  expect(output).toContain('vitest');
  expect(at.sandbox.description).toContain('the list of processes');
  await using other = await confined('user');
  expect(other.sandbox.description).toContain('saw no other process');
});

test('a sandbox whose mounts do not keep what they should is not taken', async () => {
  const prepare = async (home: string): Promise<readonly string[]> => {
    await mkdir(join(home, 'bin'));
    // Starts the shell in the namespaces that are there already, after its own options.
    const pretends = '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift\nexec /usr/bin/unshare --mount -- "$@"\n';
    await writeFile(join(home, 'bin/unshare'), pretends, { mode: 0o755 });
    return [join(home, 'bin')];
  };
  await expect(confined('user', { prepare })).rejects.toThrow('shares message queues and memory with the runner');
  const { stdout } = await execa('ls', ['/tmp']);
  expect(stdout).not.toContain('probe-');
});

test.each(KINDS)(
  'by %s a file is shown as it is, be it alone or in a directory that is shown as well',
  async (kind) => {
    await using at = await confined(kind);
    const file = join(at.snapshot, 'a.txt');
    await using both = await at.sandboxes.create({ ...at.view, readable: [at.snapshot, file] });
    const started = both.start({
      file: '/bin/cat',
      args: [file],
      cwd: at.clone,
      env: { PATH: '/usr/bin:/bin', HOME: at.home },
      timeout: 20_000,
    });
    expect(await started.ended).toMatchObject({ exitCode: 0, output: 'as it was\n' });
    expect(await readFile(file, 'utf8')).toBe('as it was\n');
  },
);
