import { randomInt } from 'node:crypto';
import { chmod, lstat, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { endLeftovers } from '../../src/sandbox/leftovers.ts';
import { saying } from '../support/saying.ts';
import { confined, processesWith } from './confined.ts';

/** How long a sleeper sleeps is its name: seconds that no other test waits. */
const sleeperName = (): string => `sleep ${randomInt(1e6, 1e9)}`;

describe.each(['bubblewrap', 'user'] as const)('a program confined by %s', (kind) => {
  it('writes where it may, and what it wrote is trusted code’s afterwards', async () => {
    await using at = await confined(kind);
    const { exitCode, output } = await at.run('umask 077; echo home > ~/h; mkdir d; echo clone > d/c; chmod 500 d');
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: '' });
    expect(await readFile(join(at.home, 'h'), 'utf8')).toBe('home\n');
    expect(await readFile(join(at.clone, 'd/c'), 'utf8')).toBe('clone\n');
    expect((await lstat(join(at.clone, 'd/c'))).uid).toBe(process.getuid?.());
  });

  it('reads the snapshot and cannot change it, nor put anything beside it', async () => {
    await using at = await confined(kind);
    const { output } = await at.run(
      `cat ${at.snapshot}/a.txt; echo new > ${at.snapshot}/a.txt; echo new > ${at.root}/work/new; rm -rf ${at.snapshot}`,
    );
    expect(output.startsWith('as it was\n')).toBe(true);
    expect(await readFile(join(at.snapshot, 'a.txt'), 'utf8')).toBe('as it was\n');
    await expect(stat(join(at.root, 'work/new'))).rejects.toThrow('ENOENT');
  });

  it('finds nothing of the runner’s: home, workspace, run record, trusted git, other homes, passwords', async () => {
    await using at = await confined(kind);
    const files = [
      join(at.runnerHome, '.npmrc'),
      join(at.workspace, 'config'),
      join(at.root, 'record/record.json'),
      join(at.root, 'work/git/config'),
      '/etc/shadow',
      '/etc/sudoers',
    ];
    const { output } = await at.run(`cat ${files.join(' ')} 2>/dev/null; ls ${at.root}/sandbox 2>/dev/null; echo end`);
    expect(output).toBe('end\n');
  });

  it('finds nothing of the runner’s where everybody may read it', async () => {
    await using at = await confined(kind);
    const open = [dirname(at.runnerHome), dirname(at.root), at.root, at.runnerHome, at.workspace];
    for (const path of open) await chmod(path, 0o755);
    const files = [join(at.runnerHome, '.npmrc'), join(at.workspace, 'config'), join(dirname(at.root), 'commands')];
    await writeFile(files[2] ?? '', 'canary-commands');
    for (const path of files) await chmod(path, 0o644);
    const { output } = await at.run(
      `cat ${files.join(' ')} 2>/dev/null; cat ${at.snapshot}/a.txt; echo x > c && cat c`,
    );
    expect(output).toBe('as it was\nx\n');
  });

  it('sees no process but its own', async () => {
    await using at = await confined(kind);
    const { output } = await at.run('cat /proc/[0-9]*/comm; echo $$');
    const [own = '', ...names] = output.trim().split('\n').toReversed();
    expect(Number(own)).toBeLessThan(1000);
    expect(names.filter((name) => !/^(?:sh|cat|bwrap)$/.test(name))).toEqual([]);
  });

  it('has the environment that it was given, and no descriptor of ours', async () => {
    await using at = await confined(kind);
    process.env['PATCHWRIGHT_TEST_CANARY'] = 'canary-2f7a';
    const env = { PATH: '/usr/bin:/bin', HOME: at.home, ODD: 'it\'s $HOME `id`\nand "more"' };
    const { output } = await at.run('env; ls -l /proc/self/fd; printf "%s\\n" "$ODD"', { env });
    delete process.env['PATCHWRIGHT_TEST_CANARY'];
    expect(output).not.toContain('canary-2f7a');
    expect(output).not.toMatch(/^(?:SUDO_|OLDPWD)/m);
    expect(output.endsWith(`${env.ODD}\n`)).toBe(true);
    // What the whole job has open is the job's; nothing is added.
    const opened = [...output.matchAll(/ (\d+) -> (.*)$/gm)].map(([, number = '', target = '']) => ({
      number,
      target,
    }));
    const inherited = await Promise.all(
      opened.map(({ number }) => readlink(`/proc/self/fd/${number}`).catch(() => '')),
    );
    const added = opened.filter(({ number, target }, at) => Number(number) > 2 && target !== inherited[at]);
    // The directory that `ls` reads.
    expect(added).toEqual([{ number: '3', target: saying('/fd') }]);
  });

  it('has no value of its environment on a command line that others see', async () => {
    await using at = await confined(kind);
    const name = sleeperName();
    const child = at.sandbox.start({
      file: '/bin/sh',
      args: ['-c', name],
      cwd: at.clone,
      env: { PATH: '/usr/bin:/bin', HOME: at.home, SECRET: 'canary-9c1d' },
      timeout: 0,
    });
    await expect.poll(() => processesWith(name)).not.toEqual([]);
    expect(await processesWith('canary-9c1d')).toEqual([]);
    await child.kill();
  });

  it('has no capability, cannot get one, and cannot become root', async () => {
    await using at = await confined(kind);
    const { output } = await at.run(
      'id -u; grep -E "^(Cap(Inh|Prm|Eff|Bnd|Amb)|NoNewPrivs|Groups)" /proc/self/status; sudo -n id 2>&1 | tail -1; mount -t tmpfs x /mnt 2>&1',
    );
    expect(output).not.toMatch(/^0$/m);
    expect(output.match(/^Cap\w+:\s*0{16}$/gm)).toHaveLength(5);
    expect(output).toMatch(/^NoNewPrivs:\s*1$/m);
    expect(output).toMatch(/^Groups:\s*$/m);
    expect(output).not.toContain('uid=0');
  });

  it('reads no environment of a process of the runner’s, and ends none', async () => {
    await using at = await confined(kind);
    const other = execa('/bin/sleep', ['60'], { env: { TOKEN: 'canary-4b2e' }, reject: false });
    const { output } = await at.run(
      `cat /proc/[0-9]*/environ 2>/dev/null | tr "\\0" "\\n" | grep canary; kill -9 ${other.pid}; kill -9 -1; true`,
    );
    expect(output).not.toContain('canary-4b2e');
    expect(other.nodeChildProcess.signalCode).toBeNull();
    other.kill();
    await other;
  });

  it('leaves nothing behind when it ends: detached, without its environment, forking', async () => {
    await using at = await confined(kind);
    const name = sleeperName();
    const { exitCode } = await at.run(
      `(env -i /usr/bin/setsid ${name} &) ; setsid sh -c 'while :; do ${name} & wait; done' & sleep 0.3; exit 7`,
    );
    expect(exitCode).toBe(7);
    expect(await processesWith(name)).toEqual([]);
  });

  it('is killed with everything of it when its time is over', async () => {
    await using at = await confined(kind);
    const name = sleeperName();
    const ended = await at.run(`trap "" TERM; (env -i /usr/bin/setsid ${name} &); ${name}`, { timeout: 500 });
    expect(ended).toMatchObject({ timedOut: true, exitCode: null, signal: 'SIGKILL' });
    expect(await processesWith(name)).toEqual([]);
  });

  it('is killed when its time is over before it has begun', async () => {
    await using at = await confined(kind);
    const name = sleeperName();
    const ended = await at.run(name, { timeout: 1 });
    expect(ended).toMatchObject({ timedOut: true, exitCode: null, signal: 'SIGKILL' });
    expect(await processesWith(name)).toEqual([]);
  });

  it('is spared by a sweep that names it, while its children are not', async () => {
    await using at = await confined(kind);
    const name = sleeperName();
    const child = at.sandbox.start({
      file: '/bin/sh',
      args: ['-c', '(env -i /usr/bin/setsid $NAME &) ; $NAME & wait; echo on'],
      cwd: at.clone,
      env: { PATH: '/usr/bin:/bin', HOME: at.home, NAME: name },
      timeout: 20_000,
    });
    await expect.poll(async () => (await processesWith(name)).length).toBe(2);
    await at.sandbox.sweep([child.pid ?? 0]);
    const { exitCode, output } = await child.ended;
    expect({ exitCode, said: output.includes('on\n') }).toEqual({ exitCode: 0, said: true });
    expect(await processesWith(name)).toEqual([]);
  });

  it('is found and ended by a later step when the run was killed', async () => {
    await using at = await confined(kind);
    const name = sleeperName();
    const child = at.sandbox.start({
      file: '/bin/sh',
      args: ['-c', '(env -i /usr/bin/setsid $NAME &); echo x > written; $NAME & wait'],
      cwd: at.clone,
      env: { PATH: '/usr/bin:/bin', HOME: at.home, NAME: name },
      timeout: 0,
    });
    await expect.poll(async () => (await processesWith(name)).length).toBe(2);
    expect((await endLeftovers({ mark: at.mark, home: at.root })).length).toBeGreaterThan(1);
    expect(await processesWith(name)).toEqual([]);
    await child.ended;
    expect((await lstat(join(at.clone, 'written'))).uid).toBe(process.getuid?.());
  });

  it('gives nobody a way out by links: what is lent and taken back is what stands in the directory itself', async () => {
    await using at = await confined(kind);
    const outside = join(at.workspace, 'config');
    const before = await stat(outside);
    await symlink(outside, join(at.clone, 'link'));
    const { output } = await at.run(`cat link; echo changed > link; ln -s ${outside} second; true`);
    expect(output).not.toContain('canary');
    expect(await readFile(outside, 'utf8')).toBe('canary-workspace');
    expect(await stat(outside)).toMatchObject({ uid: before.uid, mode: before.mode });
  });

  it('works in what is lent to it while it runs, and no longer', async () => {
    await using at = await confined(kind);
    await writeFile(join(at.clone, 'a'), 'trusted\n');
    const server = at.sandbox.start({
      file: '/bin/sh',
      args: ['-c', `while :; do [ -e ${at.clone}/go ] && echo lent >> ${at.clone}/a && exit; sleep 0.05; done`],
      cwd: at.home,
      env: { PATH: '/usr/bin:/bin', HOME: at.home },
      timeout: 0,
    });
    const giveBack = await at.sandbox.lend(at.clone);
    await writeFile(join(at.clone, 'go'), '');
    expect((await server.ended).exitCode).toBe(0);
    await giveBack();
    expect(await readFile(join(at.clone, 'a'), 'utf8')).toBe('trusted\nlent\n');
    expect((await lstat(join(at.clone, 'a'))).uid).toBe(process.getuid?.());
  });
});
